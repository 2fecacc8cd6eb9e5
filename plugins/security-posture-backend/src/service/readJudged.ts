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

type JudgingContext = Pick<RouteContext, 'reader' | 'settings'>;

/** Judges an entity by its stored parts, and by the clusters and exemptions of this moment. */
export async function readJudged(
  context: JudgingContext,
  record: EntityPostureRecord,
  now: number,
): Promise<JudgedNow> {
  return judgeWith(context, record, context.reader.listClusters(), now);
}

/** `readJudged` by clusters that were asked for already. */
export async function judgeWith(
  { reader, settings }: JudgingContext,
  record: EntityPostureRecord,
  listed: readonly ClusterRecord[] | Promise<readonly ClusterRecord[]>,
  now: number,
): Promise<JudgedNow> {
  const [clusters, exempted] = await Promise.all([
    listed,
    record.mayBeExempted === false
      ? []
      : reader.listExemptedFails(record.entityRef, now),
  ]);
  const sum = sumEntity(record, clusters, settings.profile, exempted);
  const judged = judgeEntity(record, sum, clusters, settings, now);
  return { judged, clusters, exempted };
}
