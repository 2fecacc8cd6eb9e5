import { ConfigReader } from '@backstage/config';
import { createBreather } from '../sweep/createBreather';
import { anEntity } from '../sweep/__testUtils__/SweepHarness';
import {
  aStored,
  CLUSTER,
  CLUSTERS,
  ID,
  NAMESPACE,
  namesOf,
  PlacedSubject,
  SELECTOR,
  SUBJECTS,
} from './__testUtils__/storedSubjects';
import { CatalogEntity } from './CatalogEntity';
import { joinCluster } from './joinCluster';
import { mapEntity } from './mapEntity';
import { readServiceLocator } from './ServiceLocator';

/** The ids of the subjects of each entity over all clusters, joined one by one. */
async function joinAll(
  entities: readonly CatalogEntity[],
  stored: readonly PlacedSubject[] = SUBJECTS,
  {
    used = new Map<string, number>(),
    type = 'multiTenant',
  }: { used?: ReadonlyMap<string, number>; type?: string } = {},
): Promise<number[][]> {
  const locator = readServiceLocator(
    new ConfigReader({ kubernetes: { serviceLocatorMethod: { type } } }),
  );
  const mapped = entities.map(each => mapEntity(each, CLUSTERS, locator));
  const ids: number[][] = entities.map(() => []);
  for (const cluster of CLUSTERS) {
    const workloads = stored.filter(each => each.cluster === cluster);
    const found = { workloads, used };
    const links = await joinCluster(mapped, cluster, found, createBreather());
    expect(links.map(({ entityRef }) => entityRef)).toEqual(
      entities.map(({ entityRef }) => entityRef),
    );
    links.forEach(({ subjectIds }, index) => ids[index].push(...subjectIds));
  }
  return ids;
}

const withAnnotations = (annotations: Record<string, string>) =>
  anEntity('web', { annotations });

describe('joinCluster', () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      'the name where there is no annotation, on workloads and on their pods',
      {},
      ['web', 'web-staging', 'worker'],
    ],
    ['the id', { [ID]: 'web' }, ['web', 'web-staging', 'worker']],
    ['another id', { [ID]: 'other' }, []],
    [
      'the selector, before the id',
      { [SELECTOR]: 'app=db', [ID]: 'web' },
      ['db'],
    ],
    ['the namespace, with the name', { [NAMESPACE]: 'jobs' }, ['worker']],
    [
      'the namespace, with a selector',
      { [NAMESPACE]: 'shop', [SELECTOR]: 'app' },
      ['db', 'web', 'web-staging'],
    ],
    [
      'a namespace that does not exist',
      { [NAMESPACE]: 'none', [ID]: 'web' },
      [],
    ],
    [
      'no cluster where every cluster is meant',
      { [CLUSTER]: 'staging' },
      ['web', 'web-staging', 'worker'],
    ],
    [
      'an empty selector like none',
      { [SELECTOR]: '' },
      ['web', 'web-staging', 'worker'],
    ],
    ['equality', { [SELECTOR]: 'app=web' }, ['web', 'web-staging']],
    ['double equality', { [SELECTOR]: 'app==web,tier==front' }, ['web']],
    [
      'inequality, which what has no such label meets',
      { [SELECTOR]: 'app,app!=web' },
      ['db', 'worker'],
    ],
    ['a set', { [SELECTOR]: 'app in (web, db)' }, ['db', 'web', 'web-staging']],
    [
      'a set of labels of which both halves match, once',
      { [SELECTOR]: 'app in (worker,web)' },
      ['web', 'web-staging', 'worker'],
    ],
    [
      'a set that is ruled out',
      { [SELECTOR]: 'tier, tier notin (back)' },
      ['web'],
    ],
    ['existence', { [SELECTOR]: 'tier' }, ['db', 'web']],
    [
      'absence, and so everything else',
      { [SELECTOR]: '!no-such-label' },
      namesOf(SUBJECTS),
    ],
    ['nothing where nothing matches', { [SELECTOR]: 'app=nothing' }, []],
  ])('goes by %s', async (_, annotations, expected) => {
    const [ids] = await joinAll([withAnnotations(annotations)]);
    const found = SUBJECTS.filter(({ id }) => ids.includes(id));
    expect(namesOf(found)).toEqual(expected);
    expect(ids).toHaveLength(expected.length);
  });

  it('finds nothing in a cluster in which the entity may not run', async () => {
    const entity = withAnnotations({ [CLUSTER]: 'staging', [ID]: 'web' });
    const [ids] = await joinAll([entity], SUBJECTS, { type: 'singleTenant' });
    const found = SUBJECTS.filter(({ id }) => ids.includes(id));
    expect(namesOf(found)).toEqual(['web-staging']);
  });

  it('finds nothing by a selector that cannot be read', async () => {
    expect(
      await joinAll([withAnnotations({ [SELECTOR]: 'app in (' })]),
    ).toEqual([[]]);
  });

  it('asks for both requirements of one set of labels, never for a mixture', async () => {
    const mixed = aStored('mixed', {
      labels: { own: { a: '1' }, pod: { b: '2' } },
    });
    const entity = withAnnotations({ [SELECTOR]: 'a=1,b=2' });
    expect(await joinAll([entity], [mixed])).toEqual([[]]);
  });

  it('lets two entities own one workload', async () => {
    const [first, second] = await joinAll([
      anEntity('web', { annotations: { [SELECTOR]: 'app=db' } }),
      anEntity('db', { annotations: { [SELECTOR]: 'tier=back' } }),
    ]);
    expect(first).toHaveLength(1);
    expect(second).toEqual(first);
  });

  it('links what its workloads use, once, and nothing that is not stored', async () => {
    const images = ['image-1', 'account-1'];
    const app = (name: string) => ({ labels: { own: { app: name }, pod: {} } });
    const [web, db] = await joinAll(
      [
        anEntity('web', { annotations: { [SELECTOR]: 'app=web' } }),
        anEntity('db', { annotations: { [SELECTOR]: 'app=db' } }),
      ],
      [
        aStored('web-1', {
          id: 7001,
          uses: [...images, 'gone'],
          ...app('web'),
        }),
        aStored('web-2', { id: 7002, uses: images, ...app('web') }),
        aStored('db', { id: 7003, ...app('db') }),
      ],
      {
        used: new Map([
          ['image-1', 8001],
          ['account-1', 8002],
          ['image-2', 8003],
        ]),
      },
    );
    expect(web.sort()).toEqual([7001, 7002, 8001, 8002]);
    expect(db).toEqual([7003]);
  });
});
