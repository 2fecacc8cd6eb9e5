import {
  identityOf,
  Labels,
  Manifest,
  ObjectReference,
} from '../objects/Manifest';
import { admitMirrorPod, admitPod } from './admitPod';
import { completeMetadata, controllerReference } from './completeMetadata';
import { defaultPodSpec } from './defaultPodSpec';
import { LiveContext } from './LiveContext';
import { LiveSource } from '../objects/LiveSource';
import { isMirrorPod } from './mirrorPod';
import { PodOutcome, podStatus } from './podStatus';
import { PodSpec, PodTemplate, Toleration, Volume } from './PodSpec';
import { chooseNode } from './scheduling';

/** Everything that sets one pod of a controller apart. */
export interface PodPlan {
  name: string;
  generateName: string;
  labels: Labels;
  outcome: PodOutcome;
  nodeName?: string;
  /** Beyond those of the template. */
  tolerations?: Toleration[];
  volumes?: Volume[];
}

interface PodOwner {
  reference: ObjectReference;
  root: string;
  /** Read anew for each pod, so that the plan of a cluster stays small. */
  template: () => PodTemplate;
}

/** A pod that a controller made from its template. */
export function podSource(
  plan: PodPlan,
  owner: PodOwner,
  context: LiveContext,
): LiveSource {
  const { name, labels } = plan;
  const { root, reference } = owner;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    namespace: reference.namespace,
    name,
    labels,
    root,
    read: () => controlledPod(plan, owner, context),
  };
}

function controlledPod(
  plan: PodPlan,
  owner: PodOwner,
  context: LiveContext,
): Manifest {
  const { metadata, spec } = owner.template();
  const pod: Manifest = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: plan.name,
      generateName: plan.generateName,
      namespace: owner.reference.namespace,
      labels: plan.labels,
      ...(metadata?.annotations && { annotations: metadata.annotations }),
      ownerReferences: [controllerReference(owner.reference, context)],
    },
    spec: {
      ...spec,
      ...(plan.nodeName && { nodeName: plan.nodeName }),
      ...(plan.tolerations && {
        tolerations: [...(spec.tolerations ?? []), ...plan.tolerations],
      }),
      ...(plan.volumes && {
        volumes: [...(spec.volumes ?? []), ...plan.volumes],
      }),
    },
  };
  return livePod(pod, plan.outcome, 'system', context);
}

/** A pod as a node runs it: defaulted, admitted, scheduled, reported on. */
export function livePod(
  pod: Manifest,
  outcome: PodOutcome,
  origin: 'written' | 'system',
  context: LiveContext,
): Manifest {
  const { namespace = 'default', name } = pod.metadata;
  const reference = { apiVersion: 'v1', kind: 'Pod', namespace, name };
  const id = `${context.cluster}/${identityOf(reference)}`;
  const defaulted = defaultPodSpec(pod.spec as PodSpec, context.minor, false);
  const admitted = isMirrorPod(pod)
    ? admitMirrorPod(defaulted)
    : admitPod(defaulted, namespace, id, context);
  const nodeName = chooseNode(admitted.spec, id, context);
  const spec = { ...admitted.spec, ...(nodeName && { nodeName }) };
  const annotations = { ...pod.metadata.annotations, ...admitted.annotations };
  const live: Manifest = {
    ...pod,
    metadata: {
      ...pod.metadata,
      namespace,
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec,
    status: pod.status ?? podStatus(spec, id, outcome, context),
  };
  const complete = completeMetadata(live, pod, origin, context);
  const kept = { ...complete.metadata.annotations, ...annotations };
  return Object.keys(kept).length > 0
    ? { ...complete, metadata: { ...complete.metadata, annotations: kept } }
    : complete;
}
