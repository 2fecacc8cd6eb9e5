import { Knex } from 'knex';
import {
  aCluster,
  aDeadCluster,
  anEntity,
  aPart,
  CRITICAL,
  HIGH,
  HOUR,
  NOW,
  settings,
  talliesBut,
} from '../views/__testUtils__/samples';
import { fillRolledUp } from './__testUtils__/rolledUp';
import { testDatabases } from './__testUtils__/testDatabases';
import { DatabaseOrganisationReader } from './DatabaseOrganisationReader';

const databases = testDatabases();
const NONE = { pass: 0, notApplicable: 0, notEvaluated: 0 };
const WEB = 'component:default/web';
const API = 'component:default/api';

const ALL_CONTROLS = Object.keys(settings.profile.severities).sort();

/** One entity with a critical finding and a question in one of two clusters, and one in which all passes. */
const entities = [
  anEntity({
    entityRef: WEB,
    parts: [
      aPart({
        tallies: talliesBut({
          [CRITICAL]: { ...NONE, fail: { critical: 2 } },
        }),
      }),
      aPart({
        cluster: 'prod-us',
        tallies: talliesBut({ [HIGH]: { ...NONE, notEvaluated: 1, fail: {} } }),
      }),
    ],
  }),
  anEntity({ entityRef: API }),
];

describe.each(databases.ids)('facts of entities on %s', databaseId => {
  async function fill(): Promise<Knex> {
    const knex = await databases.open(databaseId);
    const clusters = [aCluster(), aDeadCluster({ state: 'scanned' })];
    await fillRolledUp(knex, { clusters, entities }, NOW);
    return knex;
  }

  async function factsOf(knex: Knex, refs: readonly string[], now = NOW) {
    const reader = new DatabaseOrganisationReader(knex);
    const facts = await reader.listEntityFacts(new Set(refs), {
      now,
      thresholds: settings.thresholds,
    });
    return new Map(facts.map(fact => [fact.entityRef, fact]));
  }

  it('name the controls that pass wherever they apply', async () => {
    const facts = await factsOf(await fill(), [WEB, API]);
    expect(facts.get(API)?.passing).toEqual(ALL_CONTROLS);
    expect(facts.get(WEB)?.passing).toEqual(
      ALL_CONTROLS.filter(control => ![CRITICAL, HIGH].includes(control)),
    );
  });

  it('are those of the entities that are asked for, and that there are', async () => {
    const knex = await fill();
    const facts = await factsOf(knex, [API, 'component:default/absent']);
    expect([...facts.keys()]).toEqual([API]);
    expect(await factsOf(knex, [])).toEqual(new Map());
  });

  it('grow old with what they rest on', async () => {
    const knex = await fill();
    const readiness = async (now: number) =>
      (await factsOf(knex, [API], now)).get(API)?.readiness;
    expect(await readiness(NOW)).toBe('ready');
    expect(await readiness(NOW + 24 * HOUR)).toBe('unknown');
  });

  it('count no exemption that is over, though the roll-up has not taken that in', async () => {
    const knex = await fill();
    await knex('postures')
      .where({ scope_ref: API })
      .update({
        raw: 31,
        raw_blocking_critical: 1,
        exempted_critical: 1,
        exempted_until: NOW + HOUR,
        failing: JSON.stringify({ [CRITICAL]: { open: 0, exempted: 1 } }),
      });
    const before = (await factsOf(knex, [API])).get(API);
    expect(before).toMatchObject({
      readiness: 'ready',
      effective: 100,
      open: { critical: 0 },
      passing: ALL_CONTROLS,
    });
    const after = (await factsOf(knex, [API], NOW + HOUR)).get(API);
    expect(after).toMatchObject({
      readiness: 'notReady',
      effective: 31,
      open: { critical: 1 },
      passing: ALL_CONTROLS.filter(control => control !== CRITICAL),
    });
  });
});
