import { JsonObject, Manifest } from '../objects/Manifest';
import { workload } from './manifests';
import { materialise } from '../live/materialise';
import { PodSpec } from '../live/PodSpec';

export const liveOptions = {
  now: new Date('2026-11-21T12:00:00Z'),
  version: 'v1.35.8',
  cluster: 'test',
};

/** Objects as a running cluster holds them. */
export const live = (objects: Manifest[], version = liveOptions.version) =>
  materialise(objects, { ...liveOptions, version });

/** Those of one kind in one namespace. */
export const ofKind = (objects: Manifest[], kind: string, namespace = 'shop') =>
  objects.filter(
    object => object.kind === kind && object.metadata.namespace === namespace,
  );

/** The running pod of a specification, among other objects. */
export function podOf(
  pod: JsonObject,
  others: Manifest[] = [],
  version?: string,
) {
  const [found] = ofKind(
    live([workload('Pod', { pod }), ...others], version),
    'Pod',
  );
  return found as Manifest & { spec: PodSpec };
}

/** The containers of a plain pod. */
export const containers = [{ name: 'web', image: 'nginx:1.29' }];

/** An object of the core group in the namespace of these tests. */
export const inShop = (
  kind: string,
  name: string,
  fields: JsonObject,
): Manifest => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace: 'shop' },
  ...fields,
});

/** A node that takes pods, unless its taints keep them away. */
export const node = (
  name: string,
  fields: { labels?: Record<string, string>; taints?: object[] } = {},
): Manifest => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name, labels: fields.labels },
  spec: { taints: fields.taints },
});
