import { Labels, Manifest, ObjectReference } from '../objects/Manifest';
import { controlledObject } from './controlledObject';
import { suffixOf } from './derive';
import { LiveContext } from './LiveContext';
import { LiveSource } from '../objects/LiveSource';
import { childName, childPod, Parent, templateLabels } from './Parent';
import { podTemplateOf } from './PodSpec';

/** The ReplicaSet of a Deployment, and its pods. */
export function childrenOfDeployment(
  parent: Parent,
  context: LiveContext,
): LiveSource[] {
  const { source, manifest, root } = parent;
  const hash = suffixOf(
    `${root}/${JSON.stringify(podTemplateOf(manifest))}`,
    10,
  );
  const labels = { ...templateLabels(manifest), 'pod-template-hash': hash };
  const reference: ObjectReference = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    namespace: source.namespace,
    name: `${source.name}-${hash}`,
  };
  const replicaSet: LiveSource = {
    ...reference,
    labels,
    root,
    read: () => replicaSetOf(source.read(), reference, labels, context),
  };
  return [replicaSet, ...replicaPods(parent, reference, context, labels)];
}

function replicaSetOf(
  deployment: Manifest,
  { apiVersion, kind, namespace, name }: ObjectReference,
  labels: Labels,
  context: LiveContext,
): Manifest {
  const template = podTemplateOf(deployment);
  const replicas = Number(deployment.spec?.replicas ?? 1);
  return controlledObject(
    {
      apiVersion,
      kind,
      metadata: {
        name,
        namespace,
        labels,
        annotations: {
          'deployment.kubernetes.io/desired-replicas': String(replicas),
          'deployment.kubernetes.io/revision': '1',
        },
      },
      spec: {
        replicas,
        selector: { matchLabels: labels },
        template: { ...template, metadata: { ...template.metadata, labels } },
      },
    },
    deployment,
    replicas,
    context,
  );
}

/** As many pods as a workload asks for, owned by it or by its ReplicaSet. */
export function replicaPods(
  parent: Parent,
  reference: ObjectReference,
  context: LiveContext,
  labels: Labels = templateLabels(parent.manifest),
): LiveSource[] {
  const replicas = Number(parent.manifest.spec?.replicas ?? 1);
  return Array.from({ length: replicas }, (_, index) =>
    childPod(parent, reference, context, {
      ...childName(reference, `${index}`),
      labels,
      outcome: 'running',
    }),
  );
}
