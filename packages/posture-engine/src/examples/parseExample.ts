import { parseAllDocuments } from 'yaml';
import { objectsOfExample } from './objectsOfExample';
import { KubernetesObject } from '../model/kubernetesObject';

/** The objects of an example. Throws where the YAML cannot be read. */
export function parseExample(example: string): readonly KubernetesObject[] {
  return objectsOfExample(
    parseAllDocuments(example).map(document => {
      if (document.errors.length) throw document.errors[0];
      return document.toJS() as unknown;
    }),
  );
}
