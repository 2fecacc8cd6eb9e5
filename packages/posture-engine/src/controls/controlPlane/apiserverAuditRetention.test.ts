import { flagCases, ON_EKS, testControl } from '../../testing';
import { apiserverAuditRetention } from './apiserverAuditRetention';

const PATH = '--audit-log-path=/var/log/audit.log';
const kept = (age: number, backups: number, size: number) => [
  PATH,
  `--audit-log-maxage=${age}`,
  `--audit-log-maxbackup=${backups}`,
  `--audit-log-maxsize=${size}`,
];
const HOOK = '--audit-webhook-config-file=/etc/hook.yaml';

testControl(apiserverAuditRetention, [
  ...flagCases('kube-apiserver', [
    ['the least', kept(30, 10, 100), 'pass'],
    ['more', kept(365, 50, 500), 'pass'],
    [
      'a day less',
      kept(29, 10, 100),
      'fail',
      {
        severity: 'low',
        at: [
          'Pod kube-system/kube-apiserver-cp-1 spec.containers[0].command[2]',
        ],
        message: '--audit-log-maxage of kube-apiserver-cp-1 is not at least 30',
      },
    ],
    ['a file less', kept(30, 9, 100), 'fail'],
    ['a megabyte less', kept(30, 10, 99), 'fail'],
    [
      'not set',
      [PATH],
      'fail',
      {
        message:
          '--audit-log-maxage of kube-apiserver-cp-1 is not set, so it is 0',
      },
    ],
    [
      'no number',
      [...kept(30, 10, 100), '--audit-log-maxage=long'],
      'notEvaluated',
      { reason: 'partial' },
    ],
    ['a webhook only', [HOOK], 'notApplicable', { reason: 'nothingToJudge' }],
    ['a file and a webhook', [PATH, HOOK], 'fail'],
    [
      'standard output',
      ['--audit-log-path=-'],
      'notApplicable',
      { reason: 'nothingToJudge' },
    ],
    [
      'no audit log at all',
      [],
      'fail',
      { consequenceOf: 'apiserver-audit-log' },
    ],
  ]),
  {
    name: 'EKS',
    ...ON_EKS,
    outcome: 'notApplicable',
    reason: 'providerManaged',
  },
]);
