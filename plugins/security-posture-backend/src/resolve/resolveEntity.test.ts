import { ConfigReader } from '@backstage/config';
import { createBreather } from '../sweep/createBreather';
import { anEntity } from '../sweep/__testUtils__/SweepHarness';
import { CatalogEntity } from './CatalogEntity';
import { resolveEntities } from './resolveEntities';
import { resolveEntity } from './resolveEntity';
import { readServiceLocator } from './ServiceLocator';
import { StoredSubject, SubjectIndex } from './SubjectIndex';

const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';
const NAMESPACE = 'backstage.io/kubernetes-namespace';
const CLUSTER = 'backstage.io/kubernetes-cluster';
const CLUSTERS = ['prod', 'staging'];

let ids = 0;

function aStored(
  name: string,
  rest: Partial<StoredSubject> = {},
): StoredSubject {
  ids += 1;
  return {
    id: ids,
    key: `key-${ids}`,
    cluster: 'prod',
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'shop',
    name,
    labels: { own: {}, pod: {} },
    ...rest,
  };
}

const SUBJECTS = [
  aStored('web', {
    labels: { own: { [ID]: 'web', app: 'web', tier: 'front' }, pod: {} },
  }),
  aStored('web-staging', {
    cluster: 'staging',
    labels: { own: { [ID]: 'web', app: 'web' }, pod: {} },
  }),
  aStored('worker', {
    namespace: 'jobs',
    labels: { own: {}, pod: { [ID]: 'web', app: 'worker' } },
  }),
  aStored('db', {
    labels: { own: { app: 'db', tier: 'back' }, pod: { app: 'db' } },
  }),
  aStored('lonely', {}),
];

const index = new SubjectIndex(SUBJECTS);
const multiTenant = readServiceLocator(new ConfigReader({}));

function resolve(
  annotations: Record<string, string>,
  locator = multiTenant,
  entity: Partial<CatalogEntity> = {},
) {
  return resolveEntity(
    anEntity('web', { annotations, ...entity }),
    CLUSTERS,
    index,
    locator,
  );
}

function namesOf(subjects: readonly StoredSubject[]): string[] {
  return subjects.map(({ name }) => name).sort();
}

describe('resolveEntity', () => {
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
  ])('goes by %s', (_, annotations, expected) => {
    const { subjects, mapping } = resolve(annotations);
    expect(namesOf(subjects)).toEqual(expected);
    expect(mapping).not.toHaveProperty('problem');
    expect(mapping.steps.at(-1)).toEqual({
      step: 'selector',
      found: expected.length,
    });
  });

  it.each(['app in (', 'app=a=b', '=web', 'app in', ',,', 'a'.repeat(10_001)])(
    'says what is wrong with the selector %.20s, and finds nothing',
    text => {
      const { subjects, mapping } = resolve({ [SELECTOR]: text });
      expect(subjects).toEqual([]);
      expect(mapping.problem).toEqual(expect.any(String));
      expect(mapping.steps).toEqual([]);
    },
  );

  it('asks for both requirements of one set of labels, never for a mixture', () => {
    const mixed = new SubjectIndex([
      aStored('mixed', { labels: { own: { a: '1' }, pod: { b: '2' } } }),
    ]);
    const entity = anEntity('mixed', {
      annotations: { [SELECTOR]: 'a=1,b=2' },
    });
    expect(
      resolveEntity(entity, CLUSTERS, mixed, multiTenant).subjects,
    ).toEqual([]);
  });

  it.each<[string, Record<string, string>, boolean]>([
    ['no annotation', {}, false],
    ['another annotation', { 'backstage.io/techdocs-ref': 'dir:.' }, false],
    ['an id', { [ID]: 'web' }, true],
    ['a selector', { [SELECTOR]: 'a=b' }, true],
    ['a namespace', { [NAMESPACE]: 'shop' }, true],
    ['a cluster', { [CLUSTER]: 'prod' }, true],
  ])('with %s', (_, annotations, annotated) => {
    expect(resolve(annotations).mapping.annotated).toBe(annotated);
  });

  it.each<[Record<string, string>, string, string]>([
    [{}, 'name', `${ID}=web`],
    [{ [ID]: 'x' }, 'kubernetes-id', `${ID}=x`],
    [{ [SELECTOR]: 'a=b' }, 'label-selector', 'a=b'],
  ])(
    'tells the query that it made of %j',
    (annotations, from, labelSelector) => {
      expect(resolve(annotations).mapping.query).toEqual({
        labelSelector,
        from,
        clusters: CLUSTERS,
      });
    },
  );

  it('tells which step leaves nothing', () => {
    const { mapping } = resolve({ [NAMESPACE]: 'jobs', [ID]: 'other' });
    expect(mapping.query?.namespace).toBe('jobs');
    expect(mapping.steps).toEqual([
      { step: 'clusters', found: 5 },
      { step: 'namespace', found: 1 },
      { step: 'selector', found: 0 },
    ]);
  });
});

describe('the service locator', () => {
  const locatorOf = (type?: string) =>
    readServiceLocator(
      new ConfigReader(
        type ? { kubernetes: { serviceLocatorMethod: { type } } } : {},
      ),
    );
  const dependsOn = [
    'resource:default/prod',
    'resource:other/staging',
    'component:default/staging',
  ];

  it.each<[string | undefined, Partial<CatalogEntity>, string[]]>([
    [undefined, {}, CLUSTERS],
    ['multiTenant', { annotations: { [CLUSTER]: 'prod' } }, CLUSTERS],
    ['singleTenant', { annotations: { [CLUSTER]: 'prod' } }, ['prod']],
    ['singleTenant', { annotations: { [CLUSTER]: 'gone' } }, []],
    ['singleTenant', {}, CLUSTERS],
    ['catalogRelation', { dependsOn }, ['prod']],
    ['catalogRelation', { dependsOn, namespace: 'other' }, ['staging']],
    ['catalogRelation', {}, []],
    ['http', { annotations: { [CLUSTER]: 'prod' } }, CLUSTERS],
    ['of-a-module', {}, CLUSTERS],
  ])('%s allows for %j', (type, entity, expected) => {
    expect(
      locatorOf(type)(
        anEntity('web', { annotations: {}, ...entity }),
        CLUSTERS,
      ),
    ).toEqual(expected);
  });

  it('leaves out workloads of other clusters', () => {
    const { subjects, mapping } = resolve(
      { [CLUSTER]: 'staging', [ID]: 'web' },
      locatorOf('singleTenant'),
    );
    expect(namesOf(subjects)).toEqual(['web-staging']);
    expect(mapping.query?.clusters).toEqual(['staging']);
    expect(mapping.steps[0]).toEqual({ step: 'clusters', found: 1 });
  });
});

describe('resolveEntities', () => {
  const resolveAll = (
    entities: readonly CatalogEntity[],
    subjects = SUBJECTS,
  ) =>
    resolveEntities(
      entities,
      CLUSTERS,
      subjects,
      multiTenant,
      createBreather(),
    );

  it('lets two entities own one workload', async () => {
    const [first, second] = await resolveAll([
      anEntity('web', { annotations: { [SELECTOR]: 'app=db' } }),
      anEntity('db', { annotations: { [SELECTOR]: 'tier=back' } }),
    ]);
    expect(first.subjectIds).toHaveLength(1);
    expect(second.subjectIds).toEqual(first.subjectIds);
  });

  it('suggests workloads of the same name that belong to nobody', async () => {
    const [link] = await resolveAll([
      anEntity('lonely', { annotations: { [ID]: 'typo' } }),
    ]);
    expect(link.mapping.candidates).toEqual([
      {
        cluster: 'prod',
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'lonely',
      },
    ]);
  });

  it('suggests nothing that belongs to another, and nothing to who has workloads', async () => {
    const [db, owner, mapped] = await resolveAll([
      anEntity('db', { annotations: { [ID]: 'typo' } }),
      anEntity('owner', { annotations: { [SELECTOR]: 'app=db' } }),
      anEntity('lonely', { annotations: { [SELECTOR]: 'app=web' } }),
    ]);
    expect(db.mapping.candidates).toEqual([]);
    expect(owner.mapping.candidates).toEqual([]);
    expect(mapped.mapping.candidates).toEqual([]);
  });

  it('suggests at most five', async () => {
    const many = Array.from({ length: 9 }, (_, number) =>
      aStored('many', { namespace: `n${number}` }),
    );
    const [link] = await resolveAll([anEntity('many')], many);
    expect(link.mapping.candidates).toHaveLength(5);
  });
});

describe('SubjectIndex', () => {
  it('counts by cluster and namespace', () => {
    expect(index.count(CLUSTERS)).toBe(5);
    expect(index.count(['prod'])).toBe(4);
    expect(index.count(['prod'], 'shop')).toBe(3);
    expect(index.count([])).toBe(0);
    expect(index.count(['none'])).toBe(0);
  });

  it('finds by name', () => {
    expect(namesOf(index.named('db'))).toEqual(['db']);
    expect(index.named('none')).toEqual([]);
  });
});
