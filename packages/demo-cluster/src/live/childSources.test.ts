import { Manifest, OwnerReference } from '../objects/Manifest';
import { containers, live, node, ofKind, podOf } from '../testing/live';
import { workload } from '../testing/manifests';
import { PodSpec } from './PodSpec';

describe('children', () => {
  it.each([
    ['Deployment', {}, 1, 'ReplicaSet', 'Running'],
    ['Deployment', { replicas: 3 }, 3, 'ReplicaSet', 'Running'],
    ['Deployment', { replicas: 0 }, 0, 'ReplicaSet', 'Running'],
    ['ReplicaSet', { replicas: 2 }, 2, 'ReplicaSet', 'Running'],
    [
      'ReplicationController',
      { replicas: 2 },
      2,
      'ReplicationController',
      'Running',
    ],
    ['StatefulSet', { replicas: 2 }, 2, 'StatefulSet', 'Running'],
    ['DaemonSet', {}, 2, 'DaemonSet', 'Running'],
    ['Job', { completions: 2 }, 2, 'Job', 'Succeeded'],
    ['CronJob', {}, 3, 'Job', 'Succeeded'],
    ['CronJob', { successfulJobsHistoryLimit: 1 }, 1, 'Job', 'Succeeded'],
    ['CronJob', { suspend: true }, 0, 'Job', 'Succeeded'],
  ])('%s %j runs %s pods of a %s', (kind, spec, count, ownerKind, phase) => {
    const objects = live([
      workload(kind, { spec }),
      node('node-a'),
      node('node-b'),
    ]);
    const pods = ofKind(objects, 'Pod');
    expect(pods).toHaveLength(count);
    expect(new Set(pods.map(({ metadata }) => metadata.name)).size).toBe(count);
    for (const pod of pods) {
      const [owner] = pod.metadata.ownerReferences as OwnerReference[];
      expect(owner).toMatchObject({ kind: ownerKind, controller: true });
      const holder = objects.find(({ metadata }) => metadata.uid === owner.uid);
      expect(holder?.metadata.name).toBe(owner.name);
      expect(pod.status?.phase).toBe(phase);
      expect(pod.metadata.labels?.app).toBe('web');
      expect(['node-a', 'node-b']).toContain(pod.spec?.nodeName);
    }
  });

  it('leads from a pod to its Deployment and to its CronJob', () => {
    const objects = live([
      workload('Deployment'),
      workload('CronJob', { name: 'night' }),
    ]);
    const rootsOf = (object: Manifest): string => {
      const [owner] = object.metadata.ownerReferences ?? [];
      const holder = objects.find(
        ({ metadata }) => metadata.uid === owner?.uid,
      );
      return holder ? rootsOf(holder) : object.kind;
    };
    const roots = new Set(ofKind(objects, 'Pod').map(rootsOf));
    expect(roots).toEqual(new Set(['Deployment', 'CronJob']));
  });

  it('numbers the pods of a StatefulSet and claims their volumes', () => {
    const claim = {
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'] },
    };
    const spec = { replicas: 2, volumeClaimTemplates: [claim] };
    const objects = live([workload('StatefulSet', { spec })]);
    const pods = ofKind(objects, 'Pod');
    expect(pods.map(({ metadata }) => metadata.name)).toEqual([
      'web-0',
      'web-1',
    ]);
    expect((pods[1].spec as PodSpec).volumes?.[0]).toEqual({
      name: 'data',
      persistentVolumeClaim: { claimName: 'data-web-1' },
    });
    expect(
      ofKind(objects, 'PersistentVolumeClaim').map(
        ({ metadata }) => metadata.name,
      ),
    ).toEqual(['data-web-0', 'data-web-1']);
  });

  it('makes none for an object whose children were written too', () => {
    const owner = {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      name: 'web',
      uid: '1',
      controller: true,
    };
    const pod = workload('Pod', { name: 'web-x' });
    pod.metadata.ownerReferences = [owner];
    const pods = ofKind(
      live([workload('ReplicaSet', { spec: { replicas: 5 } }), pod]),
      'Pod',
    );
    expect(pods.map(({ metadata }) => metadata.name)).toEqual(['web-x']);
  });

  it('reports how workloads stand', () => {
    const [deployment] = ofKind(
      live([workload('Deployment', { spec: { replicas: 2 } })]),
      'Deployment',
    );
    expect(deployment.status).toMatchObject({ replicas: 2, readyReplicas: 2 });
  });
});

describe('nodes', () => {
  const taint = {
    key: 'node-role.kubernetes.io/control-plane',
    effect: 'NoSchedule',
  };
  const nodes = [
    node('plain'),
    node('gpu', { labels: { gpu: 'yes' } }),
    node('control', { taints: [taint] }),
  ];

  it.each([
    ['no wishes', {}, ['gpu', 'plain']],
    ['a node selector', { nodeSelector: { gpu: 'yes' } }, ['gpu']],
    [
      'a toleration',
      { tolerations: [{ key: taint.key, operator: 'Exists' }] },
      ['control', 'gpu', 'plain'],
    ],
    [
      'all tolerations',
      { tolerations: [{ operator: 'Exists' }] },
      ['control', 'gpu', 'plain'],
    ],
  ])('a DaemonSet with %s runs on %s', (_name, pod, expected) => {
    const set = workload('DaemonSet', { pod: { containers, ...pod } });
    const pods = ofKind(live([set, ...nodes]), 'Pod');
    expect(pods.map(({ spec }) => spec?.nodeName).sort()).toEqual(expected);
  });

  it('leaves a pod pending that fits nowhere', () => {
    const pod = podOf({ containers, nodeSelector: { gpu: 'no' } }, nodes);
    expect(pod.status).toMatchObject({ phase: 'Pending' });
    expect(pod.spec).not.toHaveProperty('nodeName');
  });
});
