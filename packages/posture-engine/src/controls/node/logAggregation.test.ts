import { nodesWithAgent, readyNode } from '../../kit/agentExamples';
import { testControl } from '../../testing';
import { logAggregation } from './logAggregation';

const LIVE = { fromCluster: true };
const VECTOR = 'docker.io/timberio/vector:0.51.0-alpine';

testControl(logAggregation, [
  ...[
    'cr.fluentbit.io/fluent/fluent-bit:4.2.0',
    'fluent/fluentd-kubernetes-daemonset:v1.19',
    VECTOR,
    'docker.io/grafana/promtail:3.5.0',
    'docker.io/grafana/alloy:v1.11.0',
    'otel/opentelemetry-collector-contrib:0.140.0',
    'docker.elastic.co/beats/filebeat:9.2.0',
    'docker.elastic.co/elastic-agent/elastic-agent:9.2.0',
    'gcr.io/datadoghq/agent:7.72.0',
    'quay.io/signalfx/splunk-otel-collector:0.139.0',
    'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1.300062.0',
    'mcr.microsoft.com/azuremonitor/containerinsights/ciprod:3.1.31',
    'gke.gcr.io/fluent-bit:v1.8.1200-gke.1',
  ].map(image => ({
    name: image,
    given: nodesWithAgent(['a', 'b'], image),
    ...LIVE,
    outcome: 'pass' as const,
    note: /is ready on all 2 nodes$/,
  })),
  {
    name: 'missing on a node',
    given: nodesWithAgent(['a', 'b', 'c'], VECTOR, ['a', 'c']),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'manual',
    note: 'Vector is ready on 2 of 3 nodes',
  },
  {
    name: 'missing on a virtual node',
    given: `${nodesWithAgent(['a'], VECTOR)}
---
apiVersion: v1
kind: Node
metadata: { name: aci, labels: { type: virtual-kubelet } }`,
    ...LIVE,
    outcome: 'pass',
  },
  {
    name: 'missing on a cordoned node, whose logs are lost as well',
    given: `${nodesWithAgent(['a'], VECTOR)}
---
apiVersion: v1
kind: Node
metadata: { name: b }
spec: { unschedulable: true }`,
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'no node at all',
    given: nodesWithAgent([], VECTOR, []),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'a sidecar is no shipper of the node',
    given: nodesWithAgent(['a'], VECTOR).replace(
      'kind: DaemonSet',
      'kind: Deployment',
    ),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'nothing',
    given: readyNode('a'),
    ...LIVE,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'pods that were not read',
    given: nodesWithAgent(['a'], VECTOR),
    ...LIVE,
    unread: { livePods: 'unreachable' },
    outcome: 'notEvaluated',
    reason: 'unreachable',
  },
]);
