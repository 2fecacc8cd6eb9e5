import { InputError } from '@backstage/errors';
import { readYamlDocuments } from 'backstage-plugin-security-posture-node';
import { readFile } from 'node:fs/promises';
import { ManifestFile } from './findManifests';

/** One document of a file. */
export interface Manifest {
  readonly json: string;
  /** `manifests/web.yaml`, or with several documents `manifests/web.yaml (document 2)`. */
  readonly place: string;
}

/** Reads all documents of files. Throws an InputError that names the place and quotes nothing of it. */
export async function readManifests(
  files: readonly ManifestFile[],
): Promise<readonly Manifest[]> {
  const manifests: Manifest[] = [];
  for (const { name, path } of files)
    manifests.push(...manifestsOf(name, await readFile(path, 'utf8')));
  return manifests;
}

function manifestsOf(name: string, text: string): readonly Manifest[] {
  const documents = readYamlDocuments(text);
  return documents.flatMap((document, index) => {
    const place =
      documents.length > 1 ? `${name} (document ${index + 1})` : name;
    if ('problem' in document)
      throw new InputError(`${place} ${document.problem}`);
    const { value } = document;
    if (value === null) return [];
    if (typeof value !== 'object' || Array.isArray(value))
      throw new InputError(
        `${place} is no Kubernetes object, but a text, number or list`,
      );
    return { json: JSON.stringify(value), place };
  });
}
