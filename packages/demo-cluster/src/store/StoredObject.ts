import { Manifest } from '../objects/Manifest';
import { LiveSource } from '../objects/LiveSource';

/** One state of one object; a change makes another one. */
export interface StoredObject {
  readonly source: LiveSource;
  /** `namespace/name`, or the name: the order of lists. */
  readonly key: string;
  readonly resourceVersion: number;
}

/** The object as the API shows it. */
export function readStored(stored: StoredObject): Manifest {
  const manifest = stored.source.read();
  const resourceVersion = String(stored.resourceVersion);
  return { ...manifest, metadata: { ...manifest.metadata, resourceVersion } };
}
