import {
  ClusterReadError,
  ListPage,
} from 'backstage-plugin-security-posture-node';
import { SUPPORTING_RESOURCES } from 'security-posture-engine';
import { Served } from './discoverResources';
import { discoveryOf } from './__testUtils__/discoveryOf';
import { ListCollector } from './ListCollector';
import { CLUSTER, fakeClusterReader } from './__testUtils__/fakeClusterReader';

const { roles } = SUPPORTING_RESOURCES;

async function read(state: Served['state'], pages?: readonly ListPage[]) {
  const reader = fakeClusterReader({ lists: pages ? { roles: pages } : {} });
  const served: Served =
    state === 'served' ? { state, resource: roles } : { state };
  const { signal } = new AbortController();
  const collector = new ListCollector(
    { reader, cluster: CLUSTER, discovery: discoveryOf(() => served), signal },
    1,
  );
  const names: string[] = [];
  const reason = await collector.read({
    resource: roles,
    begin: () => names.splice(0),
    take: ({ metadata }) => names.push(metadata.name),
  });
  return { reason, names, asked: reader.asked, lists: collector.lists };
}

async function readElse(work: () => Promise<readonly string[]>) {
  const { signal } = new AbortController();
  const reader = fakeClusterReader({});
  const discovery = discoveryOf(() => ({ state: 'absent' }));
  const collector = new ListCollector(
    { reader, cluster: CLUSTER, discovery, signal },
    1,
  );
  const list = await collector.readOther('/metrics', work);
  return { list, lists: collector.lists };
}

const role = (name?: string) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'Role',
  metadata: { name },
});

describe('ListCollector', () => {
  it('takes the objects of all pages', async () => {
    const pages = [{ items: [role('a')] }, { items: [role('b')] }];
    const { reason, names, lists } = await read('served', pages);
    expect(reason).toBeUndefined();
    expect(names).toEqual(['a', 'b']);
    expect(lists).toEqual([{ resource: 'roles', objects: 2 }]);
  });

  it('forgets the pages before a list that began anew', async () => {
    const pages = [
      { items: [role('a'), role('b')] },
      { items: [role('a')], restarted: true },
    ];
    const { names, lists } = await read('served', pages);
    expect(names).toEqual(['a']);
    expect(lists).toEqual([{ resource: 'roles', objects: 1 }]);
  });

  it('asks for no kind that is not served', async () => {
    const { reason, lists, asked } = await read('absent');
    expect(reason).toBeUndefined();
    expect(lists).toEqual([{ resource: 'roles', objects: 0 }]);
    expect(asked).toEqual([]);
  });

  it('fault: 404 for a kind that not every cluster has, as for a CRD that was removed: it counts as none', async () => {
    const { reason, lists } = await read('unknown');
    expect(reason).toBeUndefined();
    expect(lists).toEqual([{ resource: 'roles', objects: 0 }]);
  });

  it('fault: 404 for a kind that the cluster says it serves: what needs it is not evaluated', async () => {
    const { reason, lists } = await read('served');
    expect(reason).toBe('unreachable');
    expect(lists).toEqual([{ resource: 'roles', reason: 'unreachable' }]);
  });

  it('takes nothing of a list with an object that is none', async () => {
    const pages = [{ items: [role('a')] }, { items: [role()] }];
    const { reason, names } = await read('served', pages);
    expect(reason).toBe('parseError');
    expect(names).toEqual([]);
  });

  it('takes account of other reading too', async () => {
    expect(await readElse(async () => ['a', 'b'])).toEqual({
      list: { read: true, items: ['a', 'b'] },
      lists: [{ resource: '/metrics', objects: 2 }],
    });
  });

  it('keeps the reason of other reading that fails', async () => {
    const failing = async () => {
      throw new ClusterReadError('no', { reason: 'forbidden', status: 403 });
    };
    expect(await readElse(failing)).toEqual({
      list: { read: false, reason: 'forbidden' },
      lists: [{ resource: '/metrics', reason: 'forbidden' }],
    });
  });

  it('hands on what is no failure of a read', async () => {
    const broken = async () => {
      throw new Error('the database is gone');
    };
    await expect(readElse(broken)).rejects.toThrow('the database is gone');
  });
});
