import { parse } from 'yaml';
import { EntityMapping } from '../database/records';
import { anEntity } from './__testUtils__/samples';
import { FoundWorkloads, mappingView } from './mappingView';

const candidate = {
  cluster: 'prod-eu',
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  namespace: 'payments',
  name: 'payments-api',
};

function view(
  mapping: Partial<EntityMapping>,
  found: Partial<FoundWorkloads> = {},
) {
  const entity = anEntity();
  return mappingView(
    { ...entity, mapping: { ...entity.mapping, ...mapping } },
    { owned: 0, inClusters: 12, inNamespace: 3, candidates: [], ...found },
  );
}

const ID = { 'backstage.io/kubernetes-id': 'payments-api' };

describe('mappingView', () => {
  it.each([
    ['has no annotation', { annotated: false }, [], ID],
    [
      'has workloads of its name in one namespace',
      { annotated: true },
      [candidate, { ...candidate, cluster: 'staging' }],
      { ...ID, 'backstage.io/kubernetes-namespace': 'payments' },
    ],
    [
      'has workloads of its name in two namespaces',
      { annotated: false },
      [candidate, { ...candidate, namespace: 'test' }],
      ID,
    ],
  ])(
    'names the annotations of an entity that %s',
    (_, mapping, candidates, annotations) => {
      const { snippet } = view(mapping, { candidates });
      expect(parse(snippet!)).toEqual({ metadata: { annotations } });
      expect(snippet).toContain(
        '# Label the workload the same:\n# backstage.io/kubernetes-id: payments-api\n',
      );
    },
  );

  it.each([
    [
      'on no cluster of its candidates',
      'relation',
      [],
      { spec: { dependsOn: ['resource:default/prod-eu'] } },
    ],
    [
      'on one cluster of its candidates',
      'relation',
      ['staging'],
      { spec: { dependsOn: ['resource:default/prod-eu'] } },
    ],
    [
      'on all clusters of its candidates',
      'relation',
      ['prod-eu', 'staging'],
      {},
    ],
    ['in any cluster', 'all', [], {}],
  ] as const)(
    'adds the dependencies that are missing where it depends %s',
    (_, clustersFrom, clusters, added) => {
      const query = { ...anEntity().mapping.query!, clustersFrom, clusters };
      const candidates = clusters.length
        ? [candidate, { ...candidate, cluster: 'staging' }]
        : [candidate];
      expect(parse(view({ query }, { candidates }).snippet!)).toEqual({
        metadata: {
          annotations: {
            ...ID,
            'backstage.io/kubernetes-namespace': 'payments',
          },
        },
        ...added,
      });
    },
  );

  it('names the cluster where the annotation names another', () => {
    const query = {
      ...anEntity().mapping.query!,
      clustersFrom: 'annotation' as const,
      clusters: ['staging'],
    };
    const { snippet } = view({ query }, { candidates: [candidate] });
    expect(parse(snippet!).metadata.annotations).toMatchObject({
      'backstage.io/kubernetes-cluster': 'prod-eu',
    });
  });

  it.each([
    ['has workloads', { annotated: false }, 2],
    ['has annotations, and nothing bears its name', { annotated: true }, 0],
  ])('names none for an entity that %s', (_, mapping, workloads) => {
    expect(view(mapping, { owned: workloads })).not.toHaveProperty('snippet');
  });

  it.each([
    ['', {}, ['clusters 12', 'selector 2']],
    [
      ' in a namespace',
      { namespace: 'payments' },
      ['clusters 12', 'namespace 3', 'selector 2'],
    ],
  ])('shows what each step of a query%s leaves', (_, added, expected) => {
    const query = { ...anEntity().mapping.query!, ...added };
    const { steps } = view({ query }, { owned: 2 });
    expect(steps.map(({ step, found }) => `${step} ${found}`)).toEqual(
      expected,
    );
  });

  it('shows no step of an entity that is not resolved yet', () => {
    expect(view({ annotated: true, query: undefined }).steps).toEqual([]);
  });

  it('shows the query and what is wrong with it', () => {
    const problem = 'the selector has no key before "="';
    expect(view({ problem }, { candidates: [candidate] })).toMatchObject({
      annotated: true,
      query: anEntity().mapping.query,
      problem,
      steps: [],
      candidates: [candidate],
    });
  });
});
