import { KubernetesObject } from '../model/kubernetesObject';
import {
  isJsonObject,
  JsonObject,
  objectOrEmpty,
  objectsAt,
  stringAt,
} from '../read/typedReads';
import { memoByList } from './memo';

/** Resources that a limit range may fill in. */
export type FilledResource = 'cpu' | 'memory';

/** What limit ranges give to a container that sets nothing itself. */
export interface ContainerDefaults {
  /** Resources with a default limit. */
  readonly limits: ReadonlySet<FilledResource>;
  /** Resources with a default request. */
  readonly requests: ReadonlySet<FilledResource>;
}

const RESOURCES: readonly FilledResource[] = ['cpu', 'memory'];

const defaultsByNamespace = memoByList(
  (limitRanges: readonly KubernetesObject[]) => {
    const ranges = new Map<string, KubernetesObject[]>();
    for (const range of limitRanges) {
      const namespace = range.metadata.namespace ?? 'default';
      ranges.set(namespace, [...(ranges.get(namespace) ?? []), range]);
    }
    return { ranges, known: new Map<string, ContainerDefaults>() };
  },
);

/**
 * The defaults that the limit ranges of a namespace fill in, as the API server completes them:
 * `max` is a default limit where none is given, a default limit is a default request, and so is `min`.
 * Throws MalformedInput where a limit range of this namespace has a value of the wrong type.
 */
export function limitRangeDefaults(
  namespace: string,
  limitRanges: readonly KubernetesObject[],
): ContainerDefaults {
  const defaults = defaultsByNamespace(limitRanges);
  let known = defaults.known.get(namespace);
  if (!known) {
    known = merged(defaults.ranges.get(namespace) ?? []);
    defaults.known.set(namespace, known);
  }
  return known;
}

function merged(ranges: readonly KubernetesObject[]): ContainerDefaults {
  const limits = new Set<FilledResource>();
  const requests = new Set<FilledResource>();
  for (const range of ranges) {
    const path = `LimitRange ${range.metadata.name}.spec`;
    const spec = objectOrEmpty(
      range,
      'spec',
      `LimitRange ${range.metadata.name}`,
    );
    objectsAt(spec, 'limits', path).forEach((item, index) =>
      addItem(item, `${path}.limits[${index}]`, limits, requests),
    );
  }
  return { limits, requests };
}

function addItem(
  item: JsonObject,
  path: string,
  limits: Set<FilledResource>,
  requests: Set<FilledResource>,
): void {
  if (stringAt(item, 'type', path) !== 'Container') return;
  const sets = (key: string, resource: FilledResource) => {
    const amount = objectOrEmpty(item, key, path)[resource];
    return amount !== undefined && amount !== null && !isJsonObject(amount);
  };
  for (const resource of RESOURCES) {
    const hasLimit = sets('default', resource) || sets('max', resource);
    if (hasLimit) limits.add(resource);
    if (hasLimit || sets('defaultRequest', resource) || sets('min', resource))
      requests.add(resource);
  }
}
