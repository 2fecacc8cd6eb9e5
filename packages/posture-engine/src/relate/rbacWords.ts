import { PolicyRule } from '../model/policyRule';
import { Binding, BindingSubject } from './bindings';
import { Right } from './grants';

/** Groups of rights, and objects of a group, that a sentence names. */
const SHOWN_GROUPS = 4;
const SHOWN_OBJECTS = 6;
/** Rights that a violation lists. */
const SHOWN_VALUES = 20;

/** `service account "web" of namespace "shop"`, `group "system:masters"`. */
export function subjectInWords({
  kind,
  name,
  namespace,
}: BindingSubject): string {
  if (kind === 'ServiceAccount')
    return `service account "${name}" of namespace "${namespace}"`;
  return `${kind === 'User' ? 'user' : 'group'} "${name}"`;
}

/** `RoleBinding shop/web`, `ClusterRoleBinding web`. */
export function bindingInWords({ kind, namespace, name }: Binding): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** Where a right holds. */
export function whereInWords(namespace: string | undefined): string {
  return namespace === undefined
    ? 'in the whole cluster'
    : `in namespace "${namespace}"`;
}

/** `create, get on pods/exec; every verb on secrets`. */
export function rightsInText(rights: readonly Right[]): string {
  const verbsOf = grouped(rights, objectInWords, right => right.verb);
  const objectsOf = grouped(
    [...verbsOf],
    ([, verbs]) => verbsInWords(verbs),
    ([object]) => object,
  );
  const groups = [...objectsOf].map(
    ([verbs, objects]) => `${verbs} on ${capped(objects, SHOWN_OBJECTS, ', ')}`,
  );
  return capped(groups, SHOWN_GROUPS, '; ');
}

/** The rights one by one, `create pods/exec`, sorted, in an order that does not change. */
export function rightsAsValues(rights: readonly Right[]): readonly string[] {
  const all = [
    ...new Set(rights.map(right => `${right.verb} ${objectName(right)}`)),
  ].sort();
  return all.length > SHOWN_VALUES
    ? [...all.slice(0, SHOWN_VALUES), `and ${all.length - SHOWN_VALUES} more`]
    : all;
}

/** What a rule is about, as kubectl writes it, sorted: `deployments.apps`, `pods/exec`, `*`, `/metrics`. */
export function objectsInWords({
  apiGroups,
  resources,
  nonResourceURLs,
}: PolicyRule): readonly string[] {
  const named = apiGroups.flatMap(group =>
    resources.map(resource =>
      group === '*' && resource === '*'
        ? '*'
        : objectName({ verb: '', group, resource }),
    ),
  );
  return [...new Set([...named, ...nonResourceURLs])].sort();
}

function capped(
  words: readonly string[],
  limit: number,
  separator: string,
): string {
  const more = words.length - limit;
  return more > 0
    ? `${words.slice(0, limit).join(separator)} and ${more} more`
    : words.join(separator);
}

function verbsInWords(verbs: readonly string[]): string {
  return verbs.includes('*') ? 'every verb' : [...verbs].sort().join(', ');
}

function objectInWords(right: Right): string {
  if ('url' in right)
    return right.url === '*' || right.url === '/*' ? 'every URL' : right.url;
  if (right.resource !== '*') return objectName(right);
  return right.group === '*'
    ? 'every resource'
    : `every resource of ${
        right.group ? `group ${right.group}` : 'the core group'
      }`;
}

/** As kubectl writes it: `deployments.apps`, `pods/exec`. */
function objectName(right: Right): string {
  if ('url' in right) return right.url;
  const [name, part] = right.resource.split('/', 2);
  return `${name}${right.group ? `.${right.group}` : ''}${
    part ? `/${part}` : ''
  }`;
}

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  valueOf: (item: Item) => string,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    const value = valueOf(item);
    if (!group) groups.set(keyOf(item), [value]);
    else if (!group.includes(value)) group.push(value);
  }
  return groups;
}
