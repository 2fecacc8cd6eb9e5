import { Knex } from 'knex';
import {
  allControls,
  BASE_LIBRARY,
  clusterProfile,
  workloadProfile,
} from 'security-posture-engine';
import { fillRolledUp, rollUpAll } from '../database/__testUtils__/rolledUp';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { DatabaseOrganisationReader } from '../database/DatabaseOrganisationReader';
import { DatabaseRollupStore } from '../database/DatabaseRollupStore';
import { markRollupDue } from '../database/operations/markRollupDue';
import { DueEntity, RollupStore, ScopePosture } from '../database/RollupStore';
import { PostureRow } from '../database/tables';
import {
  aCluster,
  anEntity,
  aPart,
  CRITICAL,
  HIGH,
  HOUR,
  NOW,
  settings,
  talliesBut,
} from '../views/__testUtils__/samples';
import { runRollUp } from './runRollUp';

const databases = testDatabases();
const NONE = { pass: 0, notApplicable: 0, notEvaluated: 0 };
const DAY = 24 * HOUR;
const WEB = 'component:default/web';
const API = 'component:default/api';

/** Two entities with a critical finding each, which the database holds as findings too. */
async function twoEntities(knex: Knex): Promise<Knex> {
  const failing = talliesBut({
    [CRITICAL]: { ...NONE, fail: { critical: 1 } },
  });
  await fillRolledUp(
    knex,
    {
      clusters: [aCluster({ sweepNo: 1 })],
      entities: [WEB, API].map(entityRef =>
        anEntity({ entityRef, parts: [aPart({ tallies: failing })] }),
      ),
    },
    NOW,
  );
  return knex;
}

function environmentOf(store: RollupStore, now: number, onScopes = () => {}) {
  return {
    store,
    profile: workloadProfile(allControls()),
    clusterProfile: clusterProfile(allControls()),
    library: BASE_LIBRARY.version,
    rollUpScopes: async () => onScopes(),
    clock: () => now,
  };
}

async function rollUpDue(
  store: RollupStore,
  now = NOW,
  onScopes?: () => void,
): Promise<void> {
  const clusters = await store.listClusters();
  await runRollUp(environmentOf(store, now, onScopes), clusters, 'due');
}

async function dueRefs(knex: Knex, now = NOW): Promise<string[]> {
  const refs: string[] = [];
  for await (const page of new DatabaseRollupStore(knex).listDue('due', now))
    refs.push(...page.map(({ entityRef }) => entityRef));
  return refs;
}

function postureOf(knex: Knex, scopeRef: string): Promise<PostureRow> {
  return knex<PostureRow>('postures')
    .where({ scope_ref: scopeRef })
    .first() as Promise<PostureRow>;
}

/** Approves that the critical finding of an entity may stay until a time. */
async function exempt(knex: Knex, entityRef: string, until: number) {
  const { subject_id } = await knex('entity_subjects')
    .where({ entity_ref: entityRef })
    .first('subject_id');
  await knex('findings').insert({
    key: `key of ${entityRef}`,
    subject_id,
    cluster: 'prod-eu',
    control_id: CRITICAL,
    outcome: 'fail',
    severity: 'critical',
    violations: '[]',
    evidence_hash: 'evidence',
    open_since: NOW,
    opened_at: NOW,
    opened_no: 1,
  });
  await knex('exemptions').insert({
    id: `of ${entityRef}`,
    scope: 'finding',
    control_id: CRITICAL,
    severity: 'critical',
    finding_key: `key of ${entityRef}`,
    evidence_hash: 'evidence',
    subject_id,
    entity_ref: entityRef,
    cluster: 'prod-eu',
    category: 'acceptedRisk',
    reason: 'until the new agent is out',
    state: 'approved',
    source: 'request',
    requested_by: 'user:default/olivia',
    requested_at: NOW,
    expires_at: until,
    version: 2,
  });
  await markRollupDue(knex, [entityRef]);
}

describe.each(databases.ids)('the roll-up on %s', databaseId => {
  const open = async () => twoEntities(await databases.open(databaseId));
  const run = (knex: Knex, now = NOW, onScopes?: () => void) =>
    rollUpDue(new DatabaseRollupStore(knex), now, onScopes);

  it('has nothing to do where nothing changed, and writes nothing', async () => {
    const knex = await open();
    const before = await knex('postures').orderBy('scope_ref');
    const onScopes = jest.fn();
    expect(await dueRefs(knex)).toEqual([]);
    await run(knex, NOW + HOUR, onScopes);
    expect(await knex('postures').orderBy('scope_ref')).toEqual(before);
    expect(onScopes).not.toHaveBeenCalled();
  });

  it('takes in what a published sweep has changed, and nothing of one that is not', async () => {
    const knex = await open();
    const counts = JSON.stringify(talliesBut());
    await knex('posture_parts')
      .where({ scope_ref: WEB })
      .update({ counts, counts_no: 2, prior_counts: '{}', prior_subjects: 0 });
    expect(await dueRefs(knex)).toEqual([]);
    await knex('clusters').update({ sweep_no: 2 });
    expect(await dueRefs(knex)).toEqual([WEB]);
    await run(knex);
    expect(await postureOf(knex, WEB)).toMatchObject({
      raw: 100,
      effective: 100,
      open_critical: 0,
    });
    expect(await dueRefs(knex)).toEqual([]);
  });

  it('does again what it was interrupted at', async () => {
    const knex = await open();
    await markRollupDue(knex, [WEB, API]);
    const store = new DatabaseRollupStore(knex);
    const killed = Object.create(store, {
      save: {
        value: async (_: readonly ScopePosture[]) => {
          throw new Error('killed');
        },
      },
    }) as RollupStore;
    await expect(rollUpDue(killed)).rejects.toThrow('killed');
    expect(await dueRefs(knex)).toEqual([API, WEB]);
  });

  it('loses no mark that is set while it runs', async () => {
    const knex = await open();
    await markRollupDue(knex, [WEB, API]);
    const store = new DatabaseRollupStore(knex);
    const busy = Object.create(store, {
      listDue: {
        async *value(...query: Parameters<RollupStore['listDue']>) {
          for await (const page of store.listDue(...query)) {
            await markRollupDue(knex, [WEB]);
            yield page as readonly DueEntity[];
          }
        },
      },
    }) as RollupStore;
    await rollUpDue(busy);
    expect(await dueRefs(knex)).toEqual([WEB]);
  });

  it('takes exempted findings out of the effective score, and out of no other', async () => {
    const knex = await open();
    await exempt(knex, WEB, NOW + DAY);
    await run(knex);
    expect(await postureOf(knex, WEB)).toMatchObject({
      raw: 31,
      effective: 100,
      open_critical: 0,
      exempted_critical: 1,
      blocking_critical: 0,
      raw_blocking_critical: 1,
    });
    expect(await postureOf(knex, API)).toMatchObject({
      effective: 31,
      open_critical: 1,
      exempted_critical: 0,
    });
  });

  it('lets an exemption end on time, before and after it has been summed up', async () => {
    const knex = await open();
    await exempt(knex, WEB, NOW + DAY);
    await run(knex);
    const readinessAt = async (now: number) => {
      const { items } = await new DatabaseOrganisationReader(
        knex,
      ).listEntityPostures({
        visibility: new Set([WEB]),
        filter: {},
        order: 'name',
        offset: 0,
        limit: 1,
        now,
        thresholds: { ...settings.thresholds, freshness: 9 * DAY },
      });
      return [items[0].readiness, items[0].blocking.critical];
    };
    expect(await readinessAt(NOW + DAY - 1)).toEqual(['ready', 0]);
    expect(await readinessAt(NOW + DAY)).toEqual(['notReady', 1]);
    expect(await dueRefs(knex, NOW + DAY - 1)).toEqual([]);
    expect(await dueRefs(knex, NOW + DAY)).toEqual([WEB]);
    await run(knex, NOW + DAY);
    expect(await postureOf(knex, WEB)).toMatchObject({
      effective: 31,
      exempted_critical: 0,
      exempted_until: null,
    });
    expect(await readinessAt(NOW + DAY)).toEqual(['notReady', 1]);
  });

  it('keeps a row for each day that differs, and one a day', async () => {
    const knex = await open();
    const setFails = async (severity: 'critical' | 'high', now: number) => {
      const control = severity === 'critical' ? CRITICAL : HIGH;
      const tallies = talliesBut({
        [control]: { ...NONE, fail: { [severity]: 1 } },
      });
      await knex('posture_parts')
        .where({ scope_ref: WEB })
        .update({ counts: JSON.stringify(tallies) });
      await markRollupDue(knex, [WEB]);
      await run(knex, now);
    };
    await setFails('critical', NOW + DAY);
    await setFails('high', NOW + 2 * DAY);
    await setFails('critical', NOW + 2 * DAY + HOUR);
    await setFails('high', NOW + 3 * DAY);
    const days = await knex('posture_days')
      .where({ scope_ref: WEB })
      .orderBy('day');
    expect(days.map(({ day, effective }) => [day, effective])).toEqual([
      ['2026-11-21', 31],
      ['2026-11-23', 31],
      ['2026-11-24', 63],
    ]);
  });

  it('forgets the posture of an entity that is gone, and keeps its days', async () => {
    const knex = await open();
    await knex('entities').where({ entity_ref: WEB }).update({ gone_at: NOW });
    await markRollupDue(knex, [WEB]);
    await run(knex, NOW + DAY);
    expect(await postureOf(knex, WEB)).toBeUndefined();
    expect(await postureOf(knex, API)).toBeDefined();
    expect(await knex('posture_days').where({ scope_ref: WEB })).toHaveLength(
      1,
    );
  });

  it('takes in everything anew for a release that scores by other rules', async () => {
    const knex = await open();
    const profile = { ...workloadProfile(allControls()), version: '2.0' };
    await rollUpAll(knex, NOW, profile);
    expect(await postureOf(knex, WEB)).toMatchObject({
      profile: 'workload@2.0',
      effective: null,
      state: 'noWorkloads',
    });
  });
});
