import { OwnerReference } from '../model/kubernetesObject';
import { objectKey, OwnerIndex } from './OwnerIndex';
import { OwnedObject } from './OwnedObject';

const API_VERSIONS: Readonly<Record<string, string>> = {
  Pod: 'v1',
  ReplicationController: 'v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  Rollout: 'argoproj.io/v1alpha1',
  DeploymentConfig: 'apps.openshift.io/v1',
  Kafka: 'kafka.strimzi.io/v1beta2',
  Workflow: 'argoproj.io/v1alpha1',
};

/** `Kind/name` in namespace `shop`. */
function identity(text: string) {
  const [kind, name] = text.split('/');
  return { apiVersion: API_VERSIONS[kind] ?? 'apps/v1', kind, name };
}

function reference(text: string, controller = true): OwnerReference {
  return { ...identity(text), uid: text, controller };
}

/** `Pod/a < ReplicaSet/b` is a pod that the ReplicaSet controls. */
function owned(text: string): OwnedObject {
  const [object, controller] = text.split(' < ');
  return {
    ...identity(object),
    namespace: 'shop',
    ...(controller ? { controller: reference(controller) } : {}),
  };
}

type Labels = Record<string, string>;

interface Case {
  name: string;
  read: string[];
  of: string;
  labels?: Labels;
  topmost: string;
  unreadOwner?: string;
}

const CASES: Case[] = [
  {
    name: 'a pod of a Deployment',
    read: ['Deployment/web', 'ReplicaSet/web-1 < Deployment/web'],
    of: 'Pod/web-1-a < ReplicaSet/web-1',
    topmost: 'Deployment/web',
  },
  {
    name: 'a pod of a CronJob',
    read: ['CronJob/report', 'Job/report-29384756 < CronJob/report'],
    of: 'Pod/report-29384756-x < Job/report-29384756',
    topmost: 'CronJob/report',
  },
  {
    name: 'a pod of a StatefulSet',
    read: ['StatefulSet/db'],
    of: 'Pod/db-0 < StatefulSet/db',
    topmost: 'StatefulSet/db',
  },
  { name: 'a bare pod', read: [], of: 'Pod/debug', topmost: 'Pod/debug' },
  {
    name: 'a pod of a bare ReplicaSet',
    read: ['ReplicaSet/lone'],
    of: 'Pod/lone-a < ReplicaSet/lone',
    topmost: 'ReplicaSet/lone',
  },
  {
    name: 'a ReplicaSet of an Argo Rollout, which is not read',
    read: ['ReplicaSet/cart-1 < Rollout/cart'],
    of: 'Pod/cart-1-a < ReplicaSet/cart-1',
    topmost: 'ReplicaSet/cart-1',
    unreadOwner: 'argoproj.io/v1alpha1 Rollout/shop/cart',
  },
  {
    name: 'a pod of an Argo Workflow, which is not read',
    read: [],
    of: 'Pod/build-1 < Workflow/build',
    topmost: 'Pod/build-1',
    unreadOwner: 'argoproj.io/v1alpha1 Workflow/shop/build',
  },
  {
    name: 'a ReplicationController of a DeploymentConfig',
    read: ['ReplicationController/old-3 < DeploymentConfig/old'],
    of: 'Pod/old-3-a < ReplicationController/old-3',
    topmost: 'ReplicationController/old-3',
    unreadOwner: 'apps.openshift.io/v1 DeploymentConfig/shop/old',
  },
  {
    name: 'a Deployment that an operator made is judged itself',
    read: [
      'Deployment/entity-operator < Kafka/events',
      'ReplicaSet/entity-operator-1 < Deployment/entity-operator',
    ],
    of: 'Pod/p < ReplicaSet/entity-operator-1',
    topmost: 'Deployment/entity-operator',
  },
  {
    name: 'a ReplicaSet that began after the list, known by its hash',
    read: ['Deployment/web'],
    of: 'Pod/web-7d9f-a < ReplicaSet/web-7d9f',
    labels: { 'pod-template-hash': '7d9f' },
    topmost: 'Deployment/web',
  },
  {
    name: 'a hash that is not of the name proves nothing',
    read: ['Deployment/web'],
    of: 'Pod/web-7d9f-a < ReplicaSet/web-7d9f',
    labels: { 'pod-template-hash': 'other' },
    topmost: 'Pod/web-7d9f-a',
    unreadOwner: 'apps/v1 ReplicaSet/shop/web-7d9f',
  },
  {
    name: 'a Job that began after the list, known by its minute',
    read: ['CronJob/report'],
    of: 'Pod/p < Job/report-29384756',
    topmost: 'CronJob/report',
  },
  {
    name: 'a Job that is not read and of no CronJob',
    read: ['CronJob/report'],
    of: 'Pod/p < Job/report-now',
    topmost: 'Pod/p',
    unreadOwner: 'batch/v1 Job/shop/report-now',
  },
  {
    name: 'a kind of the same name in another group is another kind',
    read: ['Deployment/web'],
    of: 'Pod/p < Rollout/web',
    topmost: 'Pod/p',
    unreadOwner: 'argoproj.io/v1alpha1 Rollout/shop/web',
  },
  {
    name: 'owners in a ring end somewhere',
    read: ['Job/a < Job/b', 'Job/b < Job/a'],
    of: 'Pod/p < Job/a',
    topmost: 'Job/a',
  },
];

describe('rootOf', () => {
  it.each(CASES)('$name', ({ read, of, labels, topmost, unreadOwner }) => {
    const root = new OwnerIndex(read.map(owned)).rootOf(owned(of), labels);
    expect(`${root.topmost.kind}/${root.topmost.name}`).toBe(topmost);
    expect(root.unreadOwner).toBe(unreadOwner);
  });

  it.each<{ name: string; of: string; labels?: Labels; awaited?: true }>([
    {
      name: 'a Deployment that answers for it all the same',
      of: 'ReplicaSet/web-1 < Deployment/web',
      awaited: true,
    },
    {
      name: 'such a Deployment of another name',
      of: 'ReplicaSet/cart-1 < Deployment/cart',
    },
    {
      name: 'a kind of that name in another group',
      of: 'ReplicaSet/web-1 < Rollout/web',
    },
    {
      name: 'a kind that was read',
      of: 'Pod/web-1 < StatefulSet/web',
    },
    {
      name: 'the Deployment behind a ReplicaSet that was not read, by its hash',
      of: 'Pod/web-7d9f-a < ReplicaSet/web-7d9f',
      labels: { 'pod-template-hash': '7d9f' },
      awaited: true,
    },
    {
      name: 'what a hash of another name may stand for',
      of: 'Pod/web-7d9f-a < ReplicaSet/web-7d9f',
      labels: { 'pod-template-hash': 'other' },
    },
    {
      name: 'the CronJob behind a Job that was not read, by its minute',
      of: 'Pod/p < Job/report-29384756',
      awaited: true,
    },
  ])('awaited: $name: $awaited', ({ of, labels, awaited }) => {
    const stored = ['Deployment/shop/web', 'Rollout/shop/web'];
    const index = new OwnerIndex([], owner =>
      [...stored, 'CronJob/shop/report'].includes(objectKey(owner)),
    );
    expect(index.rootOf(owned(of), labels).awaited).toBe(awaited);
  });

  it('awaits the Deployment of a pod whose ReplicaSet was read', () => {
    const index = new OwnerIndex(
      [owned('ReplicaSet/web-1 < Deployment/web')],
      ({ kind }) => kind === 'Deployment',
    );
    const root = index.rootOf(owned('Pod/web-1-a < ReplicaSet/web-1'));
    expect(root.topmost.kind).toBe('ReplicaSet');
    expect(root.awaited).toBe(true);
  });

  it('does not cross namespaces', () => {
    const elsewhere = { ...owned('StatefulSet/db'), namespace: 'other' };
    const pod = owned('Pod/db-0 < StatefulSet/db');
    expect(new OwnerIndex([elsewhere]).rootOf(pod).topmost).toBe(pod);
  });
});

describe('objectKey', () => {
  it('takes an object without a namespace as one of default', () => {
    expect(objectKey({ kind: 'Pod', name: 'a' })).toBe('Pod/default/a');
  });
});
