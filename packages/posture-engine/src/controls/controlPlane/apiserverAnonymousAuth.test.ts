import { ProbeResult } from '../../model/evidence';
import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { apiserverAnonymousAuth } from './apiserverAnonymousAuth';

const answered = (status: number, namesAnonymous = false) => ({
  evidence: {
    probes: [
      { probe: 'anonymousRequest', status, namesAnonymous },
    ] as ProbeResult[],
  },
});
const reviewed = (allowed: boolean) => ({
  evidence: {
    probes: [
      { probe: 'accessReview', user: 'anonymous', allowed },
    ] as ProbeResult[],
  },
});
const HIDDEN = { given: NOTHING, fromCluster: true } as const;

testControl(apiserverAnonymousAuth, [
  ...flagCases('kube-apiserver', [
    ['off', ['--anonymous-auth=false'], 'pass'],
    ['off in another spelling', ['--anonymous-auth=F'], 'pass'],
    ['on', ['--anonymous-auth=true'], 'fail', { severity: 'high' }],
    [
      'not set',
      ['--authorization-mode=Node,RBAC'],
      'fail',
      {
        message:
          '--anonymous-auth of kube-apiserver-cp-1 is not set, so it is true',
      },
    ],
    [
      'not set under AlwaysAllow, which turns it off',
      ['--authorization-mode=AlwaysAllow'],
      'pass',
    ],
    [
      'on under AlwaysAllow',
      ['--authorization-mode=AlwaysAllow', '--anonymous-auth'],
      'fail',
    ],
    [
      'twice: the last wins',
      ['--anonymous-auth=true', '--anonymous-auth=false'],
      'pass',
    ],
    [
      'in a file that no API shows',
      ['--authentication-config=/etc/authn.yaml'],
      'notEvaluated',
      { reason: 'controlPlaneNotVisible' },
    ],
    [
      'in a file, with a probe that is refused',
      ['--authentication-config=/etc/authn.yaml'],
      'pass',
      answered(401),
    ],
    [
      'in a file, with probes switched off',
      ['--authentication-config=/etc/authn.yaml'],
      'notEvaluated',
      { unread: { probes: 'probeOff' }, reason: 'probeOff' },
    ],
    [
      'on, and a probe that roles refuse',
      ['--anonymous-auth=true'],
      'fail',
      { ...answered(403, true), severity: 'medium' },
    ],
    [
      'on, and a probe that is answered',
      ['--anonymous-auth=true'],
      'fail',
      { ...answered(200), severity: 'critical' },
    ],
    [
      'on, and a probe that something before the API server refused',
      ['--anonymous-auth=true'],
      'fail',
      { ...answered(401), severity: 'high' },
    ],
    [
      'on, with probes switched off',
      ['--anonymous-auth=true'],
      'fail',
      { unread: { probes: 'probeOff' } },
    ],
    [
      'no boolean',
      ['--anonymous-auth=perhaps'],
      'notEvaluated',
      { reason: 'controlPlaneNotVisible' },
    ],
  ]),
  { name: 'a probe alone: 401', ...HIDDEN, ...answered(401), outcome: 'pass' },
  {
    name: 'a probe alone: 403 that names system:anonymous',
    ...HIDDEN,
    ...answered(403, true),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'a probe alone: 403 of something else',
    ...HIDDEN,
    ...answered(403),
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'a probe alone: 200',
    ...HIDDEN,
    ...answered(200),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'a probe alone: 500',
    ...HIDDEN,
    ...answered(500),
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'everybody may list Secrets',
    ...HIDDEN,
    ...reviewed(true),
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'nobody may list Secrets, which does not show who is let in',
    ...HIDDEN,
    ...reviewed(false),
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'nothing visible, probes switched off',
    ...HIDDEN,
    unread: { probes: 'probeOff' },
    outcome: 'notEvaluated',
    reason: 'probeOff',
  },
  {
    name: 'EKS',
    ...ON_EKS,
    outcome: 'notApplicable',
    reason: 'providerManaged',
  },
  { name: 'EKS with a probe', ...ON_EKS, ...answered(401), outcome: 'pass' },
]);
