import {
  ClusterReadError,
  isClusterReadError,
} from 'backstage-plugin-security-posture-node';
import {
  isJsonObject,
  KubernetesObject,
  ResourceType,
} from 'security-posture-engine';
import { ingestObject } from './ingestObject';
import { inParallel } from './inParallel';
import { ListCollector } from './ListCollector';

/** Most objects that one sweep gets one by one. */
const MOST_OBJECTS = 500;
const AT_ONCE = 4;
const NOT_FOUND = 404;

/** Reads kinds whose lists hold no spec, one object after the other. Serves one sweep. */
export class ObjectReader {
  private left = MOST_OBJECTS;

  constructor(private readonly collector: ListCollector) {}

  /**
   * Every object of a kind, whole; one that is gone since it was listed is left out.
   * Rejects with a ClusterReadError, `tooLarge` where there are more of them than a sweep may get.
   */
  async readEach(resource: ResourceType): Promise<readonly KubernetesObject[]> {
    const { discovery } = this.collector.source;
    const served = discovery.served(resource);
    const known = served.state === 'served' ? served.resource : resource;
    const names = await this.collector.objectsOf(resource, true);
    if (names.length > this.left)
      throw new ClusterReadError(
        `there are more than ${this.left} ${resource.plural} to read one by one`,
        { reason: 'tooLarge' },
      );
    this.left -= names.length;
    const objects: KubernetesObject[] = [];
    await inParallel(names, AT_ONCE, async ({ metadata }) => {
      const object = await this.get(known, objectPath(known, metadata));
      if (object) objects.push(object);
    });
    return objects;
  }

  private async get(
    { group, version, kind }: ResourceType,
    path: string,
  ): Promise<KubernetesObject | undefined> {
    const { reader, cluster, signal } = this.collector.source;
    try {
      const json = await reader.get(cluster, path, { signal });
      if (!isJsonObject(json)) throw noObject(path);
      return ingestObject({ ...json, apiVersion: `${group}/${version}`, kind });
    } catch (error) {
      if (isClusterReadError(error) && error.status === NOT_FOUND)
        return undefined;
      throw error;
    }
  }
}

function objectPath(
  { group, version, plural }: ResourceType,
  { namespace, name }: KubernetesObject['metadata'],
): string {
  return [
    '/apis',
    group,
    version,
    ...(namespace ? ['namespaces', encodeURIComponent(namespace)] : []),
    plural,
    encodeURIComponent(name),
  ].join('/');
}

function noObject(path: string): ClusterReadError {
  return new ClusterReadError(`the answer to ${path} is no object`, {
    reason: 'parseError',
  });
}
