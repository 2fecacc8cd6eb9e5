import { InventoryLists } from '../../model/control';
import { KubernetesObject } from '../../model/kubernetesObject';
import { Workload } from '../../model/workload';
import { memoByList, memoByObject, memoLatest } from '../memo';
import { namespaceFacts } from '../namespaceFacts';
import { Protection, protectionBy } from './protectionBy';
import { NamespacePolicies } from './NamespacePolicies';
import { NamespaceFacts } from './podFacts';
import { PolicyGroup } from './PolicyGroup';
import { policyIndexOf } from './PolicyIndex';
import { NETWORK_POLICY_NEEDS } from './policyLists';
import { DirectionRules, PolicyRef } from './policyPart';
import { Direction, DIRECTIONS, Traffic } from './trafficRule';
import { serviceAccountOf } from '../serviceAccountToken';

/** What a control has to declare in order to ask about policies. */
export const ISOLATION_NEEDS = [
  ...NETWORK_POLICY_NEEDS,
  'namespaces',
  'serviceAccounts',
] as const;

/** The lists that tell which policies apply where. */
export type IsolationLists = Pick<
  InventoryLists,
  (typeof ISOLATION_NEEDS)[number]
>;

const accountsByKey = memoByList(
  (accounts: readonly KubernetesObject[]) =>
    new Map(
      accounts.map(account => [
        `${account.metadata.namespace ?? 'default'}/${account.metadata.name}`,
        account,
      ]),
    ),
);

/** A policy that selects the pods of a workload, and the directions that it is about. */
export interface AppliedPolicy {
  readonly policy: PolicyRef;
  readonly directions: readonly Direction[];
}

/** All traffic of one direction, or that with one address: how the pods of a workload stand to it. */
export function protectionOfWorkload(
  workload: Workload,
  direction: Direction,
  inventory: IsolationLists,
  traffic: Traffic = 'everything',
): Protection {
  return protectionBy(groupsOf(workload, inventory), direction, traffic);
}

/** How a pod without any label would stand in a namespace: by the policies that select every pod. */
export function protectionOfNamespace(
  namespace: string,
  direction: Direction,
  inventory: IsolationLists,
): Protection {
  const facts = namespaceFacts(namespace, inventory.namespaces);
  const { selectingEveryPod } = policyIndexOf(inventory).in(facts);
  return protectionBy(selectingEveryPod, direction, 'everything');
}

/** The policies of any kind that select the pods of a workload, each once. */
export function policiesOfWorkload(
  workload: Workload,
  inventory: IsolationLists,
): readonly AppliedPolicy[] {
  const applied = new Map<PolicyRef, Set<Direction>>();
  for (const { parts } of groupsOf(workload, inventory))
    for (const part of parts) {
      const directions = applied.get(part.policy) ?? new Set();
      applied.set(part.policy, directions);
      for (const direction of DIRECTIONS)
        if (isAbout(part[direction])) directions.add(direction);
    }
  return [...applied].map(([policy, directions]) => ({
    policy,
    directions: DIRECTIONS.filter(direction => directions.has(direction)),
  }));
}

function isAbout(rules: DirectionRules | undefined): boolean {
  return rules !== undefined && (rules.isolates || rules.rules.length > 0);
}

/** Asked for each direction, and again for each patch of the workload. */
const selectingAmong = memoByObject((policies: NamespacePolicies) =>
  memoLatest(
    (
      labels: Readonly<Record<string, string>>,
      serviceAccount: string,
      namespace: NamespaceFacts,
      inventory: Pick<IsolationLists, 'serviceAccounts'>,
    ) =>
      policies.selecting({
        namespace,
        labels,
        serviceAccount,
        accountLabels: () =>
          findAccount(inventory.serviceAccounts, namespace.name, serviceAccount)
            ?.metadata.labels ?? {},
      }),
  ),
);

function groupsOf(
  workload: Workload,
  inventory: IsolationLists,
): readonly PolicyGroup[] {
  const namespace = namespaceFacts(workload.namespace, inventory.namespaces);
  const policies = policyIndexOf(inventory).in(namespace);
  const account = serviceAccountOf(workload);
  return selectingAmong(policies)(
    workload.podLabels,
    account,
    namespace,
    inventory,
  );
}

function findAccount(
  accounts: readonly KubernetesObject[],
  namespace: string,
  name: string,
): KubernetesObject | undefined {
  return accountsByKey(accounts).get(`${namespace}/${name}`);
}
