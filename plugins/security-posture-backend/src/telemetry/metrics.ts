/** What a metric is called, what it says, and which labels its values have. */
export interface MetricDefinition {
  readonly name: string;
  readonly instrument: 'counter' | 'gauge' | 'histogram';
  /** As OpenTelemetry writes units. */
  readonly unit: string;
  readonly description: string;
  readonly labels: readonly string[];
}

/**
 * The metrics of the plugin. Their labels are bounded: clusters are those of the configuration, the rest are words of ours
 * and codes of HTTP. No label ever names an entity, a namespace or a person.
 */
export const METRICS = {
  sweepDuration: {
    name: 'security_posture.sweep.duration',
    instrument: 'histogram',
    unit: 's',
    description:
      'How long sweeps took, by how they ended: complete, partial, failed',
    labels: ['cluster', 'status'],
  },
  sweepObjects: {
    name: 'security_posture.sweep.objects',
    instrument: 'counter',
    unit: '{object}',
    description: 'Kubernetes objects that sweeps read',
    labels: ['cluster'],
  },
  clusterRequests: {
    name: 'security_posture.cluster.requests',
    instrument: 'counter',
    unit: '{request}',
    description:
      'Requests to clusters through the kubernetes plugin, by the HTTP status of the answer; none where there was no answer',
    labels: ['cluster', 'status'],
  },
  findings: {
    name: 'security_posture.findings',
    instrument: 'gauge',
    unit: '{finding}',
    description: 'Open failing findings, exempted ones among them',
    labels: ['cluster', 'severity'],
  },
  entities: {
    name: 'security_posture.entities',
    instrument: 'gauge',
    unit: '{entity}',
    description:
      'Entities by what the production gate answers: ready, notReady, unknown',
    labels: ['readiness'],
  },
  queueAge: {
    name: 'security_posture.queue.age',
    instrument: 'gauge',
    unit: 's',
    description:
      'How long the oldest scan that somebody asked for has waited to begin; 0 where none waits',
    labels: [],
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;
