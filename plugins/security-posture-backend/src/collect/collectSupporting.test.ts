import { ListPage, RawObject } from 'backstage-plugin-security-posture-node';
import { SUPPORTING_RESOURCES } from 'security-posture-engine';
import { CLUSTER, fakeClusterReader } from './__testUtils__/fakeClusterReader';
import { collectCluster } from './collectCluster';

const { gatekeeperConstraints, kubescapeVulnerabilityManifests } =
  SUPPORTING_RESOURCES;
const VERSION = { gitVersion: 'v1.35.8' };
const NOTHING = { kind: 'APIGroupDiscoveryList', items: [] };

function groupOf(group: string, version: string, kinds: readonly string[]) {
  const resources = kinds.map(kind => ({
    resource: kind.toLowerCase(),
    responseKind: { kind },
    scope: 'Cluster',
    verbs: ['list'],
  }));
  return {
    kind: 'APIGroupDiscoveryList',
    items: [{ metadata: { name: group }, versions: [{ version, resources }] }],
  };
}

function page(...items: readonly object[]): readonly ListPage[] {
  return [{ items: items as RawObject[] }];
}

const constraint = (kind: string, name: string) => ({
  apiVersion: 'constraints.gatekeeper.sh/v1beta1',
  kind,
  metadata: { name },
});

async function collect(
  answers: Parameters<typeof fakeClusterReader>[0],
  need: 'gatekeeperConstraints' | 'kubescapeVulnerabilityManifests',
  optIn: readonly 'kubescapeReports'[] = [],
) {
  const reader = fakeClusterReader({
    ...answers,
    documents: { '/version': VERSION, '/api': NOTHING, ...answers.documents },
  });
  const { inventory, lists } = await collectCluster(reader, CLUSTER, {
    needs: [need],
    optIn,
    signal: new AbortController().signal,
  });
  return { list: inventory.supporting[need], lists, asked: reader.asked };
}

describe('a need for every kind of a group', () => {
  const discovered = (...kinds: readonly string[]) => ({
    '/apis': groupOf(gatekeeperConstraints.group, 'v1beta1', kinds),
  });

  it('lists each kind that there is, as one list', async () => {
    const { list, lists } = await collect(
      {
        documents: discovered('K8sOne', 'K8sTwo'),
        lists: {
          k8sone: page(constraint('K8sOne', 'a')),
          k8stwo: page(constraint('K8sTwo', 'b')),
        },
      },
      'gatekeeperConstraints',
    );
    expect(
      list.read &&
        list.items.map(({ kind, metadata }) => [kind, metadata.name]),
    ).toEqual([
      ['K8sOne', 'a'],
      ['K8sTwo', 'b'],
    ]);
    expect(lists).toEqual(
      expect.arrayContaining([
        { resource: 'k8sone.constraints.gatekeeper.sh', objects: 1 },
        { resource: 'k8stwo.constraints.gatekeeper.sh', objects: 1 },
      ]),
    );
  });

  it('is unread where one of the kinds is', async () => {
    const { list } = await collect(
      {
        documents: discovered('K8sOne', 'K8sTwo'),
        lists: { k8sone: page(constraint('K8sOne', 'a')) },
      },
      'gatekeeperConstraints',
    );
    expect(list).toEqual({ read: false, reason: 'unreachable' });
  });

  it.each([
    ['no such group', { '/apis': NOTHING }, { read: true, items: [] }],
    [
      'no discovery',
      { '/apis': { kind: 'Status' } },
      { read: false, reason: 'unreachable' },
    ],
    [
      'more kinds than anybody has',
      discovered(...Array.from({ length: 201 }, (_, n) => `K8s${n}`)),
      { read: false, reason: 'tooLarge' },
    ],
  ])('with %s', async (_, documents, expected) => {
    const { list } = await collect({ documents }, 'gatekeeperConstraints');
    expect(list).toEqual(expected);
  });
});

describe('a kind whose lists hold no spec', () => {
  const { group, version, plural, kind } = kubescapeVulnerabilityManifests;
  const base = `/apis/${group}/${version}/namespaces/kubescape/${plural}`;
  const metadata = (name: string) => ({ namespace: 'kubescape', name });
  const listed = (count: number) =>
    page(
      ...Array.from({ length: count }, (_, index) => ({
        apiVersion: `${group}/${version}`,
        kind,
        metadata: metadata(`m${index}`),
      })),
    );
  const documents = {
    '/apis': {
      ...groupOf(group, version, []),
      items: [
        {
          metadata: { name: group },
          versions: [
            {
              version,
              resources: [
                { resource: plural, responseKind: { kind }, verbs: ['list'] },
              ],
            },
          ],
        },
      ],
    },
  };
  const matches = [
    {
      vulnerability: { id: 'CVE-2026-1', severity: 'High', description: 'x' },
      artifact: { name: 'openssl', version: '1', locations: ['many'] },
    },
  ];

  it('is got object by object, without what is gone meanwhile', async () => {
    const { list, asked } = await collect(
      {
        documents: {
          ...documents,
          [`${base}/m0`]: {
            metadata: metadata('m0'),
            spec: { payload: { matches } },
          },
        },
        lists: { [plural]: listed(2) },
      },
      'kubescapeVulnerabilityManifests',
      ['kubescapeReports'],
    );
    expect(list.read && list.items).toEqual([
      {
        apiVersion: `${group}/${version}`,
        kind,
        metadata: metadata('m0'),
        spec: {
          payload: {
            matches: [
              {
                vulnerability: { id: 'CVE-2026-1', severity: 'High' },
                artifact: { name: 'openssl', version: '1' },
              },
            ],
          },
        },
      },
    ]);
    expect(asked).toEqual(expect.arrayContaining([`${base}/m0`, `${base}/m1`]));
  });

  it('is not read where it would take more than 500 requests', async () => {
    const { list, asked } = await collect(
      { documents, lists: { [plural]: listed(501) } },
      'kubescapeVulnerabilityManifests',
      ['kubescapeReports'],
    );
    expect(list).toEqual({ read: false, reason: 'tooLarge' });
    expect(asked.filter(path => path.startsWith(base))).toEqual([]);
  });

  it('is not read unless it is asked for', async () => {
    const { list, asked } = await collect(
      { documents },
      'kubescapeVulnerabilityManifests',
    );
    expect(list).toEqual({ read: false, reason: 'probeOff' });
    expect(asked.filter(path => path.includes(plural))).toEqual([]);
  });

  it('is empty where the cluster does not have it, asked for or not', async () => {
    const { list } = await collect(
      { documents: { '/apis': NOTHING } },
      'kubescapeVulnerabilityManifests',
    );
    expect(list).toEqual({ read: true, items: [] });
  });

  it('is unread where one object is garbage', async () => {
    const { list } = await collect(
      {
        documents: { ...documents, [`${base}/m0`]: ['no object'] },
        lists: { [plural]: listed(1) },
      },
      'kubescapeVulnerabilityManifests',
      ['kubescapeReports'],
    );
    expect(list).toEqual({ read: false, reason: 'parseError' });
  });
});

it('selects by field and asks for metadata only, where a kind says so', async () => {
  const reader = fakeClusterReader({
    documents: { '/version': VERSION, '/api': NOTHING, '/apis': NOTHING },
  });
  const list = jest.spyOn(reader, 'list');
  const get = jest.spyOn(reader, 'get');
  get.mockImplementation(async (_, path) =>
    path === '/version' ? VERSION : { kind: 'Status' },
  );
  await collectCluster(reader, CLUSTER, {
    needs: ['tokenSecrets', 'trivySbomReports', 'trivyVulnerabilityReports'],
    optIn: ['secretMetadata'],
    signal: new AbortController().signal,
  });
  const options = Object.fromEntries(
    list.mock.calls.map(([, { plural, fieldSelector }, rest]) => [
      fieldSelector ?? plural,
      [rest?.metadataOnly, rest?.limit],
    ]),
  );
  expect(options).toMatchObject({
    'type=kubernetes.io/service-account-token': [true, undefined],
    sbomreports: [true, undefined],
    vulnerabilityreports: [false, 25],
  });
});
