import {
  ClusterRecord,
  EntityPostureRecord,
  ExemptedFailRecord,
} from '../database/records';
import { JudgedEntity, judgeEntity } from '../views/judgeEntity';
import { sumEntity } from '../views/sumEntity';
import { RouteContext } from './RouteContext';

/** What is judged of an entity at one moment, and what by. */
export interface JudgedNow {
  readonly judged: JudgedEntity;
  readonly clusters: readonly ClusterRecord[];
  readonly exempted: readonly ExemptedFailRecord[];
}

/** Judges an entity by its stored parts, and by the clusters and exemptions of this moment. */
export async function readJudged(
  { reader, settings }: Pick<RouteContext, 'reader' | 'settings'>,
  record: EntityPostureRecord,
  now: number,
): Promise<JudgedNow> {
  const [clusters, exempted] = await Promise.all([
    reader.listClusters(),
    record.mayBeExempted === false
      ? []
      : reader.listExemptedFails(record.entityRef, now),
  ]);
  const sum = sumEntity(record, clusters, settings.profile, exempted);
  const judged = judgeEntity(record, sum, clusters, settings, now);
  return { judged, clusters, exempted };
}
