import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { defineClusterControl, fail, notEvaluated, pass } from '../../kit';
import { nodesWithAgent, readyNode } from '../../kit/agentExamples';
import { attestedExample } from '../../kit/attestedExamples';
import { agentsOf } from '../../data/agents';
import { cappedViolations } from '../../kit/cappedViolations';
import { isSchedulable, nodeCoverage } from '../../relate/nodeCoverage';
import { agentsOnNodes, RunningAgent } from '../../relate/runningAgents';

const ID = 'runtime-threat-detection';
const NEEDS = ['workloads', 'livePods', 'nodes', 'servedResources'] as const;
const FALCO = 'docker.io/falcosecurity/falco:0.42.0';

type Context = ControlContext<(typeof NEEDS)[number]>;

export const runtimeThreatDetection = defineClusterControl({
  id: ID,
  title: 'What containers do at run time is watched on every node',
  failureTitle: 'Containers run on nodes on which nothing watches them',
  why: 'A break-in that no rule of admission could prevent shows only in what containers do: a shell that starts, a file that is written.',
  fix: 'Run Falco, Tetragon, KubeArmor or the agent of a vendor as a DaemonSet on all nodes, and see that its pods are ready everywhere: `kubectl get pods -A -o wide`. Add tolerations where nodes have taints.',
  severity: 'medium',
  category: 'node',
  scope: 'cluster',
  frameworks: {
    nsa: ['T1', 'T3', 'L4'],
    'nist-800-190': ['4.4.4', '4.4.5'],
    'owasp-k8s': ['K10'],
  },
  references: ['https://falco.org/docs/', 'https://tetragon.io/docs/'],
  needs: NEEDS,
  reads:
    'The DaemonSets of all namespaces by the table of known agents, their running pods, and the kinds that agents bring along. Agents have to be ready, together, on every node that is up and takes ordinary pods; cordoned nodes, nodes kept for the control plane and virtual nodes (Fargate, ACI) are left out. Where no agent is known, only a person can answer.',
  notes:
    'That an agent runs is evidence that it is there, not that somebody heeds its alerts. Agents that are part of the image of the node do not show.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [
      nodesWithAgent(['worker-1', 'worker-2'], FALCO),
      attestedExample(ID, 'pass', readyNode('worker-1')),
    ],
    fail: [nodesWithAgent(['worker-1', 'worker-2'], FALCO, ['worker-1'])],
    notEvaluated: [readyNode('worker-1')],
  },
  evaluate(_, context): Judgement {
    const { workloads } = context.inventory;
    const agents = agentsOnNodes(
      'threatDetection',
      workloads,
      context.tables.agents,
    );
    return agents.length > 0
      ? judgeNodes(agents, context)
      : judgeKinds(context);
  },
});

function judgeNodes(
  agents: readonly RunningAgent[],
  { inventory }: Context,
): Judgement {
  const [{ agent }] = agents;
  const workloads = agents.map(({ workload }) => workload);
  const { nodes, without } = nodeCoverage(workloads, inventory, isSchedulable);
  if (nodes === 0)
    return notEvaluated(
      'partial',
      `no node is up to show that ${agent.name} runs`,
    );
  if (without.length === 0)
    return pass(`${agent.name} is ready on all ${nodes} nodes`);
  return fail(
    cappedViolations(
      without.map(name => ({
        path: `Node ${name}`,
        field: `Node ${name}`,
        message: `${agent.name} is not ready on node "${name}"`,
        expected: 'a ready pod on every node',
      })),
    ),
  );
}

/** Kinds of an agent without its DaemonSet: it was installed, and does not run. */
function judgeKinds({ inventory, tables }: Context): Judgement {
  const groups = new Set(inventory.servedResources.map(({ group }) => group));
  const left = agentsOf(tables.agents, 'threatDetection').find(
    ({ apiGroups = [] }) => apiGroups.some(group => groups.has(group)),
  );
  return left
    ? fail([
        {
          path: '',
          field: `${left.id} kinds`,
          message: `${left.name} is installed, but no DaemonSet runs it`,
          expected: 'a ready pod on every node',
        },
      ])
    : notEvaluated('manual', 'no agent that is known watches the containers');
}
