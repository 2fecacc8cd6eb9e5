import { Control } from 'security-posture-engine';
import {
  AnnotatedRequest,
  AnnotatedWorkload,
} from '../database/AnnotatedExemptionStore';
import { ExemptionStore } from '../database/ExemptionStore';
import { sourceKey } from '../database/operations/exemptions/createExemption';
import { ANNOTATION } from '../database/operations/coveredFails';
import {
  DAY_MS,
  ExemptionSettings,
  isGrave,
  longestDays,
} from './ExemptionSettings';
import { AskedByAnnotation, readExempt } from './readExempt';

/** What requests are made with. */
export interface AskingEnvironment {
  readonly exemptions: Pick<ExemptionStore, 'measure'>;
  readonly settings: ExemptionSettings;
  readonly controls: ReadonlyMap<string, Control>;
}

/** What the annotations of a workload ask for, and what of it nobody understands. */
export interface WorkloadRequests {
  readonly requests: readonly AnnotatedRequest[];
  readonly unknown: readonly string[];
}

/** The exemptions that the annotations of a workload ask for, one for each control. What is over by now is not asked for. */
export async function askByAnnotation(
  environment: AskingEnvironment,
  cluster: string,
  workload: AnnotatedWorkload,
  now: number,
): Promise<WorkloadRequests> {
  const { controls } = environment;
  const asked = readExempt(workload.annotations, id => {
    const control = controls.get(id);
    return control !== undefined && control.severity !== 'info';
  });
  const { unknown, until } = asked;
  if (until !== undefined && until <= now) return { requests: [], unknown };
  const requests: AnnotatedRequest[] = [];
  for (const id of asked.controls)
    requests.push(
      await requestOf(
        environment,
        cluster,
        workload,
        asked,
        controls.get(id)!,
        now,
      ),
    );
  return { requests, unknown };
}

async function requestOf(
  { exemptions, settings }: AskingEnvironment,
  cluster: string,
  { subjectId, key, entityRef, annotations }: AnnotatedWorkload,
  { reason, until, missing, unknown }: AskedByAnnotation,
  control: Control,
  now: number,
): Promise<AnnotatedRequest> {
  const target = { scope: 'workload' as const, control: control.id, subjectId };
  const { severity = control.severity, criticalLeftOut } =
    await exemptions.measure(target);
  const latest = now + longestDays(settings, severity) * DAY_MS;
  const notes = [...missing, ...unknown.map(notUnderstood)];
  return {
    ...target,
    cluster,
    ...(entityRef === undefined ? {} : { entityRef }),
    severity,
    category: 'acceptedRisk',
    reason: reason ?? 'The annotation gives no reason',
    requestedBy: entityRef ?? ANNOTATION,
    expiresAt: Math.min(until ?? latest, latest),
    sourceKey: sourceKey([
      ANNOTATION,
      key,
      control.id,
      annotations.reason,
      annotations.until,
    ]),
    approve:
      settings.approveAnnotations &&
      missing.length === 0 &&
      !isGrave(severity) &&
      criticalLeftOut === 0,
    ...(notes.length ? { note: notes.join('. ') } : {}),
  };
}

function notUnderstood(name: string): string {
  return `The annotation names ${name}, which is no control that can be exempted`;
}
