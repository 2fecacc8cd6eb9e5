import { parseAllDocuments } from 'yaml';
import { JsonObject, Manifest } from '../objects/Manifest';

/**
 * Reads the objects of a YAML or JSON text: several documents, and the items
 * of `List` and typed lists such as `RoleList`. Empty documents are passed over.
 *
 * @param file - how messages call the text
 * @throws Error that names file and line of what is no Kubernetes object.
 */
export function parseManifests(text: string, file: string): Manifest[] {
  const documents = parseAllDocuments(text);
  if (!Array.isArray(documents)) {
    return [];
  }
  return documents.flatMap(document => {
    const line = 1 + newlinesBefore(text, document.contents?.range?.[0] ?? 0);
    const [error] = document.errors;
    if (error) {
      throw new Error(`${file}: ${error.message}`);
    }
    const content: unknown = document.toJS();
    return content === null ? [] : objectsOf(content, `${file}:${line}`);
  });
}

function objectsOf(content: unknown, place: string): Manifest[] {
  const object = content as JsonObject;
  if (Array.isArray(object.items) && String(object.kind).endsWith('List')) {
    const kind = String(object.kind).slice(0, -'List'.length);
    const type = kind === '' ? {} : { apiVersion: object.apiVersion, kind };
    return object.items.flatMap(item => objectsOf({ ...type, ...item }, place));
  }
  const metadata = object.metadata as JsonObject | undefined;
  if (!object.apiVersion || !object.kind || !metadata?.name) {
    throw new Error(
      `${place}: a Kubernetes object has apiVersion, kind and metadata.name`,
    );
  }
  return [object as Manifest];
}

function newlinesBefore(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}
