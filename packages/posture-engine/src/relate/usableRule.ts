import { PolicyRule } from '../model/policyRule';
import { memoByList } from './memo';

/**
 * Resources without a namespace, by their group: a RoleBinding grants nothing on them
 * (Kubernetes API, `kubectl api-resources --namespaced=false`, and what only impersonation and approval know).
 * Not `namespaces`: a RoleBinding does hold for the object of its own namespace.
 */
const CLUSTER_SCOPED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    '',
    new Set([
      'componentstatuses',
      'groups',
      'nodes',
      'persistentvolumes',
      'users',
    ]),
  ],
  [
    'admissionregistration.k8s.io',
    new Set([
      'mutatingadmissionpolicies',
      'mutatingadmissionpolicybindings',
      'mutatingwebhookconfigurations',
      'validatingadmissionpolicies',
      'validatingadmissionpolicybindings',
      'validatingwebhookconfigurations',
    ]),
  ],
  ['apiextensions.k8s.io', new Set(['customresourcedefinitions'])],
  ['apiregistration.k8s.io', new Set(['apiservices'])],
  [
    'authentication.k8s.io',
    new Set(['selfsubjectreviews', 'tokenreviews', 'uids', 'userextras']),
  ],
  [
    'authorization.k8s.io',
    new Set([
      'selfsubjectaccessreviews',
      'selfsubjectrulesreviews',
      'subjectaccessreviews',
    ]),
  ],
  [
    'certificates.k8s.io',
    new Set(['certificatesigningrequests', 'clustertrustbundles', 'signers']),
  ],
  [
    'flowcontrol.apiserver.k8s.io',
    new Set(['flowschemas', 'prioritylevelconfigurations']),
  ],
  [
    'networking.k8s.io',
    new Set(['ingressclasses', 'ipaddresses', 'servicecidrs']),
  ],
  ['node.k8s.io', new Set(['runtimeclasses'])],
  [
    'rbac.authorization.k8s.io',
    new Set(['clusterrolebindings', 'clusterroles']),
  ],
  ['scheduling.k8s.io', new Set(['priorityclasses'])],
  [
    'storage.k8s.io',
    new Set(['csidrivers', 'csinodes', 'storageclasses', 'volumeattachments']),
  ],
]);

/**
 * What a rule grants by a binding: a rule without verb grants nothing, `r/*` is no wildcard,
 * and a RoleBinding (`inNamespace`) grants neither URLs nor what has no namespace.
 * Undefined where nothing is left.
 */
export function usableRule(
  rule: PolicyRule,
  inNamespace: boolean,
): PolicyRule | undefined {
  if (rule.verbs.length === 0) return undefined;
  const nonResourceURLs = inNamespace ? [] : rule.nonResourceURLs;
  const resources = rule.apiGroups.length
    ? rule.resources.filter(
        resource =>
          grantsAnything(resource) &&
          !(inNamespace && isClusterScoped(resource, rule.apiGroups)),
      )
    : [];
  if (resources.length === 0 && nonResourceURLs.length === 0) return undefined;
  return { ...rule, resources, nonResourceURLs };
}

const usableInCluster = usableParts(false);
const usableInNamespace = usableParts(true);

/** Each rule is narrowed once, however many roles take it in. */
function usableParts(inNamespace: boolean) {
  const known = new WeakMap<PolicyRule, readonly PolicyRule[]>();
  const partOf = (rule: PolicyRule) => {
    let part = known.get(rule);
    if (!part) {
      const usable = usableRule(rule, inNamespace);
      part = usable ? [usable] : [];
      known.set(rule, part);
    }
    return part;
  };
  return memoByList((rules: readonly PolicyRule[]) => rules.flatMap(partOf));
}

/** What the rules of a role grant by a binding. The same rules give the same list. */
export function usableRules(
  rules: readonly PolicyRule[],
  inNamespace: boolean,
): readonly PolicyRule[] {
  return inNamespace ? usableInNamespace(rules) : usableInCluster(rules);
}

/** `pods/*` reads like a wildcard and matches no request (RBAC authorizer, `ResourceMatches`). */
function grantsAnything(resource: string): boolean {
  return !resource.endsWith('/*');
}

/** True where a resource, or what it is a part of, has no namespace in all of these groups. */
export function isClusterScoped(
  resource: string,
  apiGroups: readonly string[],
): boolean {
  const [name] = resource.split('/', 1);
  return apiGroups.every(group =>
    group === '*'
      ? [...CLUSTER_SCOPED.values()].some(names => names.has(name))
      : CLUSTER_SCOPED.get(group)?.has(name),
  );
}
