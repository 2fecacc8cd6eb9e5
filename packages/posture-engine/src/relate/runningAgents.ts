import { agentsAt, agentsOf } from '../data/agents';
import { unlessMalformed } from '../kit/unlessMalformed';
import { Container } from '../model/container';
import { Agent, AgentKind, DataTable } from '../model/dataTables';
import { Workload } from '../model/workload';
import { memoByLists } from './memo';

/** A program that matters to a control, and where it runs. */
export interface RunningAgent {
  readonly agent: Agent;
  readonly workload: Workload;
  /** The container that runs it. */
  readonly container: Container;
}

const agentsAmong = memoByLists(
  (agents: readonly Agent[], workloads: readonly Workload[]) =>
    workloads.flatMap(
      workload =>
        unlessMalformed(() => agentsOfWorkload(workload, agents)) ?? [],
    ),
);

/** The programs of a kind that workloads run, told by their images or names. A workload that cannot be read runs none. */
export function runningAgents(
  kind: AgentKind,
  workloads: readonly Workload[],
  table: DataTable<Agent>,
): readonly RunningAgent[] {
  return agentsAmong(agentsOf(table, kind), workloads);
}

/** As `runningAgents`, of DaemonSets only: the programs that are meant to run on every node. */
export function agentsOnNodes(
  kind: AgentKind,
  workloads: readonly Workload[],
  table: DataTable<Agent>,
): readonly RunningAgent[] {
  return runningAgents(kind, workloads, table).filter(
    ({ workload }) => workload.subject.kind === 'DaemonSet',
  );
}

function agentsOfWorkload(
  workload: Workload,
  agents: readonly Agent[],
): readonly RunningAgent[] {
  const { namespace, containers } = workload;
  const { name } = workload.subject;
  const found = new Map<string, RunningAgent>();
  for (const container of containers) {
    if (container.kind !== 'app') continue;
    const place = { image: container.image, namespace, name };
    for (const agent of agentsAt(agents, place))
      if (!found.has(agent.id))
        found.set(agent.id, { agent, workload, container });
  }
  return [...found.values()];
}
