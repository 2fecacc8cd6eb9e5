import {
  factName,
  PostureFacts,
} from 'backstage-plugin-security-posture-common';
import { EntityFacts } from '../database/OrganisationReader';
import { ClusterRecord, EntityPostureRecord } from '../database/records';
import { allowedClusters } from './entityClusters';
import { entityRow } from './entityRow';
import { entityState } from './entityState';
import { PostureSettings } from './PostureSettings';

/** Tells the facts of many entities, as things are at one time. */
export class PostureFactsView {
  /** Each control of the profile with the name of its fact: made once, for it takes longer than all the rest. */
  private readonly controls: readonly (readonly [string, string])[];

  /** `now` is in epoch milliseconds. */
  constructor(
    private readonly clusters: readonly ClusterRecord[],
    private readonly settings: Pick<PostureSettings, 'profile' | 'thresholds'>,
    private readonly now: number,
  ) {
    this.controls = Object.keys(settings.profile.severities).map(control => [
      control,
      factName(control),
    ]);
  }

  /** The facts of an entity that has a posture. */
  of(entity: EntityFacts): PostureFacts {
    const { thresholds } = this.settings;
    const row = entityRow(entity, this.clusters, thresholds, this.now);
    return {
      entityRef: row.entityRef,
      state: row.state,
      readiness: row.readiness,
      score: row.score.value,
      raw: row.raw.value,
      grade: row.score.grade,
      coverage: row.score.coverage,
      open: row.open,
      workloads: row.workloads,
      controls: this.whichPass(entity.passing),
      scanAgeSeconds: secondsSince(row.lastSuccessAt, this.now),
      clustersFailed: row.staleClusters.length,
    };
  }

  /** The facts of an entity that has no posture yet, as nothing is known of it. */
  ofUnknown(record: EntityPostureRecord): PostureFacts {
    const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
    const allowed = allowedClusters(record, this.clusters);
    return this.of({
      entityRef: record.entityRef,
      state: entityState(record, 0, this.clusters),
      readiness: 'unknown',
      raw: null,
      effective: null,
      coverage: null,
      open: { ...none },
      exempted: { ...none },
      blocking: { critical: 0, high: 0 },
      workloads: 0,
      clusters: allowed.map(({ name }) => name),
      passing: [],
    });
  }

  private whichPass(passing: readonly string[]): Record<string, boolean> {
    const passes = new Set(passing);
    const facts: Record<string, boolean> = {};
    for (const [control, fact] of this.controls)
      facts[fact] = passes.has(control);
    return facts;
  }
}

function secondsSince(time: string | undefined, now: number): number | null {
  if (time === undefined) return null;
  return Math.max(0, Math.floor((now - Date.parse(time)) / 1_000));
}
