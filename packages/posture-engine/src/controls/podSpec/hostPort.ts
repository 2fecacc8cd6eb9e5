import {
  defineControl,
  eachContainer,
  keyedPlace,
  keyIn,
  patchContainers,
} from '../../kit';
import { Container, ContainerPort } from '../../model/container';
import { Violation } from '../../model/finding';

export const hostPort = defineControl({
  id: 'host-port',
  title: 'Containers open no ports of their node',
  failureTitle: 'A container opens a port of its node',
  why: 'A port of the node is open to whoever reaches the node, past Services and often past network policies, and only one pod per node can have it.',
  fix: 'Remove `hostPort` from the port, and expose the pod by a Service.',
  severity: 'medium',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['P4'],
    'pss-baseline': ['hostPorts'],
    cis: { '1.12': ['5.2.12'] },
    'nist-800-190': ['4.3.3', '4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://kubernetes.io/docs/concepts/services-networking/service/',
  ],
  needs: [],
  reads:
    '`ports[].hostPort` of every container, init container, sidecar and ephemeral container, and `hostNetwork`. Unset and 0 count as no port.',
  notes:
    'Where `hostNetwork` is on, the API server sets `hostPort` to the port of the container by itself. Such a port still fails, as Pod Security Admission fails it, but as a consequence of `host-network`.',
  examples: {
    pass: [
      'containers: [{ name: web, ports: [{ containerPort: 8080 }] }]',
      'containers: [{ name: web, ports: [{ containerPort: 8080, hostPort: 0 }] }]',
    ],
    fail: [
      'containers: [{ name: web, ports: [{ containerPort: 8080, hostPort: 80 }] }]',
      `hostNetwork: true
containers: [{ name: web, ports: [{ containerPort: 8080, hostPort: 8080 }] }]`,
    ],
  },
  evaluate: eachContainer((container, workload) =>
    container.ports
      .filter(port => port.hostPort)
      .map(port => {
        const byHostNetwork =
          port.hostPort === port.containerPort && workload.hostNetwork === true;
        return {
          ...breachOf(port, container),
          ...(byHostNetwork ? { consequenceOf: 'host-network' } : {}),
        };
      }),
  ),
  patch: violations => {
    const containers = patchContainers(violations.filter(hasPort), ports => ({
      ports: ports.map(port => ({
        containerPort: Number(keyIn('ports', port)),
        hostPort: null,
      })),
    }));
    const byHostNetwork = violations.some(({ consequenceOf }) => consequenceOf);
    return containers && byHostNetwork
      ? { hostNetwork: false, ...containers }
      : containers;
  },
});

function breachOf(port: ContainerPort, container: Container) {
  return {
    at: keyedPlace('ports', port.containerPort, 'hostPort'),
    path: `${port.path}.hostPort`,
    message: `container "${container.name}" opens port ${port.hostPort} of its node`,
    actual: port.hostPort,
    expected: 'no host port',
  };
}

function hasPort(violation: Violation): boolean {
  return keyIn('ports', violation) !== undefined;
}
