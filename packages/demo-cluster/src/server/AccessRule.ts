/**
 * A right, in the form of an RBAC rule; `*` stands for all, and a field that
 * is left out too. `verbs` is the only field that must be there; alone it
 * stands for every kind and every path. A rule with `nonResourceURLs` is about
 * paths only, one with any other field about kinds only.
 */
export interface AccessRule {
  verbs: string[];
  apiGroups?: string[];
  /** Plural names, with subresource where one is meant: `pods/log`. */
  resources?: string[];
  resourceNames?: string[];
  /** Only in these namespaces, as a RoleBinding would give it. */
  namespaces?: string[];
  /** Paths that are no resource: `/metrics`, or with an end that is left open: `/healthz/*`. */
  nonResourceURLs?: string[];
}

/** Somebody whom the cluster knows. */
export interface DemoToken {
  token: string;
  /** Default: `system:serviceaccount:backstage:scanner`. */
  user?: string;
  /** `all` may do everything. */
  rules: 'all' | AccessRule[];
  /** Kinds and paths that stay forbidden whatever the rules say: `pods`, `roles.rbac.authorization.k8s.io`, `/metrics`. */
  denied?: string[];
}

/** What somebody wants to do with a kind. */
export interface AccessAttributes {
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
  namespace?: string;
  name?: string;
}

/** What Kubernetes lets everybody read whom it knows (`system:discovery`). */
const openPaths = [
  '/api',
  '/api/*',
  '/apis',
  '/apis/*',
  '/healthz',
  '/livez',
  '/openapi',
  '/openapi/*',
  '/readyz',
  '/version',
];

const defaultUser = 'system:serviceaccount:backstage:scanner';

export function userOf(token: DemoToken): string {
  return token.user ?? defaultUser;
}

/** Whether the bearer of a token may do this. */
export function isAllowed(
  token: DemoToken,
  attributes: AccessAttributes,
): boolean {
  const { group, resource } = attributes;
  const name = group === '' ? resource : `${resource}.${group}`;
  if (token.denied?.includes(name)) {
    return false;
  }
  return (
    token.rules === 'all' || token.rules.some(rule => grants(rule, attributes))
  );
}

/** Whether the bearer of a token may do this with a path that is no resource. */
export function isPathAllowed(
  token: DemoToken,
  verb: string,
  path: string,
): boolean {
  if (token.denied?.includes(path)) {
    return false;
  }
  return (
    token.rules === 'all' ||
    (verb === 'get' && coversPath(openPaths, path)) ||
    token.rules.some(rule => grantsPath(rule, verb, path))
  );
}

function grantsPath(rule: AccessRule, verb: string, path: string): boolean {
  const { verbs, nonResourceURLs, ...kinds } = rule;
  const isAboutAll = Object.values(kinds).every(value => value === undefined);
  return (
    holds(verbs, verb) &&
    (nonResourceURLs ? coversPath(nonResourceURLs, path) : isAboutAll)
  );
}

function coversPath(patterns: string[], path: string): boolean {
  return patterns.some(pattern =>
    pattern.endsWith('*')
      ? path.startsWith(pattern.slice(0, -1))
      : path === pattern,
  );
}

function grants(rule: AccessRule, wanted: AccessAttributes): boolean {
  const resource = wanted.subresource
    ? `${wanted.resource}/${wanted.subresource}`
    : wanted.resource;
  return (
    holds(rule.verbs, wanted.verb) &&
    holds(rule.apiGroups, wanted.group) &&
    holds(rule.resources, resource) &&
    holds(rule.resourceNames, wanted.name) &&
    holds(rule.namespaces, wanted.namespace) &&
    rule.nonResourceURLs === undefined
  );
}

function holds(values: string[] | undefined, wanted?: string): boolean {
  return (
    values === undefined ||
    values.includes('*') ||
    (wanted !== undefined && values.includes(wanted))
  );
}

/** The words in which Kubernetes refuses. */
export function forbiddenMessage(
  user: string,
  attributes: AccessAttributes,
): string {
  const { group, resource, subresource, name, namespace, verb } = attributes;
  const kind = group === '' ? resource : `${resource}.${group}`;
  const subject = name ? `${kind} "${name}"` : kind;
  const path = subresource ? `${resource}/${subresource}` : resource;
  const scope = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  return `${subject} is forbidden: User "${user}" cannot ${verb} resource "${path}" in API group "${group}" ${scope}`;
}

/** The words in which Kubernetes refuses a path that is no resource. */
export function forbiddenPathMessage(
  user: string,
  verb: string,
  path: string,
): string {
  return `forbidden: User "${user}" cannot ${verb} path "${path}"`;
}
