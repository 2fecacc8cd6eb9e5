import { KubernetesObject } from '../../model/kubernetesObject';
import { memoByLists, memoByObject } from '../memo';
import {
  adminNetworkPolicyParts,
  baselineAdminNetworkPolicyParts,
  clusterNetworkPolicyParts,
} from './adminPolicies';
import { calicoPolicyParts } from './calicoPolicies';
import { ciliumPolicyParts } from './ciliumPolicies';
import { networkPolicyParts } from './kubernetesPolicies';
import { NamespacePolicies } from './NamespacePolicies';
import { NamespaceFacts } from './podFacts';
import {
  calicoPolicies,
  NETWORK_POLICY_NEEDS,
  PolicyLists,
} from './policyLists';
import { PolicyPart } from './policyPart';
import { inNamespace } from '../inNamespace';

type Reader = (policy: KubernetesObject) => PolicyPart[];

/** All policies of a cluster, read namespace by namespace as they are asked for. */
export class PolicyIndex {
  private readonly known = new Map<string, () => NamespacePolicies>();
  private readonly clusterWide: () => readonly PolicyPart[];
  private readonly namespaced: readonly [
    policies: readonly KubernetesObject[],
    reader: Reader,
  ][];

  constructor(lists: PolicyLists) {
    const calico = calicoPolicies(lists);
    this.namespaced = [
      [lists.networkPolicies, networkPolicyParts],
      [lists.ciliumNetworkPolicies, ciliumPolicyParts],
      [calico.filter(isNamespaced), calicoPolicyParts],
    ];
    this.clusterWide = once(() => [
      ...lists.adminNetworkPolicies.flatMap(adminNetworkPolicyParts),
      ...lists.baselineAdminNetworkPolicies.flatMap(
        baselineAdminNetworkPolicyParts,
      ),
      ...lists.clusterNetworkPolicies.flatMap(clusterNetworkPolicyParts),
      ...lists.ciliumClusterwideNetworkPolicies.flatMap(ciliumPolicyParts),
      ...calico
        .filter(policy => !isNamespaced(policy))
        .flatMap(calicoPolicyParts),
    ]);
  }

  /**
   * The policies that may apply in a namespace. Throws MalformedInput where one of them cannot be read,
   * and MissingInput where it depends on labels of a namespace that was not read: it might open a pod, or isolate it.
   */
  in(namespace: NamespaceFacts): NamespacePolicies {
    let policies = this.known.get(namespace.name);
    if (!policies) {
      policies = once(() => this.read(namespace));
      this.known.set(namespace.name, policies);
    }
    return policies();
  }

  private read(namespace: NamespaceFacts): NamespacePolicies {
    const own = this.namespaced.flatMap(([policies, reader]) =>
      inNamespace(policies, namespace.name).flatMap(reader),
    );
    return new NamespacePolicies([...own, ...this.clusterWide()], namespace);
  }
}

const indexOfLists = memoByLists(
  (
    _: readonly KubernetesObject[],
    ...lists: readonly (readonly KubernetesObject[])[]
  ) =>
    new PolicyIndex(
      Object.fromEntries(
        NETWORK_POLICY_NEEDS.map((need, index) => [need, lists[index]]),
      ) as unknown as PolicyLists,
    ),
);

type IndexedLists = PolicyLists & {
  readonly namespaces: readonly KubernetesObject[];
};

/** The index of an inventory's policies, made once. Throws MissingInput where a list of them was not read. */
export const policyIndexOf: (inventory: IndexedLists) => PolicyIndex =
  memoByObject(inventory =>
    indexOfLists(
      inventory.namespaces,
      ...NETWORK_POLICY_NEEDS.map(need => inventory[need]),
    ),
  );

function isNamespaced({ kind }: KubernetesObject): boolean {
  return kind === 'NetworkPolicy';
}

/** What a function answers or throws, worked out once. */
function once<T>(derive: () => T): () => T {
  let outcome: { readonly value: T } | { readonly error: unknown } | undefined;
  return () => {
    if (!outcome) {
      try {
        outcome = { value: derive() };
      } catch (error) {
        outcome = { error };
      }
    }
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  };
}
