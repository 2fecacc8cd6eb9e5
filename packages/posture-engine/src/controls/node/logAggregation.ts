import { Judgement } from '../../model/finding';
import { defineClusterControl, notEvaluated, pass } from '../../kit';
import { nodesWithAgent, readyNode } from '../../kit/agentExamples';
import { attestedExample } from '../../kit/attestedExamples';
import { nodeCoverage } from '../../relate/nodeCoverage';
import { agentsOnNodes } from '../../relate/runningAgents';

const ID = 'log-aggregation';
const FLUENT_BIT = 'cr.fluentbit.io/fluent/fluent-bit:4.2.0';

export const logAggregation = defineClusterControl({
  id: ID,
  title: 'Logs leave the node before they are lost with it',
  failureTitle: 'Logs stay on the node and are lost with it',
  why: 'Whoever breaks in wipes the traces on the node, and the logs of a pod are gone once it is deleted.',
  fix: 'Run a log shipper as a DaemonSet on all nodes (Fluent Bit, Vector, Grafana Alloy, the OpenTelemetry Collector, or that of your platform) and let it write to a store outside the cluster. Where applications ship their logs themselves, attest that.',
  severity: 'medium',
  category: 'node',
  scope: 'cluster',
  frameworks: { nsa: ['L1', 'L3', 'L5', 'L8'], 'owasp-k8s': ['K10'] },
  references: [
    'https://kubernetes.io/docs/concepts/cluster-administration/logging/',
  ],
  needs: ['workloads', 'livePods', 'nodes'],
  reads:
    'The DaemonSets of all namespaces by the table of known log shippers, and their running pods: they have to be ready, together, on every node that is up; virtual nodes (Fargate, ACI) are left out. In all other cases only a person can answer.',
  notes:
    'A shipper that runs is evidence that logs are collected, not of where they go and how long they are kept. Sidecars and shippers in the image of the node do not show: attest them.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [
      nodesWithAgent(['worker-1', 'worker-2'], FLUENT_BIT),
      attestedExample(ID, 'pass', readyNode('worker-1')),
    ],
    fail: [attestedExample(ID, 'fail', readyNode('worker-1'))],
    notEvaluated: [
      readyNode('worker-1'),
      nodesWithAgent(['worker-1', 'worker-2'], FLUENT_BIT, ['worker-1']),
    ],
  },
  evaluate(_, { inventory, tables }): Judgement {
    const shippers = agentsOnNodes('logs', inventory.workloads, tables.agents);
    if (shippers.length === 0)
      return notEvaluated('manual', 'no log shipper that is known was found');
    const [{ agent }] = shippers;
    const { nodes, without } = nodeCoverage(
      shippers.map(({ workload }) => workload),
      inventory,
    );
    return nodes > 0 && without.length === 0
      ? pass(`${agent.name} is ready on all ${nodes} nodes`)
      : notEvaluated(
          'manual',
          `${agent.name} is ready on ${
            nodes - without.length
          } of ${nodes} nodes`,
        );
  },
});
