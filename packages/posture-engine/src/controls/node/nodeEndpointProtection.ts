import { Judgement } from '../../model/finding';
import {
  defineNodeControl,
  notApplicable,
  notEvaluated,
  pass,
} from '../../kit';
import { nodesWithAgent, readyNode } from '../../kit/agentExamples';
import { attestedExample } from '../../kit/attestedExamples';
import { VIRTUAL_NODE } from '../../kit/kubelet/kubeletExamples';
import { isVirtualNode } from '../../relate/isVirtualNode';
import { nodesWithReadyPods } from '../../relate/nodeCoverage';
import { agentsOnNodes } from '../../relate/runningAgents';

const ID = 'node-endpoint-protection';
const NODES = ['worker-1'];

export const nodeEndpointProtection = defineNodeControl({
  id: ID,
  title: 'The node itself is watched for malware, and patched',
  failureTitle: 'Nobody watches the node for malware, or patches it',
  why: 'What an attacker does on the node itself, beside the containers, is seen only by something that watches the node.',
  fix: 'Run the agent of an endpoint protection on every node (as a DaemonSet, or as a part of the image of the nodes), replace nodes by patched images regularly, and attest what does not run in pods.',
  severity: 'low',
  category: 'node',
  scope: 'node',
  frameworks: { nsa: ['N5', 'U1'], 'nist-800-190': ['4.1.3', '4.5.1'] },
  references: [
    'https://kubernetes.io/docs/concepts/security/security-checklist/',
  ],
  needs: ['workloads', 'livePods'],
  reads:
    'The DaemonSets of all namespaces by the table of known agents (CrowdStrike Falcon, Microsoft Defender, Sysdig, Aqua, Prisma Cloud): a pod of one of them has to be ready on the node. Else only a person can answer.',
  notes:
    'That an agent runs proves that it is there, not that somebody heeds its alerts. Agents that are part of the image of the node do not show.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [
      nodesWithAgent(
        NODES,
        'registry.crowdstrike.com/falcon-sensor/us-1/release/falcon-sensor:7.29.0',
      ),
      attestedExample(ID, 'pass', readyNode('worker-1')),
    ],
    fail: [attestedExample(ID, 'fail', readyNode('worker-1'))],
    notApplicable: [VIRTUAL_NODE],
    notEvaluated: [readyNode('worker-1')],
  },
  evaluate({ object }, { inventory, tables }): Judgement {
    if (isVirtualNode(object)) return notApplicable('providerManaged');
    const agents = agentsOnNodes(
      'endpointProtection',
      inventory.workloads,
      tables.agents,
    );
    const running = agents.find(({ workload }) =>
      nodesWithReadyPods([workload], inventory.livePods).has(
        object.metadata.name,
      ),
    );
    return running
      ? pass(`${running.agent.name} runs on the node`)
      : notEvaluated('manual', noteOf(agents[0]?.agent.name));
  },
});

function noteOf(name: string | undefined): string | undefined {
  return name && `${name} is not seen ready on the node`;
}
