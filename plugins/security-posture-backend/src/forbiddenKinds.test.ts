import { EntityPosture } from 'backstage-plugin-security-posture-common';
import {
  ResourceType,
  SUPPORTING_RESOURCES,
  WORKLOAD_RESOURCES,
} from 'security-posture-engine';
import { DemoWorld } from './__testUtils__/DemoWorld';
import { PortalHarness } from './__testUtils__/PortalHarness';
import { listNameOf } from './collect/listNameOf';
import { listPathOf } from './collect/listPage';
import { testDatabases } from './database/__testUtils__/testDatabases';

const ENTITIES = ['payments-api', 'ledger'];
const WORKLOADS: readonly ResourceType[] = Object.values(WORKLOAD_RESOURCES);
const KINDS: readonly ResourceType[] = [
  ...WORKLOADS,
  ...Object.values(SUPPORTING_RESOURCES),
];

let world: DemoWorld;
beforeAll(async () => {
  world = await DemoWorld.start();
});
afterAll(() => world?.stop());

const databases = testDatabases({ heavy: true });

describe.each(databases.ids)('on %s', databaseId => {
  let portal: PortalHarness;
  let before: Awaited<ReturnType<typeof postures>>;

  beforeAll(async () => {
    const knex = await databases.open(databaseId);
    portal = await PortalHarness.start(world, knex, 'payments');
    before = await postures();
  });
  afterAll(() => portal?.stop());
  afterEach(() => world.prod.faults.clear());

  it('fault: 403 for any one kind that was read before: every fail stays, once, and no score rises', async () => {
    const paths = world.prod.requests.list().map(({ path }) => path);
    const kinds = KINDS.filter(kind => paths.includes(pathOf(kind)));
    expect(kinds.length).toBeGreaterThan(35);
    for (const kind of kinds) await expectNothingLostOrDoubled([kind]);
    await expectTheSameAgain();
  }, 240_000);

  it('fault: 403 for two kinds of workload, or for all, that were read before: every fail stays, once, and no score rises', async () => {
    const pairs = WORKLOADS.flatMap((one, index) =>
      WORKLOADS.slice(index + 1).map(other => [one, other]),
    );
    for (const kinds of [...pairs, WORKLOADS])
      await expectNothingLostOrDoubled(kinds);
    await expectTheSameAgain();
  }, 240_000);

  async function expectNothingLostOrDoubled(
    kinds: readonly ResourceType[],
  ): Promise<void> {
    const refused = kinds.map(faultNameOf);
    world.prod.faults.clear();
    for (const resource of refused)
      world.prod.faults.set({ type: 'forbidden', resource });
    await portal.scan('prod');
    const after = await postures();
    expect({ refused, ...countsOf(after) }).toEqual({
      refused,
      ...countsOf(before),
    });
    const { lastSweep } = await portal.clusterOf('prod');
    expect(lastSweep?.lists).toContainEqual({
      resource: listNameOf(kinds[0]),
      reason: 'forbidden',
    });
    after.entities.forEach(({ score }, index) => {
      const former = before.entities[index].score;
      expect(score.value ?? 0).toBeLessThanOrEqual(former.value!);
      expect(score.coverage).toBeLessThanOrEqual(former.coverage!);
    });
  }

  async function expectTheSameAgain(): Promise<void> {
    world.prod.faults.clear();
    await portal.scan('prod');
    expect(await postures()).toEqual(before);
  }

  async function postures() {
    const entities: Pick<EntityPosture, 'score' | 'open' | 'workloads'>[] = [];
    for (const name of ENTITIES) {
      const { score, open, workloads } = await portal.postureOf(name);
      entities.push({ score, open, workloads });
    }
    const fails = await portal
      .knex('findings')
      .join('subjects', 'subjects.id', 'findings.subject_id')
      .whereNull('closed_at')
      .where({ outcome: 'fail', 'subjects.cluster': 'prod' })
      .select('control_id', 'kind', 'subjects.namespace', 'subjects.name')
      .orderBy('findings.key');
    return { entities, fails };
  }
});

function countsOf({
  entities,
  fails,
}: {
  entities: readonly Pick<EntityPosture, 'open' | 'workloads'>[];
  fails: readonly object[];
}) {
  return {
    entities: entities.map(({ open, workloads }) => ({ open, workloads })),
    fails,
  };
}

function pathOf(kind: ResourceType): string {
  return listPathOf(kind, 1, undefined).split('?')[0];
}

/** As faults name a resource: `deployments.apps`. */
function faultNameOf({ plural, group }: ResourceType): string {
  return group ? `${plural}.${group}` : plural;
}
