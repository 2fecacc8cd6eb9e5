import { apiServerPod } from '../../kit/flags/flagExamples';
import { NOTHING, ON_EKS, testControl } from '../../testing';
import { controlPlaneFirewall } from './controlPlaneFirewall';

testControl(controlPlaneFirewall, [
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
