import { nodesWithAgent, readyNode } from '../../kit/agentExamples';
import { testControl } from '../../testing';
import { nodeEndpointProtection } from './nodeEndpointProtection';

const FALCON = 'registry.example.com/mirror/falcon-sensor:7.29.0';
const LIVE = { fromCluster: true };

testControl(nodeEndpointProtection, [
  {
    name: 'an agent is ready on the node',
    given: nodesWithAgent(['a', 'b'], FALCON),
    ...LIVE,
    outcome: 'pass',
    note: 'CrowdStrike Falcon sensor runs on the node',
  },
  {
    name: 'an agent is on another node only',
    given: nodesWithAgent(['a', 'b'], FALCON, ['b']),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'manual',
    note: 'CrowdStrike Falcon sensor is not seen ready on the node',
  },
  {
    name: 'an agent that is not ready',
    given: nodesWithAgent(['a'], FALCON).replace(
      /status: \{ conditions: \[\{ type: Ready, status: "True" \}\] \}$/,
      'status: { conditions: [{ type: Ready, status: "False" }] }',
    ),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'an agent that only detects threats to containers',
    given: nodesWithAgent(['a'], 'docker.io/falcosecurity/falco:0.42.0'),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'no agent',
    given: readyNode('a'),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'pods that were not read',
    given: nodesWithAgent(['a'], FALCON),
    ...LIVE,
    unread: { livePods: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
]);
