import { KubernetesObject } from '../model/kubernetesObject';
import { judgedManifests } from './judgedManifests';

const GROUPS: Readonly<Record<string, string>> = {
  Pod: 'v1',
  Node: 'v1',
  CronJob: 'batch/v1',
  Job: 'batch/v1',
  Rollout: 'argoproj.io/v1alpha1',
};

/** `Kind/name < Kind/name`: an object in namespace `shop`, and its controller. */
function object(text: string, metadata: object = {}): KubernetesObject {
  const [own, owner] = text.split(' < ').map(part => part.split('/'));
  const ownerReferences = owner && [
    {
      apiVersion: GROUPS[owner[0]] ?? 'apps/v1',
      kind: owner[0],
      name: owner[1],
      controller: true,
    },
  ];
  return {
    apiVersion: GROUPS[own[0]] ?? 'apps/v1',
    kind: own[0],
    metadata: {
      name: own[1],
      namespace: 'shop',
      ...(ownerReferences ? { ownerReferences } : {}),
      ...metadata,
    },
  };
}

describe('judgedManifests', () => {
  it.each([
    {
      name: 'every object that runs pods, and no other',
      objects: [object('Deployment/web'), object('Node/a'), object('Pod/a')],
      judged: ['Deployment/web', 'Pod/a'],
    },
    {
      name: 'both of two objects with one name',
      objects: [object('Deployment/web'), object('Deployment/web')],
      judged: ['Deployment/web', 'Deployment/web'],
    },
    {
      name: 'a Deployment for its ReplicaSet and Pod, in any order',
      objects: [
        object('Pod/web-1-a < ReplicaSet/web-1'),
        object('ReplicaSet/web-1 < Deployment/web'),
        object('Deployment/web'),
      ],
      judged: ['Deployment/web'],
    },
    {
      name: 'a CronJob for its Job',
      objects: [object('CronJob/nightly'), object('Job/one < CronJob/nightly')],
      judged: ['CronJob/nightly'],
    },
    {
      name: 'the topmost object of an owner that is not in the input',
      objects: [
        object('ReplicaSet/web-1 < Deployment/web'),
        object('Pod/web-1-a < ReplicaSet/web-1'),
      ],
      judged: ['ReplicaSet/web-1'],
    },
    {
      name: 'the newest ReplicaSet of a Rollout',
      objects: [
        object('ReplicaSet/cart-1 < Rollout/cart', {
          creationTimestamp: '2026-01-01T00:00:00Z',
        }),
        object('ReplicaSet/cart-2 < Rollout/cart', {
          creationTimestamp: '2026-02-01T00:00:00Z',
        }),
      ],
      judged: ['ReplicaSet/cart-2'],
    },
    {
      name: 'no mirror pod, for its node answers for it',
      objects: [
        object('Pod/etcd-a < Node/a', {
          annotations: { 'kubernetes.io/config.mirror': 'x' },
        }),
      ],
      judged: [],
    },
    {
      name: 'objects that name each other as owners',
      objects: [
        object('Pod/a < Pod/b'),
        object('Pod/b < Pod/a'),
        object('Pod/c < Pod/c'),
      ],
      judged: ['Pod/a', 'Pod/b', 'Pod/c'],
    },
  ])('$name', ({ objects, judged }) => {
    expect(
      judgedManifests(objects).map(
        ({ kind, metadata }) => `${kind}/${metadata.name}`,
      ),
    ).toEqual(judged);
  });
});
