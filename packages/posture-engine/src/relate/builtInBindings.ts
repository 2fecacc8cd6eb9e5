import { ControlContext } from '../model/control';
import { BuiltInBinding, DataTable, ShippedRule } from '../model/dataTables';
import { PolicyRule } from '../model/policyRule';
import { unlessMissing } from '../kit/unlessMissing';
import { Binding, BindingSubject } from './bindings';
import { grants, Right } from './grants';
import { providerOfCluster } from './providerOfCluster';

/** A role that is bound to whom its distribution binds it. */
export interface ShippedPair {
  /** Undefined where its rules are not published: then they are taken as they are. */
  readonly rules: readonly PolicyRule[] | undefined;
}

/** What a cluster has of roles and bindings that its distribution made. */
export interface BuiltIns {
  /** The pair that the role of a binding and one of its subjects are; undefined where no distribution ships it. */
  pairOf(binding: Binding, subject: BindingSubject): ShippedPair | undefined;
  /** True for a role that a distribution ships, `ClusterRole view` or `Role kube-system/…`, bound or not. */
  isShipped(role: string): boolean;
}

/** What holds in clusters of every provider. */
const EVERYWHERE: readonly string[] = ['kubernetes', 'kubeadm'];

/** What shows who made a cluster. */
export type BuiltInsContext = Pick<
  ControlContext<'nodes'>,
  'inventory' | 'serverVersion' | 'tables'
>;

const known = new WeakMap<object, BuiltIns>();

/**
 * The roles and bindings that the distribution of a cluster makes. Those of one provider count where the cluster shows itself to be of it,
 * or shows nothing of who made it: in manifests, and where its nodes may not be read.
 */
export function builtInsOf({
  inventory,
  serverVersion,
  tables,
}: BuiltInsContext): BuiltIns {
  let builtIns = known.get(inventory);
  if (!builtIns) {
    const nodes = unlessMissing(() => inventory.nodes);
    const provider = providerOfCluster(tables.providers, {
      serverVersion,
      nodes,
    });
    const isUnknown = !provider && nodes === undefined;
    builtIns = indexOf(
      tables.builtInBindings,
      distribution =>
        isUnknown ||
        distribution === provider?.id ||
        EVERYWHERE.includes(distribution),
    );
    known.set(inventory, builtIns);
  }
  return builtIns;
}

/** Whether a right, on objects of these names or of any, goes beyond what its pair ships with. */
export function isBeyond(
  right: Right,
  pair: ShippedPair | undefined,
  names: readonly string[] = [],
): boolean {
  if (!pair) return true;
  return (
    pair.rules !== undefined &&
    !pair.rules.some(
      rule =>
        grants(rule, right) ||
        (names.length > 0 &&
          names.every(name => rule.resourceNames.includes(name)) &&
          grants({ ...rule, resourceNames: [] }, right)),
    )
  );
}

function indexOf(
  { rows }: DataTable<BuiltInBinding>,
  isHere: (distribution: string) => boolean,
): BuiltIns {
  const pairs = new Map<string, ShippedPair>();
  const roles = new Set<string>();
  for (const row of rows) {
    if (!row.distributions.some(isHere)) continue;
    roles.add(row.role);
    const pair = { rules: row.rules?.map(policyRule) };
    for (const subject of row.subjects)
      pairs.set(`${row.namespace ?? ''} ${row.role} ${subject}`, pair);
  }
  return {
    isShipped: role => roles.has(role),
    pairOf: (binding, subject) =>
      keysOf(binding, subject)
        .map(key => pairs.get(key))
        .find(pair => pair !== undefined),
  };
}

/** What everybody has in the whole cluster he may have in a namespace as well. */
function keysOf(
  { namespace, role }: Binding,
  { key }: BindingSubject,
): readonly string[] {
  if (role.kind === 'Role') return [` Role ${namespace}/${role.name} ${key}`];
  const words = `ClusterRole ${role.name}`;
  if (namespace === undefined) return [` ${words} ${key}`];
  return [
    ` ${words} ${key}`,
    `${namespace} ${words} ${key}`,
    `* ${words} ${ofAnyNamespace(key, namespace)}`,
  ];
}

/** `ServiceAccount shop/builder` and `Group system:serviceaccounts:shop` in namespace `shop`, as the table has them. */
function ofAnyNamespace(key: string, namespace: string): string {
  const account = `ServiceAccount ${namespace}/`;
  if (key.startsWith(account))
    return `ServiceAccount {namespace}/${key.slice(account.length)}`;
  return key === `Group system:serviceaccounts:${namespace}`
    ? 'Group system:serviceaccounts:{namespace}'
    : key;
}

function policyRule(rule: ShippedRule): PolicyRule {
  return {
    verbs: rule.verbs,
    apiGroups: rule.apiGroups ?? [],
    resources: rule.resources ?? [],
    resourceNames: rule.resourceNames ?? [],
    nonResourceURLs: rule.nonResourceURLs ?? [],
  };
}
