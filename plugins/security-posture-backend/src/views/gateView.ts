import {
  GateBlocker,
  GateView,
} from 'backstage-plugin-security-posture-common';
import {
  ClusterRecord,
  EntityPostureRecord,
  FindingRecord,
} from '../database/records';
import { clustersOfEntity } from './entityClusters';
import { findingTitle } from './findingView';
import { isoTime } from './isoTime';
import { JudgedEntity } from './judgeEntity';
import { ControlIndex } from './PostureSettings';
import { resourceView } from './resourceView';

/** What the answer of the gate is made of. */
export interface GateSources {
  readonly record: EntityPostureRecord;
  readonly judged: JudgedEntity;
  readonly clusters: readonly ClusterRecord[];
  /** The first of the open findings that readiness counts, and how many there are. */
  readonly blocking: {
    readonly items: readonly FindingRecord[];
    readonly total: number;
  };
}

/** What the production gate answers for an entity. */
export function gateView(
  { record, judged, clusters, blocking }: GateSources,
  controls: ControlIndex,
): GateView {
  const { score } = judged.effective;
  return {
    entityRef: record.entityRef,
    verdict: judged.readiness === 'ready' ? 'pass' : 'block',
    readiness: judged.readiness,
    reasons: judged.reasons,
    blockers: blocking.items.map(finding => blockerOf(finding, controls)),
    blockersTotal: blocking.total,
    score: score.value,
    grade: score.grade,
    coverage: score.coverage,
    ...oldestSuccess(clustersOfEntity(record, clusters)),
  };
}

function blockerOf(
  finding: FindingRecord,
  controls: ControlIndex,
): GateBlocker {
  const { key, control, severity, consequenceOf } = finding;
  return {
    key,
    control,
    title: findingTitle(finding, controls),
    severity: severity as GateBlocker['severity'],
    resource: resourceView(finding),
    exemptable: consequenceOf === undefined,
    ...(consequenceOf ? { consequenceOf } : {}),
  };
}

function oldestSuccess(
  clusters: readonly ClusterRecord[],
): Pick<GateView, 'asOf'> {
  const times = clusters.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []);
  return times.length ? { asOf: isoTime(Math.min(...times)) } : {};
}
