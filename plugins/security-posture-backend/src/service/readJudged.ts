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
  const clusters = await context.reader.listClusters();
  return judgeWith(context, record, clusters, now);
}

/** `readJudged` by clusters that were read already. */
export async function judgeWith(
  { reader, settings }: JudgingContext,
  record: EntityPostureRecord,
  clusters: readonly ClusterRecord[],
  now: number,
): Promise<JudgedNow> {
  const exempted =
    record.mayBeExempted === false
      ? []
      : await reader.listExemptedFails(record.entityRef, now);
  const sum = sumEntity(record, clusters, settings.profile, exempted);
  const judged = judgeEntity(record, sum, clusters, settings, now);
  return { judged, clusters, exempted };
}
