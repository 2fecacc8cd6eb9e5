import { Labels, Manifest, ObjectReference } from './Manifest';

/**
 * An object that is made when it is read. Large clusters hold sources, so
 * their objects take memory only while a page of them is written.
 *
 * `read` always gives an equal object; the caller must not change it.
 */
export interface ManifestSource extends ObjectReference {
  readonly labels: Labels;
  read(): Manifest;
}

/** The source of an object that is in memory anyway. */
export function sourceOf(manifest: Manifest): ManifestSource {
  const { name, namespace, labels = {} } = manifest.metadata;
  const { apiVersion, kind } = manifest;
  return { apiVersion, kind, namespace, name, labels, read: () => manifest };
}
