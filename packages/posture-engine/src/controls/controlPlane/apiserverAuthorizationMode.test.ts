import { EvidenceLists } from '../../model/evidence';
import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { apiserverAuthorizationMode } from './apiserverAuthorizationMode';

const reviewed = (
  allowed: boolean,
  group = 'rbac.authorization.k8s.io',
  user: 'madeUp' | 'anonymous' = 'madeUp',
) => ({
  evidence: {
    probes: [
      { probe: 'accessReview', user, allowed },
    ] as EvidenceLists['probes'][],
    servedResources: [{ group, plural: 'roles' }],
  },
});
const HIDDEN = { given: NOTHING, fromCluster: true } as const;
const FLAG = '--authorization-mode of kube-apiserver-cp-1';

testControl(apiserverAuthorizationMode, [
  ...flagCases('kube-apiserver', [
    ['both', ['--authorization-mode=Node,RBAC'], 'pass'],
    ['with a webhook', ['--authorization-mode=Node,RBAC,Webhook'], 'pass'],
    [
      'without Node',
      ['--authorization-mode=RBAC'],
      'fail',
      { severity: 'high', message: `${FLAG} does not name Node` },
    ],
    [
      'without RBAC',
      ['--authorization-mode=Node,ABAC'],
      'fail',
      { severity: 'critical', message: `${FLAG} does not name RBAC` },
    ],
    [
      'AlwaysAllow beside others',
      ['--authorization-mode=Node,RBAC,AlwaysAllow'],
      'fail',
      { severity: 'critical', message: `${FLAG} names AlwaysAllow` },
    ],
    [
      'AlwaysAllow in a flag of its own, which adds to the list',
      ['--authorization-mode=AlwaysAllow', '--authorization-mode=Node,RBAC'],
      'fail',
      { severity: 'critical' },
    ],
    [
      'not set',
      [],
      'fail',
      {
        severity: 'critical',
        message: `${FLAG} is not set, so it is AlwaysAllow`,
      },
    ],
    [
      'a file',
      ['--authorization-config=/etc/authz.yaml'],
      'notEvaluated',
      { reason: 'controlPlaneNotVisible' },
    ],
    [
      'a file, and a review that is refused',
      ['--authorization-config=/etc/authz.yaml'],
      'pass',
      reviewed(false),
    ],
    [
      'flags before a review',
      ['--authorization-mode=AlwaysAllow'],
      'fail',
      reviewed(false),
    ],
  ]),
  {
    name: 'a review alone that is refused',
    ...HIDDEN,
    ...reviewed(false),
    outcome: 'pass',
    note: 'from an access review: a user that does not exist was refused',
  },
  {
    name: 'a review that is refused where roles are not served',
    ...HIDDEN,
    ...reviewed(false, 'apps'),
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'roles that are served, and no review',
    ...HIDDEN,
    evidence: {
      servedResources: [
        { group: 'rbac.authorization.k8s.io', plural: 'roles' },
      ],
    },
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'a review that is allowed',
    ...HIDDEN,
    ...reviewed(true),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'the review of another user',
    ...HIDDEN,
    ...reviewed(false, undefined, 'anonymous'),
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'EKS',
    ...ON_EKS,
    outcome: 'notApplicable',
    reason: 'providerManaged',
  },
  { name: 'EKS with a review', ...ON_EKS, ...reviewed(false), outcome: 'pass' },
  {
    name: 'probes switched off',
    ...HIDDEN,
    unread: { probes: 'probeOff' },
    outcome: 'notEvaluated',
    reason: 'probeOff',
  },
]);
