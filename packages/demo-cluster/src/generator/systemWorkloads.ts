import { JsonObject, Manifest } from '../objects/Manifest';

interface SystemWorkload {
  kind: 'DaemonSet' | 'Deployment';
  name: string;
  image: string;
  replicas: number;
  hostNetwork?: boolean;
  privileged?: boolean;
  /** A folder of the node that it mounts. */
  hostPath?: string;
}

const workloads: SystemWorkload[] = [
  {
    kind: 'DaemonSet',
    name: 'kube-proxy',
    image: 'registry.k8s.io/kube-proxy:v1.35.8',
    replicas: 0,
    hostNetwork: true,
    privileged: true,
    hostPath: '/lib/modules',
  },
  {
    kind: 'DaemonSet',
    name: 'cilium',
    image: 'quay.io/cilium/cilium:v1.18.4',
    replicas: 0,
    hostNetwork: true,
    hostPath: '/sys/fs/bpf',
  },
  {
    kind: 'DaemonSet',
    name: 'node-exporter',
    image: 'quay.io/prometheus/node-exporter:v1.10.2',
    replicas: 0,
    hostNetwork: true,
    hostPath: '/',
  },
  {
    kind: 'DaemonSet',
    name: 'fluent-bit',
    image: 'cr.fluentbit.io/fluent/fluent-bit:4.2.0',
    replicas: 0,
    hostPath: '/var/log',
  },
  {
    kind: 'Deployment',
    name: 'coredns',
    image: 'registry.k8s.io/coredns/coredns:v1.13.1',
    replicas: 2,
  },
  {
    kind: 'Deployment',
    name: 'metrics-server',
    image: 'registry.k8s.io/metrics-server/metrics-server:v0.8.0',
    replicas: 1,
  },
];

const namespace = 'kube-system';

/** What runs in `kube-system` of every generated cluster. */
export function systemWorkloads(): readonly SystemWorkload[] {
  return workloads;
}

/** The manifest of a workload of the system. */
export function systemManifest(workload: SystemWorkload): Manifest {
  const { kind, name, replicas } = workload;
  const labels = { 'k8s-app': name };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace, labels },
    spec: {
      ...(kind === 'Deployment' && { replicas }),
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: podSpec(workload) },
    },
  };
}

function podSpec(workload: SystemWorkload): JsonObject {
  const { name, image, hostNetwork, hostPath, privileged } = workload;
  return {
    serviceAccountName: name,
    priorityClassName: 'system-node-critical',
    ...(hostNetwork && { hostNetwork }),
    containers: [
      {
        name,
        image,
        resources: {
          requests: { cpu: '50m', memory: '64Mi' },
          limits: { memory: '256Mi' },
        },
        ...(privileged && { securityContext: { privileged } }),
        ...(hostPath && {
          volumeMounts: [
            { name: 'host', mountPath: '/host', readOnly: !privileged },
          ],
        }),
      },
    ],
    ...(hostPath && {
      volumes: [{ name: 'host', hostPath: { path: hostPath } }],
    }),
    tolerations: [{ operator: 'Exists' }],
  };
}
