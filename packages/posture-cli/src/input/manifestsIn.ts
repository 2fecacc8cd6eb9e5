import {
  isJsonObject,
  isReadKind,
  itemsOfList,
  JsonObject,
  ListItems,
  toKubernetesObject,
} from 'security-posture-engine';
import { InputError } from './InputError';
import { LineTree } from './LineTree';
import { Manifest } from './Manifest';
import { ParsedDocument } from './parseDocuments';

/** Where a document stands. */
export interface Place {
  readonly file: string;
  readonly document: number;
}

/** What a document holds. */
export interface DocumentContents {
  /** Objects of every kind, known or not. */
  readonly resources: number;
  readonly manifests: readonly Manifest[];
  readonly errors: readonly InputError[];
}

const NOTHING: DocumentContents = { resources: 0, manifests: [], errors: [] };

/**
 * The objects of a document: itself, or the items of `kind: List` and of typed lists.
 * An empty document has none; an object of a kind that no control reads counts, and need not have a name.
 */
export function manifestsIn(
  { json, lines }: ParsedDocument,
  place: Place,
): DocumentContents {
  if (json === null || json === undefined) return NOTHING;
  return contentsOf(json, lines, place, {});
}

function contentsOf(
  json: unknown,
  lines: LineTree,
  place: Place,
  itemType: ListItems['itemType'],
): DocumentContents {
  const refuse = (message: string): DocumentContents => ({
    ...NOTHING,
    errors: [{ ...place, line: lines.line, message }],
  });
  if (!isJsonObject(json))
    return refuse('This is no Kubernetes object, but a text, number or list.');
  const apiVersion = json.apiVersion ?? itemType.apiVersion;
  const kind = json.kind ?? itemType.kind;
  if (!isText(apiVersion) || !isText(kind))
    return refuse(
      `This is no Kubernetes object: it has no ${missing(apiVersion, kind)}.`,
    );
  const listed = itemsOfList(json, { apiVersion, kind });
  if (listed) return contentsOfList(listed, lines, place);
  return contentsOfObject({ ...json, apiVersion, kind }, lines, place, refuse);
}

function contentsOfObject(
  json: JsonObject & { readonly apiVersion: string; readonly kind: string },
  lines: LineTree,
  place: Place,
  refuse: (message: string) => DocumentContents,
): DocumentContents {
  const object = toKubernetesObject(json);
  if (object)
    return {
      ...NOTHING,
      resources: 1,
      manifests: [{ object, lines, ...place }],
    };
  if (isReadKind(json))
    return refuse(`This ${json.kind} has no metadata.name that is a text.`);
  return { ...NOTHING, resources: 1 };
}

function contentsOfList(
  { items, itemType }: ListItems,
  lines: LineTree,
  place: Place,
): DocumentContents {
  const itemLines = lines.keys?.get('items')?.items;
  return joined(
    items.map((item, index) =>
      contentsOf(
        item,
        itemLines?.[index] ?? { line: lines.line },
        place,
        itemType,
      ),
    ),
  );
}

/** Joins what several documents, or the items of one, hold. */
export function joined(parts: readonly DocumentContents[]): DocumentContents {
  return {
    resources: parts.reduce((sum, { resources }) => sum + resources, 0),
    manifests: parts.flatMap(({ manifests }) => manifests),
    errors: parts.flatMap(({ errors }) => errors),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function missing(apiVersion: unknown, kind: unknown): string {
  if (isText(apiVersion)) return 'kind';
  return isText(kind) ? 'apiVersion' : 'apiVersion and kind';
}
