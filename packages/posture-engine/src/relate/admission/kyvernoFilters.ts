import {
  JsonObject,
  listAt,
  objectAt,
  objectOrEmpty,
  objectsAt,
  stringAt,
  stringsAt,
} from '../../read/typedReads';
import { NamespaceTest, NOWHERE } from './admissionPolicy';
import { Coverage, outside, strongest, weakest } from './coverage';
import { namesTest } from './namespaceNames';
import { namespaceSelectorAt, selectsSomeObjects } from './namespaceSelector';

const WHO = ['subjects', 'roles', 'clusterRoles'];
const WILDCARD = /[*?]/;

/** The pods that `match` and `exclude` of a rule of Kyverno's leave. */
export function kyvernoMatchAt(rule: JsonObject, path: string): NamespaceTest {
  const matched = kyvernoFilterAt(rule, 'match', path) ?? NOWHERE;
  const excluded = kyvernoFilterAt(rule, 'exclude', path) ?? NOWHERE;
  return namespace =>
    weakest([matched(namespace), outside(excluded(namespace))]);
}

/** The pods that a block of filters takes in: `any`, `all`, or the old form without either. Undefined where it is empty. */
export function kyvernoFilterAt(
  object: JsonObject,
  key: string,
  path: string,
): NamespaceTest | undefined {
  const block = objectOrEmpty(object, key, path);
  const place = `${path}.${key}`;
  const any = filtersAt(block, 'any', place);
  const all = filtersAt(block, 'all', place);
  if (any.length)
    return namespace => strongest(any.map(test => test(namespace)));
  if (all.length) return namespace => weakest(all.map(test => test(namespace)));
  return Object.values(block).some(
    value => value !== null && value !== undefined,
  )
    ? filterOf(block, place)
    : undefined;
}

function filtersAt(
  block: JsonObject,
  key: string,
  path: string,
): readonly NamespaceTest[] {
  return objectsAt(block, key, path).map((filter, index) =>
    filterOf(filter, `${path}.${key}[${index}]`),
  );
}

function filterOf(filter: JsonObject, path: string): NamespaceTest {
  const resources = objectOrEmpty(filter, 'resources', path);
  const place = `${path}.resources`;
  const always = weakest([
    kindsTakePods(stringsAt(resources, 'kinds', place)),
    operationsTakePods(stringsAt(resources, 'operations', place)),
    isNarrowed(filter, resources, path) ? 'unsure' : 'covers',
  ]);
  const named = namesTest(stringsAt(resources, 'namespaces', place));
  const selected = wildcardSelectorAt(resources, place);
  return namespace => weakest([always, named(namespace), selected(namespace)]);
}

/** Whether it asks for more than the namespace: who makes the pod, its name, its labels or annotations. */
function isNarrowed(
  filter: JsonObject,
  resources: JsonObject,
  path: string,
): boolean {
  const place = `${path}.resources`;
  const name = stringAt(resources, 'name', place);
  const names = [
    ...(name === undefined ? [] : [name]),
    ...stringsAt(resources, 'names', place),
  ];
  return (
    WHO.some(key => listAt(filter, key, path).length > 0) ||
    (names.length > 0 && !names.includes('*')) ||
    selectsSomeObjects(resources, 'selector', place) ||
    Object.keys(objectOrEmpty(resources, 'annotations', place)).length > 0
  );
}

/** `Pod`, `v1/Pod`, `*`; without kinds any. */
function kindsTakePods(kinds: readonly string[]): Coverage {
  return kinds.length === 0 || kinds.some(isPod) ? 'covers' : 'no';
}

function isPod(text: string): boolean {
  const parts = text.split('/');
  const kind = parts.pop();
  return (
    (kind === 'Pod' || kind === '*') &&
    parts.every(part => part === 'v1' || part === '*')
  );
}

function operationsTakePods(operations: readonly string[]): Coverage {
  return operations.length === 0 || operations.includes('CREATE')
    ? 'covers'
    : 'no';
}

/** Labels may be asked for with wildcards, by which all that is known is that a label is asked for. */
function wildcardSelectorAt(
  resources: JsonObject,
  path: string,
): NamespaceTest {
  const selector = objectAt(resources, 'namespaceSelector', path);
  const labels = objectOrEmpty(
    selector ?? {},
    'matchLabels',
    `${path}.namespaceSelector`,
  );
  return Object.entries(labels).some(
    ([key, value]) => WILDCARD.test(key) || WILDCARD.test(String(value)),
  )
    ? () => 'unsure'
    : namespaceSelectorAt(resources, 'namespaceSelector', path);
}
