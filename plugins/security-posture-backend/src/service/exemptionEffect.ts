import { ExemptionEffect } from 'backstage-plugin-security-posture-common';
import { EntityPostureRecord, ExemptedFailRecord } from '../database/records';
import { judgeEntity } from '../views/judgeEntity';
import { sumEntity } from '../views/sumEntity';
import { JudgedNow, readJudged } from './readJudged';
import { RouteContext } from './RouteContext';

/** An entity as it is judged without the exemption that is asked for. */
export interface AffectedEntity extends JudgedNow {
  readonly record: EntityPostureRecord;
  readonly now: number;
}

/** Judges the entity on whose behalf an exemption is asked for; undefined where there is none, or nothing is known of it yet. */
export async function readAffected(
  context: RouteContext,
  entityRef: string | undefined,
): Promise<AffectedEntity | undefined> {
  const record = entityRef && (await context.reader.getEntity(entityRef));
  if (!record) return undefined;
  const now = context.clock();
  return { record, now, ...(await readJudged(context, record, now)) };
}

/** What becomes of an entity while these fails are exempted as well: judged anew, by the same counts. */
export function exemptionEffect(
  { settings }: Pick<RouteContext, 'settings'>,
  { record, judged, clusters, exempted, now }: AffectedEntity,
  fails: readonly ExemptedFailRecord[],
): ExemptionEffect {
  const known = new Set(exempted.map(({ findingKey }) => findingKey));
  const added = fails.filter(({ findingKey }) => !known.has(findingKey));
  const sum = sumEntity(record, clusters, settings.profile, [
    ...exempted,
    ...added,
  ]);
  const after = judgeEntity(record, sum, clusters, settings, now);
  return {
    scoreFrom: judged.effective.score,
    scoreTo: after.effective.score,
    raw: judged.raw.score,
    readinessTo: after.readiness,
    reasonsTo: after.reasons,
  };
}
