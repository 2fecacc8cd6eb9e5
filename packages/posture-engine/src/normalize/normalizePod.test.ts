import { KubernetesObject } from '../model/kubernetesObject';
import { parseExample } from '../testing';
import { normalizePod } from './normalizePod';
import { ownedObjectOf } from './OwnedObject';
import { OwnerIndex } from './OwnerIndex';

const DIGEST = `sha256:${'a'.repeat(64)}`;

const [deployment, current, former] = parseExample(`
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop, annotations: { deployment.kubernetes.io/revision: '2' } }
spec: { template: { spec: { initContainers: [{ name: setup }], containers: [{ name: web }] } } }
---
apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: web-new
  namespace: shop
  annotations: { deployment.kubernetes.io/revision: '2' }
  ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web, controller: true }]
---
apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: web-old
  namespace: shop
  annotations: { deployment.kubernetes.io/revision: '1' }
  ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web, controller: true }]
`);
const OWNERS = new OwnerIndex([deployment, current, former].map(ownedObjectOf));

function aPod(
  spec: unknown,
  { owner = '', status = {}, annotations = {} } = {},
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'web-1',
      namespace: 'shop',
      labels: { app: 'web' },
      annotations,
      ...(owner
        ? {
            ownerReferences: [
              {
                apiVersion: 'apps/v1',
                kind: 'ReplicaSet',
                name: owner,
                controller: true,
              },
            ],
          }
        : {}),
    },
    spec,
    status,
  };
}

const RUNNING = {
  nodeName: 'node-1',
  initContainers: [
    { name: 'setup' },
    { name: 'mesh', restartPolicy: 'Always', image: 'mesh:1' },
    { name: 'mesh-init' },
  ],
  containers: [{ name: 'web' }, { name: 'agent', image: 'agent:1' }],
};

describe('normalizePod', () => {
  it('says where a pod runs, whose it is and what admission injected', () => {
    const pod = aPod(RUNNING, {
      owner: 'web-new',
      status: {
        phase: 'Running',
        conditions: [
          { type: 'Initialized', status: 'True' },
          { type: 'Ready', status: 'True' },
        ],
        containerStatuses: [
          { name: 'web', imageID: `docker.io/library/web@${DIGEST}` },
          { name: 'agent', imageID: DIGEST },
          { name: 'waiting', imageID: '' },
        ],
        initContainerStatuses: [
          { name: 'setup', imageID: `docker-pullable://setup@${DIGEST}` },
        ],
      },
    });
    const { livePod, judged } = normalizePod(pod, OWNERS);
    expect(livePod).toEqual({
      namespace: 'shop',
      name: 'web-1',
      nodeName: 'node-1',
      labels: { app: 'web' },
      ready: true,
      owner: { kind: 'Deployment', name: 'web' },
      madeBy: { kind: 'ReplicaSet', name: 'web-new' },
      injected: [
        { name: 'mesh', kind: 'sidecar', image: 'mesh:1' },
        { name: 'mesh-init', kind: 'init' },
        { name: 'agent', kind: 'app', image: 'agent:1' },
      ],
      imageDigests: { web: DIGEST, setup: DIGEST },
    });
    expect(judged).toBeUndefined();
  });

  it('blames no injection for what an older roll-out still runs', () => {
    const { livePod } = normalizePod(
      aPod(RUNNING, { owner: 'web-old' }),
      OWNERS,
    );
    expect(livePod?.injected).toEqual([]);
  });

  it('judges a bare pod by what was written, without status and token', () => {
    const token = {
      name: 'kube-api-access-abcde',
      projected: { sources: [{ serviceAccountToken: { path: 'token' } }] },
    };
    const pod = aPod({
      containers: [
        {
          name: 'web',
          volumeMounts: [{ name: token.name, mountPath: '/token' }],
        },
      ],
      ephemeralContainers: [{ name: 'debugger' }],
      volumes: [token],
    });
    const { livePod, judged, ephemeral } = normalizePod(pod, OWNERS);
    expect(judged).toEqual({
      object: {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: pod.metadata,
        spec: {
          containers: [{ name: 'web', volumeMounts: [] }],
          volumes: [],
        },
      },
    });
    expect(ephemeral).toEqual([{ name: 'debugger' }]);
    expect(livePod?.owner).toEqual({ kind: 'Pod', name: 'web-1' });
    expect(livePod?.injected).toEqual([]);
  });

  it('keeps the unread owner of a pod', () => {
    const { judged, root } = normalizePod(
      aPod(RUNNING, { owner: 'gone' }),
      OWNERS,
    );
    expect(judged?.unreadOwner).toBe('apps/v1 ReplicaSet/shop/gone');
    expect(root?.unreadOwner).toBe('apps/v1 ReplicaSet/shop/gone');
  });

  it('judges no pod in the place of an owner that is read another time', () => {
    const { judged, livePod } = normalizePod(
      aPod(RUNNING, { owner: 'gone' }),
      new OwnerIndex([], ({ kind }) => kind === 'ReplicaSet'),
    );
    expect(judged).toBeUndefined();
    expect(livePod?.name).toBe('web-1');
  });

  it('takes a mirror pod as its node, and as no workload', () => {
    const pod = aPod(RUNNING, {
      annotations: { 'kubernetes.io/config.mirror': 'f00' },
    });
    const { livePod, judged, root } = normalizePod(pod, OWNERS);
    expect(livePod?.owner).toEqual({ kind: 'Node', name: 'node-1' });
    expect(judged).toBeUndefined();
    expect(root).toBeUndefined();
  });

  it.each(['Succeeded', 'Failed'])(
    'does not take a pod that %s as running, but judges it',
    phase => {
      const pod = aPod(
        { ...RUNNING, ephemeralContainers: [{ name: 'debugger' }] },
        { status: { phase } },
      );
      const { livePod, judged, ephemeral } = normalizePod(pod, OWNERS);
      expect(livePod).toBeUndefined();
      expect(ephemeral).toEqual([]);
      expect(judged?.object.metadata.name).toBe('web-1');
    },
  );

  it.each([
    ['no spec', undefined],
    ['a spec of the wrong type', 'none'],
    ['containers of the wrong type', { containers: 'none' }],
    ['containers that are none', { containers: [null, 'none', 7] }],
  ])('survives a pod with %s, and leaves it to the rules', (_, spec) => {
    const { livePod, judged } = normalizePod(aPod(spec), OWNERS);
    expect(livePod?.injected).toEqual([]);
    expect(judged?.object.spec).toEqual(spec);
  });
});
