import { InputError } from '@backstage/errors';
import { MOST_MANIFESTS } from 'backstage-plugin-security-posture-common';
import {
  isJsonObject,
  isReadKind,
  itemsOfList,
  KubernetesObject,
  ListItems,
  toKubernetesObject,
} from 'security-posture-engine';
import { Breathe } from '../sweep/createBreather';
import { checkValues } from './checkValues';

/** What a request holds. */
export interface ReadObjects {
  /** Those that have a name. */
  readonly objects: readonly KubernetesObject[];
  /** How many there are, of every kind. */
  readonly total: number;
}

/** A value that should be an object, and what to call it. */
interface Candidate {
  readonly json: unknown;
  /** `object 3`, `object 3, item 2`. */
  readonly position: string;
  readonly itemType: ListItems['itemType'];
}

/** Lists in lists that are unfolded. */
const MOST_LISTS = 3;

/** Letters of a name that a message repeats. */
const MOST_LETTERS = 80;

/**
 * Reads the objects of a text in JSON: one object, a List, or an array of these.
 * Throws an InputError that says which of them cannot be judged, and what to do.
 */
export async function readObjects(
  text: string,
  breathe: Breathe,
): Promise<ReadObjects> {
  const objects: KubernetesObject[] = [];
  const seen = new Map<string, string>();
  let total = 0;
  for (const candidate of candidatesIn(parse(text))) {
    total += 1;
    if (total > MOST_MANIFESTS)
      throw new InputError(
        `manifests holds more than ${MOST_MANIFESTS} objects: send fewer at once, those that belong together in one request`,
      );
    const object = readObject(candidate);
    if (object) {
      refuseTwins(object, candidate.position, seen);
      objects.push(object);
    }
    await breathe();
  }
  return { objects, total };
}

function parse(text: string): readonly unknown[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new InputError(
      text.includes('{{')
        ? 'manifests holds templates: render them (helm template) and send the result as JSON'
        : 'manifests is no JSON: send an array of Kubernetes objects, and convert YAML first',
    );
  }
  return Array.isArray(json) ? json : [json];
}

/** The objects, with the items of lists in their place. */
function* candidatesIn(values: readonly unknown[]): Generator<Candidate> {
  for (const [index, json] of values.entries())
    yield* unfolded({ json, position: `object ${index + 1}`, itemType: {} });
}

/** Lists may hold lists, but not for ever. */
function* unfolded(candidate: Candidate): Generator<Candidate> {
  const { json, position, itemType } = candidate;
  const list = isJsonObject(json) && listOf(json, itemType);
  if (!list) {
    yield candidate;
    return;
  }
  const depth = position.split(', item ').length;
  if (depth > MOST_LISTS)
    throw new InputError(
      `${position} is a list in a list in a list: send the objects in one array`,
    );
  for (const [index, item] of list.items.entries())
    yield* unfolded({
      json: item,
      position: `${position}, item ${index + 1}`,
      itemType: list.itemType,
    });
}

function listOf(
  json: Readonly<Record<string, unknown>>,
  itemType: ListItems['itemType'],
): ListItems | undefined {
  const apiVersion = json.apiVersion ?? itemType.apiVersion;
  const kind = json.kind ?? itemType.kind;
  return typeof apiVersion === 'string' && typeof kind === 'string'
    ? itemsOfList(json, { apiVersion, kind })
    : undefined;
}

/** Undefined for an object that no control reads and that has no name. */
function readObject({
  json,
  position,
  itemType,
}: Candidate): KubernetesObject | undefined {
  if (!isJsonObject(json))
    throw new InputError(
      `${position} of manifests is no Kubernetes object, but a text, number or list`,
    );
  const place = `${position} of manifests${nameOf(json)}`;
  checkValues(json, place);
  const apiVersion = json.apiVersion ?? itemType.apiVersion;
  const kind = json.kind ?? itemType.kind;
  for (const [field, value] of Object.entries({ apiVersion, kind }))
    if (typeof value !== 'string' || value === '')
      throw new InputError(
        `${place} is no Kubernetes object: its ${field} is no text`,
      );
  const object = toKubernetesObject(json, itemType);
  if (!object && isReadKind({ apiVersion, kind } as KubernetesObject))
    throw new InputError(`${place} has no metadata.name that is a text`);
  return object;
}

/** ` (Deployment shop/web)`, as far as it can be told. */
function nameOf({ kind, metadata }: Readonly<Record<string, unknown>>): string {
  const { namespace, name } = isJsonObject(metadata)
    ? metadata
    : ({} as Record<string, unknown>);
  const named = [namespace, name].filter(isText).join('/');
  const words = [kind, named].filter(isText).join(' ');
  return words ? ` (${words.slice(0, MOST_LETTERS)})` : '';
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Two objects of one name would overwrite each other in a cluster, and nobody could say which of them was judged. */
function refuseTwins(
  object: KubernetesObject,
  position: string,
  seen: Map<string, string>,
): void {
  const { apiVersion, kind, metadata } = object;
  const [group] = apiVersion.includes('/') ? apiVersion.split('/') : [''];
  const { namespace = '', name } = metadata;
  const key = JSON.stringify([group, kind, namespace, name]);
  const first = seen.get(key);
  if (first && metadata.generateName === undefined)
    throw new InputError(
      `${position} of manifests${nameOf(
        object,
      )} stands there already, as ${first}: send it once`,
    );
  seen.set(key, position);
}
