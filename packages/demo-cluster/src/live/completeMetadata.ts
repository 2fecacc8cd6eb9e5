import {
  identityOf,
  JsonObject,
  Labels,
  Manifest,
  ObjectMetadata,
  OwnerReference,
} from '../objects/Manifest';
import { timeBefore, uidOf } from './derive';
import { LiveContext } from './LiveContext';
import { isMirrorPod } from './mirrorPod';
import { fieldsOf, managedFieldsEntry, ownedFields } from './managedFields';

/** Who brought an object: a person or a pipeline, or Kubernetes itself. */
export type Origin = 'written' | 'system';

/** Kinds whose changes Kubernetes does not count. */
const ungenerated = new Set([
  'ConfigMap',
  'Secret',
  'ServiceAccount',
  'Service',
  'Node',
  'Namespace',
  'LimitRange',
  'ResourceQuota',
  'Role',
  'RoleBinding',
  'ClusterRole',
  'ClusterRoleBinding',
]);

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

const yearHours = 365 * 24;

/** Pods come and go faster than what they are made for. */
const monthHours = 30 * 24;

/** The uid of an object, the same wherever it is referred to. */
export function uidOfObject(
  reference: Parameters<typeof identityOf>[0],
  context: LiveContext,
): string {
  return uidOf(`${context.cluster}/${identityOf(reference)}`);
}

/** A controller's reference to what it made an object for. */
export function controllerReference(
  owner: Parameters<typeof identityOf>[0],
  context: LiveContext,
): OwnerReference {
  const { apiVersion, kind, name } = owner;
  const uid = uidOfObject(owner, context);
  return {
    apiVersion,
    kind,
    name,
    uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}

/**
 * Gives an object the metadata that only a server gives: uid, generation,
 * creation time, managed fields, the last applied configuration. What it has
 * already, as an object read from a live cluster does, it keeps.
 *
 * @param object - with all defaults
 * @param written - as it was before them
 */
export function completeMetadata(
  object: Manifest,
  written: Manifest,
  origin: Origin,
  context: LiveContext,
): Manifest {
  const { metadata } = object;
  const id = `${context.cluster}/${identityOf(referenceOf(object))}`;
  const created =
    metadata.creationTimestamp ?? createdAt(object.kind, id, context);
  const annotations = annotationsOf(written, origin);
  const complete: ObjectMetadata = {
    uid: uidOf(id),
    ...(!ungenerated.has(object.kind) && { generation: 1 }),
    creationTimestamp: created,
    ...metadata,
    ...(Object.keys(annotations).length > 0 && { annotations }),
  };
  const managedFields =
    metadata.managedFields ??
    managedBy(
      { ...object, metadata: complete },
      managerOf(written, origin),
      created,
    );
  return { ...object, metadata: { ...complete, managedFields } };
}

/** When an object was made; of a pod that is when it started. */
export function createdAt(
  kind: string,
  id: string,
  context: LiveContext,
): string {
  const hours = kind === 'Pod' ? monthHours : yearHours;
  return timeBefore(context.now, `${id}/created`, hours);
}

function referenceOf({ apiVersion, kind, metadata }: Manifest) {
  const { namespace, name } = metadata;
  return { apiVersion, kind, namespace, name };
}

function annotationsOf(written: Manifest, origin: Origin): Labels {
  const annotations = written.metadata.annotations ?? {};
  const applied = managerOf(written, origin) === 'kubectl-client-side-apply';
  if (!applied || annotations[lastApplied] !== undefined) {
    return annotations;
  }
  return { ...annotations, [lastApplied]: `${JSON.stringify(written)}\n` };
}

function managerOf(written: Manifest, origin: Origin): string {
  const { metadata } = written;
  if (isMirrorPod(written)) {
    return 'kubelet';
  }
  if (metadata.labels?.['kubernetes.io/bootstrapping'] !== undefined) {
    return 'kube-apiserver';
  }
  if (origin === 'system') {
    return metadata.ownerReferences
      ? 'kube-controller-manager'
      : 'kube-apiserver';
  }
  return metadata.labels?.['app.kubernetes.io/managed-by'] === 'Helm'
    ? 'helm'
    : 'kubectl-client-side-apply';
}

function managedBy(
  object: Manifest,
  manager: string,
  time: string,
): JsonObject[] {
  const { apiVersion, status } = object;
  const written = managedFieldsEntry(
    manager,
    apiVersion,
    time,
    ownedFields(object),
  );
  if (!status) {
    return [written];
  }
  const observed = managedFieldsEntry(
    object.kind === 'Pod' ? 'kubelet' : 'kube-controller-manager',
    apiVersion,
    time,
    { 'f:status': fieldsOf(status) },
    'status',
  );
  return [written, observed];
}
