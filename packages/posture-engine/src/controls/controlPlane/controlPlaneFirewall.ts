import { ControlContext } from '../../model/control';
import {
  defineClusterControl,
  notApplicable,
  notEvaluated,
  unlessMalformed,
  unlessMissing,
} from '../../kit';
import { MANAGED_CLUSTER } from '../../kit/flags/flagExamples';
import { DAY } from '../../read/dates';
import { openPortsReport } from '../../read/openPorts';
import {
  CONTROL_PLANE_NEEDS,
  ControlPlaneNeed,
  controlPlaneOf,
} from '../../relate/controlPlane/controlPlaneOf';

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata: { name: kube-system }`;

const FRESH_FOR = 7 * DAY;
const LOOKED_AT = [6443, 2379, 2380, 10250, 10257, 10258, 10259];

const attested = (outcome: 'pass' | 'fail') => ({
  given: NAMESPACE,
  surroundings: {
    fromCluster: true,
    attestations: [
      {
        control: 'control-plane-firewall',
        outcome,
        author: 'user:default/vera',
        expiresAt: Date.UTC(2027, 0, 1),
      },
    ],
  },
});

const PORTS =
  '6443 (API server), 2379 and 2380 (etcd), 10250 (kubelet), 10257 (controller manager), 10258 (cloud controller manager), 10259 (scheduler)';

export const controlPlaneFirewall = defineClusterControl({
  id: 'control-plane-firewall',
  title: 'A firewall stands before the ports of the control plane',
  failureTitle: 'No firewall stands before the ports of the control plane',
  why: 'Each port of the control plane is a way in for whoever reaches it, and only other parts of the cluster and its operators have to.',
  fix: `Let only the nodes, and the networks of operators, reach ${PORTS}; let nobody but API servers and members reach etcd. Then attest it.`,
  severity: 'medium',
  category: 'controlPlane',
  scope: 'controlPlane',
  frameworks: {
    nsa: ['N4'],
    'nist-800-190': ['4.3.2', '4.5.4'],
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/reference/networking/ports-and-protocols/',
  ],
  needs: [...CONTROL_PLANE_NEEDS, 'kubescapeOpenPorts'],
  reads:
    'An attestation, as no API shows a firewall. The note says on which of the ports something listens, where the OpenPorts of Kubescape are there and at most a week old. Where a provider runs the control plane, the provider answers for its firewall.',
  notes:
    'Version 1.0 of the NSA guide lists ports 10251 and 10252 too: Kubernetes has neither since 1.23. That a port answers from inside the cluster does not show that it answers from outside.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [attested('pass')],
    fail: [attested('fail')],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [NAMESPACE],
  },
  evaluate(_, context: Context) {
    const controlPlane = unlessMissing(() => controlPlaneOf(context));
    return controlPlane?.is === 'providerManaged'
      ? notApplicable(
          'providerManaged',
          `${controlPlane.provider.name} runs the control plane`,
        )
      : notEvaluated('manual', noteOf(context));
  },
});

type Context = ControlContext<ControlPlaneNeed | 'kubescapeOpenPorts'>;

function noteOf(context: Context): string {
  const listening = listeningPorts(context);
  const seen = LOOKED_AT.filter(port => listening.has(port));
  return seen.length === 0
    ? `ports to look at: ${PORTS}`
    : `ports to look at: ${PORTS}; Kubescape sees something listen on ${seen.join(
        ', ',
      )}`;
}

/** Ports of all nodes on which a sensor saw something listen; reports that cannot be parsed are left out. */
function listeningPorts({ inventory, now }: Context): ReadonlySet<number> {
  const reports = unlessMissing(() => inventory.kubescapeOpenPorts) ?? [];
  return new Set(
    reports.flatMap(object => {
      const report = unlessMalformed(() => openPortsReport(object));
      return report?.sensedAt !== undefined &&
        now - report.sensedAt <= FRESH_FOR
        ? [...report.listening]
        : [];
    }),
  );
}
