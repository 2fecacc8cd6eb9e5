import {
  ExportedCluster,
  ExportedGap,
} from 'backstage-plugin-security-posture-common';
import {
  ClusterRecord,
  EntityPostureRecord,
  GapRecord,
} from '../../database/records';
import { clustersOfEntity } from '../../views/entityClusters';
import { reasonFields } from '../../views/findingView';
import { gapConcerns } from '../../views/gapFindings';
import { isoTime, timeAt } from '../../views/isoTime';
import { ControlIndex } from '../../views/PostureSettings';
import { RouteContext } from '../RouteContext';
import { Exported } from './Exported';

/** The clusters that an export rests on, and what could not be judged in them. */
export interface ClustersOfExport {
  /** Both absent where the caller may not know. */
  readonly clusters?: ExportedCluster[];
  readonly gaps?: ExportedGap[];
  /** Names of those of which nothing fresh was known at the time. */
  readonly stale: readonly string[];
}

/** Reads them. Of an entity, whoever sees it may know them; else who may read clusters. */
export async function readClusters(
  context: RouteContext,
  exported: Exported,
  record: EntityPostureRecord | undefined,
): Promise<ClustersOfExport> {
  const { found, scope, now, at } = exported;
  if (found.scope !== 'entity' && !scope.unowned) return { stale: [] };
  const known = await chosenClusters(context, exported, record);
  const swept =
    at === undefined ? undefined : await context.exports.listSweptAt(at);
  const clusters = known.map(cluster => exportedCluster(cluster, swept));
  const { freshness } = context.settings.thresholds;
  const isStale = ({ lastSuccessAt }: ExportedCluster) =>
    lastSuccessAt === undefined ||
    (at ?? now) - Date.parse(lastSuccessAt) > freshness;
  return {
    clusters,
    gaps: await readGaps(context, exported, record, known),
    stale: clusters.filter(isStale).map(({ cluster }) => cluster),
  };
}

async function chosenClusters(
  { reader }: RouteContext,
  { found: { scope, ref } }: Exported,
  record: EntityPostureRecord | undefined,
): Promise<readonly ClusterRecord[]> {
  const clusters = await reader.listClusters();
  if (scope === 'cluster') return clusters.filter(({ name }) => name === ref);
  if (scope === 'entity')
    return record ? clustersOfEntity(record, clusters) : [];
  return clusters;
}

function exportedCluster(
  { name, state, lastSuccessAt }: ClusterRecord,
  swept: ReadonlyMap<string, number> | undefined,
): ExportedCluster {
  return swept
    ? { cluster: name, ...timeAt('lastSuccessAt', swept.get(name)) }
    : { cluster: name, state, ...timeAt('lastSuccessAt', lastSuccessAt) };
}

async function readGaps(
  { reader, controls }: RouteContext,
  { found, at }: Exported,
  record: EntityPostureRecord | undefined,
  clusters: readonly ClusterRecord[],
): Promise<ExportedGap[]> {
  const names = clusters.map(({ name }) => name);
  const gaps = await reader.listGaps(names, at);
  const concerns =
    found.scope === 'entity' && record
      ? (gap: GapRecord) => gapOfEntity(gap, record, controls, at)
      : () => true;
  return gaps.filter(concerns).map(gap => exportedGap(gap, controls));
}

/** Which controls were left open on an entity in the past is not kept: then it is all that judge workloads. */
function gapOfEntity(
  gap: GapRecord,
  record: EntityPostureRecord,
  controls: ControlIndex,
  at: number | undefined,
): boolean {
  return at === undefined
    ? gapConcerns(gap, record)
    : controls.get(gap.control)?.subject === 'workload';
}

function exportedGap(gap: GapRecord, controls: ControlIndex): ExportedGap {
  const { reason, reasonText } = reasonFields(gap.reason);
  return {
    cluster: gap.cluster,
    control: gap.control,
    title: controls.get(gap.control)?.title ?? gap.control,
    reason: reason!,
    reasonText: reasonText!,
    since: isoTime(gap.since),
  };
}
