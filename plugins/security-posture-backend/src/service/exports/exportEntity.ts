import { Readiness } from 'backstage-plugin-security-posture-common';
import { EntityPostureRecord } from '../../database/records';
import { readJudged } from '../readJudged';
import { RouteContext } from '../RouteContext';
import { Exported } from './Exported';

/** What is stored of the entity that is exported, and of now whether it is ready. */
export interface EntityState {
  /** Absent where nothing is stored yet. */
  readonly record?: EntityPostureRecord;
  readonly readiness?: Readiness;
}

/** Reads the entity of an export. */
export async function readEntityState(
  context: RouteContext,
  { found, now, at }: Exported,
): Promise<EntityState> {
  const record = await context.reader.getEntity(found.ref);
  if (at !== undefined) return record ? { record } : {};
  if (!record) return { readiness: 'unknown' };
  const { judged } = await readJudged(context, record, now);
  return { record, readiness: judged.readiness };
}
