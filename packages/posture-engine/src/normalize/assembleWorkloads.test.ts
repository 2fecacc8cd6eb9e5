import { KubernetesObject } from '../model/kubernetesObject';
import { assembleWorkloads, JudgedObject } from './assembleWorkloads';
import { normalizePod } from './normalizePod';
import { ownedObjectOf } from './OwnedObject';
import { OwnerIndex } from './OwnerIndex';
import { RunningPods } from './RunningPods';

/** `Kind/name < Kind/name` in namespace `shop`, made at a time. */
function object(text: string, createdAt?: string, spec: object = {}) {
  const [own, owner] = text.split(' < ').map(part => part.split('/'));
  const ownerReferences = owner && [
    {
      apiVersion: owner[0] === 'ReplicaSet' ? 'apps/v1' : 'example.org/v1',
      kind: owner[0],
      name: owner[1],
      controller: true,
    },
  ];
  const metadata = {
    name: own[1],
    namespace: 'shop',
    ...(createdAt ? { creationTimestamp: createdAt } : {}),
    ...(ownerReferences ? { ownerReferences } : {}),
  };
  const apiVersion = own[0] === 'Pod' ? 'v1' : 'apps/v1';
  return { apiVersion, kind: own[0], metadata, spec } as KubernetesObject;
}

function assemble(
  objects: readonly KubernetesObject[],
  pods: readonly KubernetesObject[],
) {
  const owners = new OwnerIndex(objects.map(ownedObjectOf));
  const judged = objects.flatMap((read): JudgedObject[] => {
    const own = ownedObjectOf(read);
    const { topmost, unreadOwner } = owners.rootOf(own);
    return topmost === own
      ? [{ object: read, ...(unreadOwner ? { unreadOwner } : {}) }]
      : [];
  });
  const running = new RunningPods();
  for (const pod of pods) running.add(normalizePod(pod, owners));
  return { workloads: assembleWorkloads(judged, running), running };
}

function names(
  objects: readonly KubernetesObject[],
  pods: readonly KubernetesObject[],
) {
  return assemble(objects, pods).workloads.map(
    ({ subject }) => `${subject.kind}/${subject.name}`,
  );
}

describe('assembleWorkloads', () => {
  it.each([
    {
      name: 'every object once, and every bare pod',
      objects: [object('Deployment/web'), object('StatefulSet/db')],
      pods: [object('Pod/debug'), object('Pod/other')],
      workloads: ['Deployment/web', 'StatefulSet/db', 'Pod/debug', 'Pod/other'],
    },
    {
      name: 'of the ReplicaSets of a Rollout the one that has pods',
      objects: [
        object('ReplicaSet/cart-1 < Rollout/cart', '2026-01-01T00:00:00Z'),
        object('ReplicaSet/cart-2 < Rollout/cart', '2026-02-01T00:00:00Z'),
      ],
      pods: [object('Pod/cart-1-a < ReplicaSet/cart-1')],
      workloads: ['ReplicaSet/cart-1'],
    },
    {
      name: 'of ReplicaSets that all have pods the newest',
      objects: [
        object('ReplicaSet/cart-1 < Rollout/cart', '2026-01-01T00:00:00Z'),
        object('ReplicaSet/cart-2 < Rollout/cart', '2026-02-01T00:00:00Z'),
      ],
      pods: [
        object('Pod/cart-1-a < ReplicaSet/cart-1'),
        object('Pod/cart-2-a < ReplicaSet/cart-2'),
      ],
      workloads: ['ReplicaSet/cart-2'],
    },
    {
      name: 'of the pods of an unread owner the first by name',
      objects: [],
      pods: [
        object('Pod/kafka-2 < PodSet/kafka', '2026-01-01T00:00:00Z'),
        object('Pod/kafka-0 < PodSet/kafka', '2026-02-01T00:00:00Z'),
        object('Pod/kafka-1 < PodSet/kafka', '2026-03-01T00:00:00Z'),
      ],
      workloads: ['Pod/kafka-0'],
    },
    {
      name: 'of a ReplicaSet and a pod of one owner the ReplicaSet',
      objects: [object('ReplicaSet/cart-1 < Rollout/cart')],
      pods: [object('Pod/cart-hook < Rollout/cart')],
      workloads: ['ReplicaSet/cart-1'],
    },
    {
      name: 'one for each of two owners that were not read',
      objects: [],
      pods: [object('Pod/a < PodSet/a'), object('Pod/b < PodSet/b')],
      workloads: ['Pod/a', 'Pod/b'],
    },
  ])('gives $name', ({ objects, pods, workloads }) => {
    expect(names(objects, pods)).toEqual(workloads);
    expect(names([...objects].reverse(), [...pods].reverse()).sort()).toEqual(
      [...workloads].sort(),
    );
  });

  it('puts ephemeral containers with their workload, once per name and content', () => {
    const debug = (name: string, image: string) => ({
      ephemeralContainers: [{ name, image }],
    });
    const { workloads } = assemble(
      [object('ReplicaSet/web', '', { template: { spec: {} } })],
      [
        object('Pod/web-1 < ReplicaSet/web', '', debug('debugger-1', 'sh:1')),
        object('Pod/web-2 < ReplicaSet/web', '', debug('debugger-1', 'sh:1')),
        object('Pod/web-3 < ReplicaSet/web', '', debug('debugger-1', 'sh:2')),
        object('Pod/web-4 < ReplicaSet/web', '', debug('debugger-2', 'sh:1')),
        object('Pod/kafka-0 < PodSet/kafka'),
        object('Pod/kafka-1 < PodSet/kafka', '', debug('debugger', 'sh:1')),
        object('Pod/bare', '', debug('debugger', 'sh:1')),
      ],
    );
    const ephemeral = workloads.map(({ subject, containers }) => [
      subject.name,
      containers.map(({ kind, name, image }) => `${kind} ${name} ${image}`),
    ]);
    expect(Object.fromEntries(ephemeral)).toEqual({
      web: [
        'ephemeral debugger-1 sh:1',
        'ephemeral debugger-1 sh:2',
        'ephemeral debugger-2 sh:1',
      ],
      'kafka-0': ['ephemeral debugger sh:1'],
      bare: ['ephemeral debugger sh:1'],
    });
  });
});
