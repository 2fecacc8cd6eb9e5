import { JsonObject } from '../read/typedReads';

/** The items of a list of objects, and what they lack where the list is typed (`RoleList`). */
export interface ListItems {
  readonly items: readonly unknown[];
  readonly itemType: { readonly apiVersion?: string; readonly kind?: string };
}

const LIST = /^(.*)List$/;

/** The items of `kind: List` and of typed lists; undefined for an object of another kind. */
export function itemsOfList(
  json: JsonObject,
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
): ListItems | undefined {
  const match = LIST.exec(kind);
  if (!match || !('items' in json)) return undefined;
  const items = json.items ?? [];
  if (!Array.isArray(items)) return undefined;
  return { items, itemType: match[1] ? { apiVersion, kind: match[1] } : {} };
}
