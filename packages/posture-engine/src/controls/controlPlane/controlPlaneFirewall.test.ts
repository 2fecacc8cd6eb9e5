import { apiServerPod } from '../../kit/flags/flagExamples';
import { NOTHING, ON_EKS, testControl } from '../../testing';
import { controlPlaneFirewall } from './controlPlaneFirewall';

const openPorts = (
  lastSensed: string,
) => `apiVersion: hostdata.kubescape.cloud/v1beta1
kind: OpenPorts
metadata: { name: cp-1 }
spec:
  nodeName: cp-1
  tcpPorts:
    - { localPort: 10259, remotePort: 0 }
    - { localPort: 2379, remotePort: 0 }
    - { localPort: 6443, remotePort: 51234 }
    - { localPort: 8080, remotePort: 0 }
status: { lastSensed: "${lastSensed}" }`;

testControl(controlPlaneFirewall, [
  {
    name: 'ports on which a sensor saw something listen',
    given: `${NOTHING}\n---\n${openPorts('2026-11-20T08:00:00Z')}`,
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
    note: /; Kubescape sees something listen on 2379, 10259$/,
  },
  {
    name: 'what a sensor saw long ago',
    given: `${NOTHING}\n---\n${openPorts('2026-10-20T08:00:00Z')}`,
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
    note: /^(?!.*Kubescape)/,
  },
  {
    name: 'a report that cannot be parsed',
    given: `${NOTHING}\n---\n${openPorts('today')}`,
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
    note: /^(?!.*Kubescape)/,
  },
  {
    name: 'a control plane of its own',
    given: apiServerPod(),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
    note: /10257 .*10259/,
  },
  {
    name: 'ports that Kubernetes has no more are not listed',
    given: NOTHING,
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
    note: /^(?!.*1025[12])/,
  },
  {
    name: 'static pods that may not be read',
    given: NOTHING,
    fromCluster: true,
    unread: { staticPods: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'EKS',
    ...ON_EKS,
    outcome: 'notApplicable',
    reason: 'providerManaged',
  },
]);
