import { agentsAt, agentsOf, agentsOfImage } from '../data/agents';
import { ControlContext } from '../model/control';
import { Agent, DataTable } from '../model/dataTables';
import { Judgement } from '../model/finding';
import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { memoByLists } from '../relate/memo';
import { providerOfCluster } from '../relate/providerOfCluster';
import { notApplicable } from './judgements';
import { unlessMalformed } from './unlessMalformed';
import { unlessMissing } from './unlessMissing';

/** The lists that tell why pods of a namespace may use their node. */
export const PRIVILEGE_NEEDS = ['workloads', 'nodes'] as const;

/** What a control has to declare to ask for it. */
export type PrivilegeNeed = (typeof PRIVILEGE_NEEDS)[number];

/** Kinds of programs that cannot do their work without the node: network plug-ins and drivers of volumes. */
const NODE_KINDS = ['networkPolicy', 'networkOnly', 'nodePlugin'] as const;
/** A provider's addon manager undoes every change of what bears it. */
const ADDON = 'addonmanager.kubernetes.io/mode';

/** Names of the plug-ins by namespace, told by what runs there. */
const pluginsByNamespace = memoByLists(
  (workloads: readonly Workload[], table: DataTable<Agent>) => {
    const searched = NODE_KINDS.flatMap(kind => agentsOf(table, kind));
    const index = new Map<string, Set<string>>();
    for (const workload of workloads) {
      const { namespace, subject } = workload;
      const agents = [
        ...imagesOf(workload).flatMap(image => agentsOfImage(searched, image)),
        ...agentsAt(searched, { namespace, name: subject.name }),
      ];
      if (agents.length === 0) continue;
      const known = index.get(namespace) ?? new Set<string>();
      index.set(namespace, known);
      agents.forEach(({ name }) => known.add(name));
    }
    return index;
  },
);

function imagesOf(workload: Workload): readonly string[] {
  return (
    unlessMalformed(() =>
      workload.containers.flatMap(({ image }) => image ?? []),
    ) ?? []
  );
}

/**
 * Why pods of a namespace may use their node, so that a level of the Pod Security Standards is not asked for:
 * it is the cluster's own, the provider looks after it, or network or volume plug-ins run there. Undefined where it is asked for.
 */
export function acceptedPrivileges(
  { metadata: { name, labels } }: KubernetesObject,
  context: ControlContext<PrivilegeNeed>,
): Judgement | undefined {
  if (context.settings.systemNamespaces.includes(name))
    return notApplicable(
      'nothingToJudge',
      'a namespace of the cluster, whose own pods need their node',
    );
  const provider = providerOfContext(context);
  if (provider?.managedControlPlane && labels?.[ADDON] !== undefined)
    return notApplicable(
      'providerManaged',
      `${provider.name} looks after the namespace`,
    );
  const plugins = [
    ...(pluginsByNamespace(
      context.inventory.workloads,
      context.tables.agents,
    ).get(name) ?? []),
  ].sort();
  return plugins.length
    ? notApplicable(
        'nothingToJudge',
        `${plugins.join(', ')} ${
          plugins.length === 1 ? 'runs' : 'run'
        } here and cannot work without the node`,
      )
    : undefined;
}

function providerOfContext({
  inventory,
  serverVersion,
  tables,
}: ControlContext<PrivilegeNeed>) {
  return providerOfCluster(tables.providers, {
    serverVersion,
    nodes: unlessMissing(() => inventory.nodes),
  });
}
