import { materialise } from '../live/materialise';
import { loadFolder } from '../load/loadFolder';
import { loadPages, ServerPages } from '../load/loadPages';
import { Manifest } from '../objects/Manifest';
import { WrittenClusterName, writtenCluster } from './writtenClusters';

/** What an API server would tell of a written cluster. */
export interface LiveCluster extends ServerPages {
  name: WrittenClusterName;
  version: string;
  /** As the API serves them: with defaults, metadata, pods and status. */
  objects: Manifest[];
}

/**
 * Loads a written cluster without a server.
 *
 * @param now - the time from which all times of its objects count back
 */
export async function loadLiveCluster(
  name: WrittenClusterName,
  now: Date,
): Promise<LiveCluster> {
  const { version, folders } = writtenCluster(name);
  const manifests = await Promise.all(folders.map(loadFolder));
  const pages = await Promise.all(folders.map(loadPages));
  const options = { now, version, cluster: name };
  const objects = materialise(manifests.flat(), options);
  return { name, version, objects, ...Object.assign({}, ...pages) };
}
