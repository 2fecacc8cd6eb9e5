import {
  AuditorService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { AnnotatedExemptionStore } from '../database/AnnotatedExemptionStore';
import { AttestationStore } from '../database/AttestationStore';
import { ExemptionRecord, ExemptionStore } from '../database/ExemptionStore';
import { SYSTEM } from '../database/operations/exemptions/dueExemptions';
import { ScanRequests } from '../database/PostureReader';
import { askByAnnotation, AskingEnvironment } from './askByAnnotation';

/** What upkeep works with. */
export interface UpkeepEnvironment extends AskingEnvironment {
  readonly exemptions: ExemptionStore;
  readonly annotated: AnnotatedExemptionStore;
  readonly attestations: Pick<AttestationStore, 'listOutlived'>;
  readonly scans: ScanRequests;
  /** Asks the scheduler for sweeps of these clusters now. */
  readonly requestSweeps: (clusters: readonly string[]) => Promise<void>;
  /** Sums up the postures that something has changed. */
  readonly rollUp: () => Promise<void>;
  readonly auditor: AuditorService;
  readonly logger: LoggerService;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** The names of steps in audit events, which are those of the API. */
const STEPS = {
  requested: 'create',
  approved: 'approve',
  revoked: 'revoke',
} as const;

/** Takes the steps in the life of exemptions and attestations that happen by themselves. */
export class ExemptionUpkeep {
  constructor(private readonly environment: UpkeepEnvironment) {}

  /** Looks every minute, on one replica at a time, for what has ended or shows other evidence. */
  async start(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'keep-exemptions',
      scope: 'global',
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      fn: () => this.run(),
    });
  }

  /** Ends what has expired, asks again for what shows other evidence, and sweeps again where an attestation has expired. */
  async run(): Promise<void> {
    const { exemptions, rollUp, clock } = this.environment;
    const expired = await exemptions.expire(clock());
    await this.audit('expire', expired);
    const reopened = await this.reopen();
    await this.sweepOutlived();
    if (expired.length + reopened > 0) await rollUp();
  }

  /** Asks again for what shows other evidence since a sweep; answers with how many. */
  async reopen(): Promise<number> {
    const { exemptions, clock } = this.environment;
    const reopened = await exemptions.reopen(clock());
    await this.audit('reopen', reopened);
    return reopened.length;
  }

  /** Makes the exemptions of a cluster what its workloads' annotations ask for. */
  async followAnnotations(cluster: string): Promise<void> {
    const { annotated, rollUp, logger, clock } = this.environment;
    const now = clock();
    const requests = [];
    for (const workload of await annotated.listAnnotated(cluster)) {
      const asked = await askByAnnotation(
        this.environment,
        cluster,
        workload,
        now,
      );
      requests.push(...asked.requests);
      if (asked.unknown.length)
        logger.warn(
          `The annotation of ${
            workload.name
          } in cluster ${cluster} names what is no control that can be exempted: ${asked.unknown.join(
            ', ',
          )}`,
        );
    }
    const steps = await annotated.follow(cluster, requests, now);
    for (const { what, exemption } of steps)
      await this.audit(STEPS[what], [exemption]);
    if (steps.some(({ what }) => what !== 'requested')) await rollUp();
  }

  /** What a person answered until a moment is asked again once that has passed. */
  private async sweepOutlived(): Promise<void> {
    const { attestations, scans, requestSweeps, clock } = this.environment;
    const clusters = await attestations.listOutlived(clock());
    if (clusters.length === 0) return;
    await scans.createScan({ clusters, requestedBy: SYSTEM, now: clock() });
    await requestSweeps(clusters);
  }

  private async audit(
    step: string,
    exemptions: readonly ExemptionRecord[],
  ): Promise<void> {
    for (const { id, control, entityRef, state } of exemptions) {
      const event = await this.environment.auditor.createEvent({
        eventId: `exemption-${step}`,
        severityLevel: 'medium',
        meta: { id, control, state, ...(entityRef ? { entityRef } : {}) },
      });
      await event.success();
    }
  }
}
