import { InputError } from '@backstage/errors';
import { readYamlDocuments } from 'security-posture-engine';

/**
 * Manifests in YAML or JSON, as the JSON that the API reads.
 * Throws an InputError that names the document, and repeats nothing of the text.
 */
export function manifestsAsJson(text: string): string {
  const values = readYamlDocuments(text).flatMap((document, index) => {
    if ('problem' in document)
      throw new InputError(`Document ${index + 1} ${document.problem}`);
    return document.value ?? [];
  });
  return JSON.stringify(values);
}
