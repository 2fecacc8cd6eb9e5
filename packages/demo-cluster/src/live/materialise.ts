import { Manifest } from '../objects/Manifest';
import { sourceOf } from '../objects/ManifestSource';
import { firstResourceVersion } from '../store/ObjectStore';
import { LiveOptions } from './LiveContext';
import { planLiveObjects } from './planLiveObjects';

/**
 * What a real API server would hold after these manifests were applied to an
 * empty cluster and all controllers had done their work. Pure: the same input
 * gives the same output, and the input stays as it is.
 *
 * @param manifests - namespaced objects must name their namespace
 * @throws Error for a workload without containers.
 */
export function materialise(
  manifests: readonly Manifest[],
  options: LiveOptions,
): Manifest[] {
  return planLiveObjects(manifests.map(sourceOf), options).map(
    (source, index) => {
      const object = source.read();
      const resourceVersion = String(firstResourceVersion + index);
      return { ...object, metadata: { ...object.metadata, resourceVersion } };
    },
  );
}
