import { Knex } from 'knex';
import { OverviewNumbers, OverviewQuestion } from '../../OverviewReader';
import { utcDay } from '../../utcDay';
import { isPartial } from '../entityPostures';
import { ORGANISATION_SCOPE } from '../rollUpScopes';
import { readTrend } from '../scopes/readTrend';
import { summarise } from '../summarise';
import { Visibility, whereVisible } from '../visibleRefs';
import { oldestCritical } from './oldestCritical';
import { readCoverage } from './readCoverage';
import { readFixes } from './readFixes';
import { readSilent, readUnseen } from './readUnseen';
import { readWeeks } from './readWeeks';
import { worstTeams } from './worstTeams';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days of the trend, today among them. */
const DAYS = 90;

/** Fixes and teams that fit on a page. */
const FIXES = 3;
const TEAMS = 6;

/**
 * The numbers of one page. Postures, days and links are read, each once for an entity or a day; of findings only the
 * critical ones that are open, and what opened or closed in the last weeks, both by indexes of their own. No cost grows
 * with the number of sweeps, and none with findings that neither are critical nor changed lately.
 */
export async function readOverview(
  knex: Knex,
  { visibility, owner, ...terms }: OverviewQuestion,
): Promise<OverviewNumbers> {
  const seen = owner ? await membersOf(knex, owner, visibility) : visibility;
  const { now } = terms;
  const summary = await summarise(knex, seen, terms);
  const { workloads } = await readCoverage(knex, terms, seen);
  const trend = await readTrend(
    knex,
    {
      ...(owner
        ? { scope: 'group' as const, ref: owner }
        : { scope: 'organisation' as const, ref: ORGANISATION_SCOPE }),
      from: utcDay(now - (DAYS - 1) * DAY_MS),
      to: utcDay(now),
    },
    visibility,
  );
  const since = await oldestCritical(knex, now, seen);
  return {
    entities: summary.entities,
    open: summary.open,
    exempted: summary.exempted,
    blocking: summary.blocking,
    ...(since === undefined ? {} : { oldestCritical: since }),
    workloads,
    days: trend.days,
    weeks: await readWeeks(knex, now, seen),
    fixes: await readFixes(knex, terms, seen, FIXES),
    teams: await worstTeams(knex, terms, seen, visibility, TEAMS),
    unseen: await readUnseen(knex, terms, seen),
    silent: await readSilent(knex, terms, seen),
    partial: await isPartial(knex, visibility),
  };
}

/** The entities that a group, or one below it, owns, as far as the caller may see them. */
async function membersOf(
  knex: Knex,
  owner: string,
  visibility: Visibility,
): Promise<ReadonlySet<string>> {
  const rows: { entity_ref: string }[] = await knex('entity_scopes')
    .where({ scope_ref: owner })
    .modify(whereVisible, 'entity_ref', visibility)
    .select('entity_ref');
  return new Set(rows.map(row => row.entity_ref));
}
