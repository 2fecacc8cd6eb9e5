import { Knex } from 'knex';
import {
  aCluster,
  aPart,
  CRITICAL,
  HIGH,
  HOUR,
  MEDIUM,
  NOW,
  talliesBut,
} from '../views/__testUtils__/samples';
import { fillRolledUp } from './__testUtils__/rolledUp';
import { aService, ofComponent } from './__testUtils__/scopedCompany';
import { testDatabases } from './__testUtils__/testDatabases';
import { DatabaseStandingReader } from './DatabaseStandingReader';
import { Visibility } from './operations/visibleRefs';

const NODE_CONTROL = 'kubelet-anonymous-auth';
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const databases = testDatabases();

describe.each(databases.ids)('how controls stand on %s', databaseId => {
  let knex: Knex;
  let reader: DatabaseStandingReader;

  const terms = (visibility: Visibility = 'all', clusters = true) => ({
    visibility,
    clusters,
    entityControls: [CRITICAL, HIGH, MEDIUM],
    clusterControls: [NODE_CONTROL],
    now: NOW,
  });

  beforeEach(async () => {
    knex = await databases.open(databaseId);
    reader = new DatabaseStandingReader(knex);
    const unsure = { pass: 0, notApplicable: 0, notEvaluated: 1, fail: {} };
    await fillRolledUp(
      knex,
      {
        clusters: [aCluster(), aCluster({ name: 'staging', title: 'Staging' })],
        entities: [
          aService('fails', CRITICAL),
          aService('exempted', CRITICAL),
          aService('passes'),
          { ...aService('nothing'), parts: [] },
          {
            ...aService('unsure'),
            parts: [aPart({ tallies: talliesBut({ [CRITICAL]: unsure }) })],
          },
        ],
      },
      NOW,
    );
    await knex('postures')
      .where({ scope_ref: ofComponent('exempted') })
      .update({
        failing: JSON.stringify({ [CRITICAL]: { open: 0, exempted: 2 } }),
        passing: JSON.stringify([CRITICAL, HIGH, MEDIUM]),
      });
    await knex('postures')
      .where({ scope_type: 'cluster', scope_ref: 'staging' })
      .update({
        state: 'judged',
        failing: JSON.stringify({ [NODE_CONTROL]: { open: 3, exempted: 1 } }),
      });
  });

  async function addSweep(finishedAt: number) {
    await knex('sweeps').insert({
      id: 'first',
      cluster: 'prod-eu',
      sweep_no: 1,
      trigger: 'schedule',
      started_at: finishedAt,
      finished_at: finishedAt,
      status: 'complete',
      progress: '{}',
      lists: '[]',
    });
  }

  let findings = 0;

  /** A fail on the only workload of an entity. */
  async function addFail(
    name: string,
    control: string,
    life: { opened: number; opened_no?: number; closed?: number },
    over: object = {},
  ) {
    findings += 1;
    const { subject_id } = await knex('entity_subjects')
      .where({ entity_ref: ofComponent(name) })
      .first('subject_id');
    await knex('findings').insert({
      key: `key ${findings}`,
      subject_id,
      cluster: 'prod-eu',
      control_id: control,
      outcome: 'fail',
      severity: 'high',
      violations: '[]',
      evidence_hash: 'a',
      open_since: life.opened,
      opened_at: life.opened,
      opened_no: life.opened_no ?? 2,
      ...(life.closed === undefined
        ? {}
        : { closed_at: life.closed, closed_no: 3, closed_because: 'passed' }),
      ...over,
    });
  }

  it('are counted once for each entity: failing, exempted, not judged or clean', async () => {
    const { numbers, partial } = await reader.readStandings(terms());
    expect(numbers.get(CRITICAL)).toEqual({
      failing: 1,
      exempted: 1,
      notEvaluated: 1,
      clean: 1,
      subjects: 1,
      exemptedSubjects: 2,
    });
    expect(numbers.get(HIGH)).toMatchObject({ failing: 0, clean: 4 });
    expect(partial).toBe(false);
  });

  it('of clusters are told to those who may read clusters', async () => {
    const { numbers } = await reader.readStandings(terms());
    expect(numbers.get(NODE_CONTROL)).toMatchObject({
      failing: 1,
      subjects: 3,
      exemptedSubjects: 1,
    });
    const without = await reader.readStandings(terms('all', false));
    expect(without.numbers.has(NODE_CONTROL)).toBe(false);
    expect(without.partial).toBe(true);
    expect(await reader.listClusterStandings(NODE_CONTROL)).toEqual([
      {
        cluster: 'staging',
        title: 'Staging',
        state: 'failing',
        subjects: 3,
        exemptedSubjects: 1,
      },
    ]);
  });

  it('count what the caller sees, and nothing where nothing seen was judged', async () => {
    const seen = new Set([ofComponent('fails')]);
    const some = await reader.readStandings(terms(seen));
    expect(some.numbers.get(CRITICAL)).toMatchObject({
      failing: 1,
      exempted: 0,
      notEvaluated: 0,
      clean: 0,
      exemptedSubjects: 0,
    });
    expect(some.partial).toBe(true);
    const unjudged = new Set([ofComponent('nothing')]);
    for (const visibility of [unjudged, 'none'] as const) {
      const { numbers } = await reader.readStandings(terms(visibility, false));
      expect([...numbers]).toEqual([]);
    }
  });

  describe('and changed', () => {
    beforeEach(async () => {
      await addFail('fails', CRITICAL, { opened: NOW - 2 * DAY });
      await addFail('passes', CRITICAL, { opened: NOW - 3 * DAY });
      await addFail('passes', CRITICAL, {
        opened: NOW - 60 * DAY,
        closed: NOW - 9 * DAY,
      });
      await addFail('passes', HIGH, {
        opened: NOW - 60 * DAY,
        closed: NOW - DAY,
      });
      // Nothing of these is news.
      await addFail('fails', CRITICAL, { opened: NOW - DAY, opened_no: 1 });
      await addFail('fails', CRITICAL, { opened: NOW - DAY, opened_no: 4 });
      await addFail(
        'fails',
        CRITICAL,
        { opened: NOW - DAY },
        { severity: 'info' },
      );
      await addFail(
        'fails',
        CRITICAL,
        { opened: NOW - DAY },
        { outcome: 'notEvaluated' },
      );
      await addFail('fails', MEDIUM, {
        opened: NOW - 60 * DAY,
        closed: NOW - 31 * DAY,
      });
    });

    it('are what opened less what closed in 30 days', async () => {
      await addSweep(NOW - 90 * DAY);
      const { changes, comparedSince } = await reader.readStandings(terms());
      expect([...changes].sort()).toEqual([
        [HIGH, -1],
        [CRITICAL, 1],
      ]);
      expect(comparedSince).toBe(NOW - 30 * DAY);
    });

    it('as far as the caller sees', async () => {
      await addSweep(NOW - 90 * DAY);
      const seen = new Set([ofComponent('passes')]);
      const { changes } = await reader.readStandings(terms(seen));
      expect([...changes].sort()).toEqual([
        [HIGH, -1],
        [CRITICAL, 0],
      ]);
      const { changes: none } = await reader.readStandings(terms('none'));
      expect([...none]).toEqual([]);
    });

    it('since the first sweep where that is later, and not at all before it', async () => {
      expect(await reader.readStandings(terms())).not.toHaveProperty(
        'comparedSince',
      );
      await addSweep(NOW - 3 * DAY);
      const { changes, comparedSince } = await reader.readStandings(terms());
      expect(comparedSince).toBe(NOW - 3 * DAY);
      expect(changes.get(CRITICAL)).toBe(2);
    });

    it('by week, from the first sweep on', async () => {
      const query = { ...terms(), control: CRITICAL, weeks: 3 };
      expect(await reader.readTurnover(query)).toEqual([]);
      await addSweep(NOW - 90 * DAY);
      const weeks = await reader.readTurnover(query);
      expect(weeks).toMatchObject([
        { opened: 0, closed: 0 },
        { opened: 0, closed: 1 },
        { opened: 2, closed: 0 },
      ]);
      expect(weeks[2].from).toBe(NOW - WEEK + 1);
      await knex('sweeps').update({ finished_at: NOW - 8 * DAY });
      expect(await reader.readTurnover(query)).toEqual(weeks.slice(1));
    });
  });
});
