import { KubernetesObject, OwnerReference } from '../model/kubernetesObject';
import { templatePathOf } from '../model/workload';
import { isJsonObject, JsonObject } from '../read/typedReads';

const REVISION = 'deployment.kubernetes.io/revision';

/** What the attribution of pods needs to know of an object: who it is, and who made it. */
export interface OwnedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** The owner that manages it (`controller: true`). Other owners only delete it. */
  readonly controller?: OwnerReference;
  /** ISO time. */
  readonly createdAt?: string;
  /** Which roll-out of a Deployment this is. */
  readonly revision?: string;
  /** Names of the containers of its pod template, where the whole object was read. */
  readonly containerNames?: ReadonlySet<string>;
}

/** Reads a whole object, or one of which only the metadata was listed. */
export function ownedObjectOf(object: KubernetesObject): OwnedObject {
  const { apiVersion, kind, metadata } = object;
  const controller = controllerOf(metadata.ownerReferences);
  const revision = metadata.annotations?.[REVISION];
  const { creationTimestamp } = metadata;
  const containerNames = containerNamesOf(object);
  return {
    apiVersion,
    kind,
    namespace: metadata.namespace ?? 'default',
    name: metadata.name,
    ...(controller ? { controller } : {}),
    ...(typeof creationTimestamp === 'string'
      ? { createdAt: creationTimestamp }
      : {}),
    ...(revision ? { revision } : {}),
    ...(containerNames ? { containerNames } : {}),
  };
}

/** The pod spec of an object that runs pods; undefined where it has none. */
export function podSpecOf(object: KubernetesObject): JsonObject | undefined {
  const path = templatePathOf(object.kind);
  if (path === undefined) return undefined;
  let here: unknown = object;
  for (const step of path ? [...path.split('.'), 'spec'] : ['spec'])
    here = isJsonObject(here) ? here[step] : undefined;
  return isJsonObject(here) ? here : undefined;
}

/** The containers of one list of a pod spec; what is no container is left out. */
export function containersIn(
  podSpec: JsonObject | undefined,
  list: string,
): readonly JsonObject[] {
  const containers = podSpec?.[list];
  return Array.isArray(containers) ? containers.filter(isJsonObject) : [];
}

function controllerOf(
  references: readonly unknown[] | undefined,
): OwnerReference | undefined {
  return references?.find(isController);
}

function isController(reference: unknown): reference is OwnerReference {
  return (
    isJsonObject(reference) &&
    reference.controller === true &&
    typeof reference.apiVersion === 'string' &&
    typeof reference.kind === 'string' &&
    typeof reference.name === 'string'
  );
}

function containerNamesOf(
  object: KubernetesObject,
): ReadonlySet<string> | undefined {
  if (object.kind === 'Pod') return undefined;
  const spec = podSpecOf(object);
  if (!spec) return undefined;
  const names = ['initContainers', 'containers'].flatMap(list =>
    containersIn(spec, list).map(({ name }) => name),
  );
  return new Set(
    names.filter((name): name is string => typeof name === 'string'),
  );
}
