import { ClusterReadError } from 'backstage-plugin-security-posture-node';
import {
  ResourceType,
  SUPPORTING_RESOURCES,
  WORKLOAD_RESOURCES,
} from 'security-posture-engine';
import { discoverResources } from './discoverResources';
import { CLUSTER, fakeClusterReader } from './__testUtils__/fakeClusterReader';

const { cronJobs, deployments, pods } = WORKLOAD_RESOURCES;
const { ingresses } = SUPPORTING_RESOURCES;
const RESOURCES: readonly ResourceType[] = [
  pods,
  cronJobs,
  deployments,
  ingresses,
];

const LISTED = ['get', 'list'];

/** Aggregated discovery: `batch/v1beta1` with its kinds. */
function aggregated(groups: Record<string, Record<string, object[]>>) {
  return {
    kind: 'APIGroupDiscoveryList',
    items: Object.entries(groups).map(([name, versions]) => ({
      metadata: name ? { name } : {},
      versions: Object.entries(versions).map(([version, resources]) => ({
        version,
        resources,
      })),
    })),
  };
}

const kind = (resource: string, verbs = LISTED) => ({ resource, verbs });

async function discover(
  documents: Record<string, unknown>,
  everyGroup = false,
) {
  const reader = fakeClusterReader({ documents });
  const discovery = await discoverResources(reader, CLUSTER, {
    resources: RESOURCES,
    everyGroup,
  });
  const tell = (resource: ResourceType) => {
    const served = discovery.served(resource);
    return served.state === 'served' ? served.resource.version : served.state;
  };
  return {
    discovery,
    asked: reader.asked,
    told: Object.fromEntries(
      RESOURCES.map(resource => [resource.plural, tell(resource)]),
    ),
  };
}

describe('discoverResources', () => {
  it('reads aggregated discovery in two requests', async () => {
    const { told, asked } = await discover({
      '/api': aggregated({ '': { v1: [kind('pods')] } }),
      '/apis': aggregated({
        apps: { v1: [kind('deployments')] },
        batch: { v1: [kind('jobs')], v1beta1: [kind('cronjobs')] },
        'networking.k8s.io': { v1: [kind('ingresses', ['get'])] },
      }),
    });
    expect(told).toEqual({
      pods: 'v1',
      deployments: 'v1',
      cronjobs: 'v1beta1',
      ingresses: 'absent',
    });
    expect(asked).toEqual(['/api', '/apis']);
  });

  it('reads the older form, of the groups that are needed only', async () => {
    const resources = (...names: string[]) => ({
      kind: 'APIResourceList',
      resources: names.map(name => ({ name, verbs: LISTED })),
    });
    const { told, asked } = await discover({
      '/api': { kind: 'APIVersions', versions: ['v1'] },
      '/api/v1': resources('pods', 'pods/log'),
      '/apis': {
        kind: 'APIGroupList',
        groups: [
          { name: 'apps', versions: [{ version: 'v1' }] },
          { name: 'batch', versions: [{ version: 'v1beta1' }] },
          { name: 'other.example.org', versions: [{ version: 'v1' }] },
        ],
      },
      '/apis/apps/v1': resources('deployments'),
    });
    expect(told).toEqual({
      pods: 'v1',
      deployments: 'v1',
      cronjobs: 'unknown',
      ingresses: 'absent',
    });
    expect(asked).toEqual([
      '/api',
      '/api/v1',
      '/apis',
      '/apis/batch/v1beta1',
      '/apis/apps/v1',
    ]);
  });

  it('does not build paths of versions that are none', async () => {
    const { told, asked } = await discover({
      '/api': { kind: 'APIVersions', versions: ['../../clusters'] },
      '/apis': aggregated({ apps: { '../x': [kind('deployments')] } }),
    });
    expect(told).toMatchObject({ pods: 'absent', deployments: 'absent' });
    expect(asked).toEqual(['/api', '/apis']);
  });

  it.each([
    ['cannot be read', undefined],
    ['is no document of discovery', { kind: 'Status' }],
  ])('tells nothing where it %s', async (_, document) => {
    const { told } = await discover({ '/api': document, '/apis': document });
    expect(new Set(Object.values(told))).toEqual(new Set(['unknown']));
  });

  it('fails where the credentials are refused', async () => {
    const refused = new ClusterReadError('refused', {
      reason: 'unreachable',
      reach: 'cluster',
    });
    await expect(discover({ '/api': refused })).rejects.toBe(refused);
  });

  const CONSTRAINTS = SUPPORTING_RESOURCES.gatekeeperConstraints;
  const constraint = (resource: string, rest: object = {}) => ({
    resource,
    verbs: LISTED,
    scope: 'Cluster',
    responseKind: { kind: `K8s${resource}` },
    ...rest,
  });

  it('finds every kind of a group that can be listed', async () => {
    const { discovery } = await discover({
      '/api': aggregated({}),
      '/apis': aggregated({
        [CONSTRAINTS.group]: {
          v1beta1: [
            constraint('privileged'),
            constraint('allowedrepos'),
            constraint('hidden', { verbs: ['get'] }),
            constraint('../secrets'),
            constraint('nameless', { responseKind: {} }),
          ],
        },
      }),
    });
    expect(discovery.kindsOf(CONSTRAINTS)).toEqual([
      {
        ...CONSTRAINTS,
        plural: 'allowedrepos',
        kind: 'K8sallowedrepos',
        namespaced: false,
      },
      {
        ...CONSTRAINTS,
        plural: 'privileged',
        kind: 'K8sprivileged',
        namespaced: false,
      },
    ]);
  });

  it.each([
    ['no kinds of a group that is not there', aggregated({}), []],
    ['nothing where discovery fails', { kind: 'Status' }, undefined],
  ])('finds %s', async (_, document, kinds) => {
    const { discovery } = await discover({
      '/api': document,
      '/apis': document,
    });
    expect(discovery.kindsOf(CONSTRAINTS)).toEqual(kinds);
  });

  it('tells all that is served, listable or not', async () => {
    const { discovery } = await discover({
      '/api': aggregated({ '': { v1: [kind('pods'), kind('bindings', [])] } }),
      '/apis': aggregated({ apps: { v1: [kind('deployments')] } }),
    });
    expect(discovery.servedResources).toEqual({
      read: true,
      items: [
        { group: '', plural: 'pods' },
        { group: '', plural: 'bindings' },
        { group: 'apps', plural: 'deployments' },
      ],
    });
  });

  it('knows nothing of a group whose own API server never answered', async () => {
    const document = aggregated({ apps: { v1: [] } });
    const stale = document.items.map(item => ({
      ...item,
      versions: item.versions.map(version => ({
        ...version,
        freshness: 'Stale',
      })),
    }));
    const { told, discovery } = await discover({
      '/api': aggregated({}),
      '/apis': { ...document, items: stale },
    });
    expect(told).toMatchObject({ deployments: 'unknown', pods: 'absent' });
    expect(discovery.servedResources).toEqual({
      read: false,
      reason: 'partial',
    });
  });

  it('asks every group by the older form where all is to be told', async () => {
    const { asked, discovery } = await discover(
      {
        '/api': { kind: 'APIVersions', versions: [] },
        '/apis': {
          kind: 'APIGroupList',
          groups: [
            { name: 'other.example.org', versions: [{ version: 'v1' }] },
          ],
        },
        '/apis/other.example.org/v1': {
          resources: [{ name: 'others', verbs: LISTED }],
        },
      },
      true,
    );
    expect(asked).toContain('/apis/other.example.org/v1');
    expect(discovery.servedResources).toEqual({
      read: true,
      items: [{ group: 'other.example.org', plural: 'others' }],
    });
  });
});
