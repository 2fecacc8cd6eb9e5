import {
  isJsonObject,
  isWorkloadObject,
  JsonObject,
  SUPPORTING_RESOURCES,
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

/** What items of a typed list (`RoleList`) lack. */
interface ItemType {
  readonly apiVersion?: string;
  readonly kind?: string;
}

const NOTHING: DocumentContents = { resources: 0, manifests: [], errors: [] };
const LIST = /^(.*)List$/;
const READ_KINDS: ReadonlySet<string> = new Set(
  Object.values(SUPPORTING_RESOURCES).map(({ kind }) => kind),
);

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
  itemType: ItemType,
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
  const listed = listOf(json, kind);
  if (listed) return contentsOfList(listed, lines, place, { apiVersion, kind });
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
  if (isWorkloadObject(json) || READ_KINDS.has(json.kind))
    return refuse(`This ${json.kind} has no metadata.name that is a text.`);
  return { ...NOTHING, resources: 1 };
}

/** The items of a list; undefined for an object of another kind. */
function listOf(
  json: JsonObject,
  kind: string,
): readonly unknown[] | undefined {
  if (!LIST.test(kind) || !('items' in json)) return undefined;
  if (json.items === null) return [];
  return Array.isArray(json.items) ? json.items : undefined;
}

function contentsOfList(
  items: readonly unknown[],
  lines: LineTree,
  place: Place,
  list: Required<ItemType>,
): DocumentContents {
  const kind = LIST.exec(list.kind)?.[1];
  const itemType = kind ? { apiVersion: list.apiVersion, kind } : {};
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
