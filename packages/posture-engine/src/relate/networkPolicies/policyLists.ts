import { InventoryLists } from '../../model/control';
import { KubernetesObject } from '../../model/kubernetesObject';
import { isJsonObject } from '../../read/typedReads';

/** The lists that tell which policies apply to a pod. A kind that a cluster does not serve is an empty list. */
export const NETWORK_POLICY_NEEDS = [
  'networkPolicies',
  'adminNetworkPolicies',
  'baselineAdminNetworkPolicies',
  'clusterNetworkPolicies',
  'ciliumNetworkPolicies',
  'ciliumClusterwideNetworkPolicies',
  'calicoNetworkPolicies',
  'calicoGlobalNetworkPolicies',
  'calicoV3NetworkPolicies',
  'calicoV3GlobalNetworkPolicies',
] as const;

/** Name of a list of policies. */
export type NetworkPolicyNeed = (typeof NETWORK_POLICY_NEEDS)[number];

/** The lists of policies, as they were read. */
export type PolicyLists = Pick<InventoryLists, NetworkPolicyNeed>;

/** Calico's own API shows the policies of other kinds beside its own, under such names. */
const MIRRORED = /^(?:knp\.default|kanp\.adminnetworkpolicy|kbanp\.|kcnp\.)/;

/** Policies of Calico's in both forms, each of them once: served twice they are the same policies. */
export function calicoPolicies({
  calicoNetworkPolicies,
  calicoGlobalNetworkPolicies,
  calicoV3NetworkPolicies,
  calicoV3GlobalNetworkPolicies,
}: PolicyLists): readonly KubernetesObject[] {
  const byKey = new Map<string, KubernetesObject>();
  for (const policy of [
    ...calicoNetworkPolicies,
    ...calicoGlobalNetworkPolicies,
    ...calicoV3NetworkPolicies,
    ...calicoV3GlobalNetworkPolicies,
  ])
    if (!MIRRORED.test(policy.metadata.name)) byKey.set(keyOf(policy), policy);
  return [...byKey.values()];
}

/** The tier is a part of the name in one form, and may be left out in the other. */
function keyOf({ kind, metadata, spec }: KubernetesObject): string {
  const tier =
    isJsonObject(spec) && typeof spec.tier === 'string' ? spec.tier : 'default';
  const name = metadata.name.startsWith(`${tier}.`)
    ? metadata.name.slice(tier.length + 1)
    : metadata.name;
  return [kind, metadata.namespace ?? '', tier, name].join('/');
}
