import { JsonObject } from '../../read/typedReads';
import { LabelRequirement, LabelSelector } from '../labelSelector';
import { readObjectSelector } from '../objectSelector';
import { NamespaceFacts, PodFacts } from './podFacts';
import { matcherOf, PodMatcher } from './podMatcher';
import { selectsNamespace } from './selectsNamespace';

const NAMESPACE = 'io.kubernetes.pod.namespace';
const NAMESPACE_LABEL = 'io.cilium.k8s.namespace.labels.';
const SERVICE_ACCOUNT = 'io.cilium.k8s.policy.serviceaccount';
/** Labels of pods have the source `k8s`; `any` and no source mean each. */
const SOURCES_OF_PODS = ['k8s', 'any', ''];

/** An `endpointSelector`, taken apart by what its labels are of. */
export interface EndpointSelector {
  readonly namespace: LabelSelector;
  readonly pod: LabelSelector;
  readonly account: LabelSelector;
}

/**
 * Reads a selector of Cilium's, whose labels may bear a source: `k8s:app`, `any:app`, `reserved:host`.
 * Throws MalformedInput where it cannot be read.
 */
export function readEndpointSelector(
  selector: JsonObject,
  path: string,
): EndpointSelector {
  const parts = {
    namespace: [] as LabelRequirement[],
    pod: [] as LabelRequirement[],
    account: [] as LabelRequirement[],
  };
  for (const requirement of readObjectSelector(selector, path).requirements) {
    const { part, key } = placeOf(requirement.key);
    parts[part].push({ ...requirement, key });
  }
  return {
    namespace: { requirements: parts.namespace },
    pod: { requirements: parts.pod },
    account: { requirements: parts.account },
  };
}

/** The pods of a namespace that a selector selects; undefined for none. */
export function endpointsIn(
  { namespace, pod, account }: EndpointSelector,
  facts: NamespaceFacts,
): PodMatcher | undefined {
  if (!selectsNamespace(namespace, facts)) return undefined;
  const pods = matcherOf(pod);
  return account.requirements.length === 0
    ? pods
    : runningAs(pods, matcherOf(account));
}

/** Pods of these labels that run as one of these accounts. */
function runningAs(pods: PodMatcher, accounts: PodMatcher): PodMatcher {
  const accountOf = (pod: PodFacts): PodFacts => ({
    ...pod,
    labels: { [SERVICE_ACCOUNT]: pod.serviceAccount },
  });
  return {
    key: `${pods.key} as ${accounts.key}`,
    everyPod: false,
    termSets: pods.termSets,
    matches: pod => pods.matches(pod) && accounts.matches(accountOf(pod)),
  };
}

function placeOf(label: string): {
  readonly part: keyof EndpointSelector;
  readonly key: string;
} {
  const colon = label.indexOf(':');
  const source = label.slice(0, Math.max(colon, 0));
  const key = label.slice(colon + 1);
  if (!SOURCES_OF_PODS.includes(source)) return { part: 'pod', key: label };
  if (key === NAMESPACE)
    return { part: 'namespace', key: 'kubernetes.io/metadata.name' };
  if (key.startsWith(NAMESPACE_LABEL))
    return { part: 'namespace', key: key.slice(NAMESPACE_LABEL.length) };
  return { part: key === SERVICE_ACCOUNT ? 'account' : 'pod', key };
}
