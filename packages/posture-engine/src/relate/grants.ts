import { PolicyRule } from '../model/policyRule';

/** One thing that a request may ask for: a verb on a resource of a group, or on a URL that is no resource. */
export type Right =
  | {
      readonly verb: string;
      /** Empty for the core group. */
      readonly group: string;
      /** `pods`, or with a part of it `pods/exec`. */
      readonly resource: string;
    }
  | { readonly verb: string; readonly url: string };

/** The verbs that `resourceNames` bounds. */
const BOUNDED_BY_NAMES: ReadonlySet<string> = new Set([
  'delete',
  'get',
  'list',
  'patch',
  'update',
  'watch',
]);

/**
 * Whether a rule grants a right on objects of every name, as the RBAC authorizer of the API server matches them:
 * `pods` does not grant `pods/exec`, `pods/*` grants nothing, `*` in a right is granted by `*` only.
 */
export function grants(rule: PolicyRule, right: Right): boolean {
  if (!holds(rule.verbs, right.verb)) return false;
  if ('url' in right)
    return rule.nonResourceURLs.some(url => urlMatches(url, right.url));
  return (
    holds(rule.apiGroups, right.group) &&
    grantsResource(rule.resources, right.resource) &&
    !(rule.resourceNames.length > 0 && BOUNDED_BY_NAMES.has(right.verb))
  );
}

/** Whether a list of resources of a rule holds a resource, or a part of one. */
export function grantsResource(
  resources: readonly string[],
  resource: string,
): boolean {
  if (holds(resources, resource)) return true;
  const slash = resource.indexOf('/');
  return slash > 0 && resources.includes(`*${resource.slice(slash)}`);
}

function holds(values: readonly string[], wanted: string): boolean {
  return values.includes(wanted) || values.includes('*');
}

/** A URL of a rule matches itself and, where it ends in `*`, all that begin with the rest. */
function urlMatches(url: string, wanted: string): boolean {
  return (
    url === wanted || (url.endsWith('*') && wanted.startsWith(url.slice(0, -1)))
  );
}
