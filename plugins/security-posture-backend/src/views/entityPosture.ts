import {
  EntityPosture,
  ExemptionCounts,
  FindingsResponse,
  MappingView,
  RecentScore,
  ScanView,
} from 'backstage-plugin-security-posture-common';
import { RankedFix } from 'security-posture-engine';
import {
  ClusterRecord,
  EntityPostureRecord,
  FindingRecord,
} from '../database/records';
import { profileKey } from '../sweep/tallyEntities';
import { clusterFreshness } from './clusterFreshness';
import { clustersOfEntity } from './entityClusters';
import { countControls, countExempted, countOpen } from './entityParts';
import { fixFirst } from './fixFirst';
import { JudgedEntity } from './judgeEntity';
import { ControlIndex, PostureSettings } from './PostureSettings';
import { productionNames } from './sumEntity';

/** What the posture of an entity is made of. */
export interface PostureSources {
  readonly record: EntityPostureRecord;
  readonly clusters: readonly ClusterRecord[];
  readonly judged: JudgedEntity;
  /** Best first. */
  readonly fixes: readonly RankedFix[];
  /** All open failing findings of the controls of the first fixes. */
  readonly failing: readonly FindingRecord[];
  /** The first page of its findings. */
  readonly findings: FindingsResponse;
  /** Asked for on its behalf, and not over. */
  readonly exemptions: ExemptionCounts;
  readonly mapping: MappingView;
  readonly recent: RecentScore | undefined;
  readonly scan: ScanView | undefined;
}

/** The posture of one entity, in one answer. */
export function entityPosture(
  sources: PostureSources,
  { profile, library }: PostureSettings,
  controls: ControlIndex,
): EntityPosture {
  const { record, judged, recent, scan } = sources;
  return {
    entityRef: record.entityRef,
    state: judged.state,
    readiness: judged.readiness,
    reasons: judged.reasons,
    scopeOfReadiness: productionNames(sources.clusters).size
      ? 'production'
      : 'all',
    score: judged.effective.score,
    raw: judged.raw.score,
    controls: countControls(judged.effective.tallies, judged.exempted),
    open: countOpen(judged.effective.tallies),
    exempted: countExempted(judged.exempted),
    exemptions: sources.exemptions,
    workloads: judged.workloads,
    ...(recent ? { recent } : {}),
    fixFirst: fixFirst(sources.fixes, sources.failing, controls),
    gains: sources.fixes.map(({ control, gain }) => ({
      control,
      points: Math.round(gain * 10) / 10,
    })),
    findings: sources.findings,
    clusters: clustersOfEntity(record, sources.clusters).map(cluster =>
      clusterFreshness(cluster, judged.parts),
    ),
    mapping: sources.mapping,
    ...(scan ? { scan } : {}),
    profile: profileKey(profile),
    library,
  };
}
