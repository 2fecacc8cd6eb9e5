import { EntityWorkload } from '../database/EntityDetailsReader';
import { ExposureFacts } from '../sweep/exposureFacts';
import { exposureView } from './exposureView';
import { NOW } from './__testUtils__/samples';

const NOTHING: ExposureFacts = {
  services: [],
  entries: [],
  policies: [],
  isolation: [],
};

function aWorkload(
  name: string,
  exposure?: ExposureFacts,
  uses: readonly string[] = [],
): EntityWorkload {
  return {
    key: name,
    cluster: 'prod-eu',
    subject: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'shop',
      name,
    },
    facts: { images: [], uses, ...(exposure ? { exposure } : {}) },
    outcomes: [],
    firstSeenAt: NOW,
  };
}

const service = (
  how: ExposureFacts['services'][number]['exposure'],
): ExposureFacts => ({
  ...NOTHING,
  services: [{ name: 'web', type: 'LoadBalancer', exposure: how }],
});

describe('how far a workload is reached', () => {
  it.each<[string, ExposureFacts | undefined, string]>([
    ['nothing that leads to it', NOTHING, 'inside'],
    ['a Service of the cluster', service('cluster'), 'inside'],
    ['a load balancer for named networks', service('restricted'), 'restricted'],
    ['an open load balancer', service('loadBalancer'), 'outside'],
    ['a node port', service('nodePort'), 'outside'],
    ['the network of its node', { ...NOTHING, hostNetwork: true }, 'outside'],
    ['a port of its node', { ...NOTHING, hostPorts: [80] }, 'outside'],
    [
      'an entry that did not fit',
      { ...NOTHING, leftOut: { entries: 2 } },
      'outside',
    ],
    [
      'Services that did not fit',
      { ...NOTHING, leftOut: { services: 2 } },
      'unknown',
    ],
    [
      'Ingresses that may not be read',
      { ...service('cluster'), unread: { ingresses: 'forbidden' } },
      'unknown',
    ],
    [
      'an open Service beside Ingresses that may not be read',
      { ...service('nodePort'), unread: { ingresses: 'forbidden' } },
      'outside',
    ],
    [
      'policies that may not be read',
      { ...NOTHING, unread: { policies: 'forbidden' } },
      'inside',
    ],
    ['no sweep since an upgrade', undefined, 'unknown'],
  ])('by %s', (_, facts, reach) => {
    const { workloads } = exposureView([aWorkload('web', facts)], 1, []);
    expect(workloads[0].reach).toBe(reach);
  });
});

describe('an exposure that is not whole', () => {
  it('says which list of which cluster could not be read, for how many', () => {
    const facts = { ...NOTHING, unread: { ingresses: 'forbidden' as const } };
    const { unread, partial } = exposureView(
      [aWorkload('a', facts), aWorkload('b', facts), aWorkload('c', NOTHING)],
      3,
      [],
    );
    expect(partial).toBe(true);
    expect(unread).toEqual([
      {
        cluster: 'prod-eu',
        list: 'ingresses',
        reason: 'forbidden',
        workloads: 2,
      },
    ]);
  });

  it('shows the workloads that are reached, and says how many there are', () => {
    const many = Array.from({ length: 150 }, (_, index) =>
      aWorkload(`w${index}`, index === 149 ? service('nodePort') : NOTHING),
    );
    const view = exposureView(many, 400, []);
    expect([view.workloads.length, view.total, view.partial]).toEqual([
      100,
      400,
      true,
    ]);
    expect(view.workloads[0].resource.name).toBe('w149');
    expect(view.reach).toMatchObject({ outside: 1, inside: 149 });
  });

  it('knows nothing of an account that no sweep has told of since an upgrade', () => {
    const account = {
      key: 'robot',
      cluster: 'prod-eu',
      subject: {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        namespace: 'shop',
        name: 'robot',
      },
      findings: [],
    };
    const { workloads, nodes } = exposureView(
      [aWorkload('web', NOTHING, ['robot'])],
      1,
      [account],
    );
    expect(workloads[0].unread).toEqual([
      { list: 'rights', reason: 'staleData' },
    ]);
    expect(nodes.filter(({ type }) => type === 'right')).toEqual([]);
  });
});
