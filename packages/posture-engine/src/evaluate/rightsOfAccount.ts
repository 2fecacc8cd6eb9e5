import { DEFAULT_TABLES } from '../data/defaultTables';
import { InventoryLists } from '../model/control';
import { DataTables } from '../model/dataTables';
import { Inventory, Listed } from '../model/inventory';
import { DEFAULT_KUBERNETES_VERSION } from '../model/kubernetesVersion';
import { PolicyRule } from '../model/policyRule';
import { SEVERITIES, Severity, severityRank } from '../model/severity';
import { SubjectRef } from '../model/subject';
import { rulesOfBinding } from '../relate/bindings';
import { gravestOf } from '../relate/foundRights';
import { memoByObject } from '../relate/memo';
import { objectsInWords } from '../relate/rbacWords';
import { isBasic } from '../relate/rightsBeyondBasics';
import { riskyRightsOf, RiskyRightsContext } from '../relate/riskyRights';
import {
  bindingsOfServiceAccount,
  ReachingBinding,
} from '../relate/serviceAccountRights';
import { hasApiToken, workloadsOfAccount } from '../relate/serviceAccountToken';
import { inventoryView } from './inventoryView';
import { told } from './told';

const NEEDS = [
  'workloads',
  'serviceAccounts',
  'roles',
  'clusterRoles',
  'roleBindings',
  'clusterRoleBindings',
  'nodes',
] as const;

type Lists = Pick<InventoryLists, (typeof NEEDS)[number]>;

/** One rule that holds for a service account. */
export interface AccountRight {
  readonly verbs: readonly string[];
  /** Resources as kubectl writes them, and URLs: `deployments.apps`, `pods/exec`, `*`. */
  readonly objects: readonly string[];
  /** The only objects that it is about; of every name where it is empty. */
  readonly names: readonly string[];
  /** The namespace that it holds in; undefined for the whole cluster. */
  readonly namespace?: string;
  readonly role: { readonly kind: string; readonly name: string };
  readonly binding: { readonly kind: string; readonly name: string };
  /** How grave it is for a workload to have it; undefined where that leads nowhere. */
  readonly severity?: Severity;
}

/** What a service account may do. */
export interface AccountRights {
  /** The gravest first; rights that every account has anyway left out. */
  readonly rights: Listed<AccountRight>;
  /** Whether a workload that runs as it has its token; one item. */
  readonly token: Listed<boolean>;
}

const viewOf = memoByObject(
  (inventory: Inventory): Lists => inventoryView(inventory, NEEDS),
);

/** A rule as a list of its own, the same each time, by which finders remember. */
const alone = memoByObject((rule: PolicyRule): readonly PolicyRule[] => [rule]);

/** All that RBAC lets a service account of an inventory do beyond what every account may. Pure. */
export function rightsOfAccount(
  { namespace = 'default', name }: SubjectRef,
  inventory: Inventory,
  tables: DataTables = DEFAULT_TABLES,
): AccountRights {
  const lists = viewOf(inventory);
  const context = {
    inventory: lists,
    tables,
    kubernetesVersion:
      inventory.kubernetesVersion ?? DEFAULT_KUBERNETES_VERSION,
    ...(inventory.serverVersion
      ? { serverVersion: inventory.serverVersion }
      : {}),
  };
  return {
    rights: told(() =>
      bindingsOfServiceAccount(namespace, name, lists)
        .flatMap(reaching => rightsBy(reaching, lists, context))
        .sort(graverFirst),
    ),
    token: told(() => [
      workloadsOfAccount(lists.workloads, namespace, name).some(workload =>
        hasApiToken(workload, () => lists.serviceAccounts),
      ),
    ]),
  };
}

function rightsBy(
  reaching: ReachingBinding,
  lists: Lists,
  context: RiskyRightsContext,
): AccountRight[] {
  const { kind, name, namespace, role } = reaching.binding;
  return rulesOfBinding(reaching.binding, lists)
    .filter(rule => !isBasic(rule))
    .map(rule => {
      const risky = riskyRightsOf(reaching, alone(rule), context);
      return {
        verbs: [...rule.verbs].sort(),
        objects: objectsInWords(rule),
        names: rule.resourceNames,
        ...(namespace === undefined ? {} : { namespace }),
        role,
        binding: { kind, name },
        ...(risky.length ? { severity: gravestOf(risky) } : {}),
      };
    });
}

function graverFirst(one: AccountRight, other: AccountRight): number {
  return rankOf(one) - rankOf(other);
}

function rankOf({ severity }: AccountRight): number {
  return severity === undefined ? SEVERITIES.length : severityRank(severity);
}
