import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { apiserverAdmissionCore } from './apiserverAdmissionCore';

testControl(apiserverAdmissionCore, [
  ...flagCases('kube-apiserver', [
    ['NodeRestriction', ['--enable-admission-plugins=NodeRestriction'], 'pass'],
    [
      'NodeRestriction among others',
      ['--enable-admission-plugins=AlwaysPullImages,NodeRestriction'],
      'pass',
    ],
    [
      'NodeRestriction in a second flag, which adds to the list',
      [
        '--enable-admission-plugins=AlwaysPullImages',
        '--enable-admission-plugins=NodeRestriction',
      ],
      'pass',
    ],
    [
      'none named: NodeRestriction is not on by default',
      [],
      'fail',
      {
        severity: 'high',
        message:
          '--enable-admission-plugins of kube-apiserver-cp-1 does not name NodeRestriction',
      },
    ],
    [
      'AlwaysAdmit',
      ['--enable-admission-plugins=NodeRestriction,AlwaysAdmit'],
      'fail',
      {
        message:
          '--enable-admission-plugins of kube-apiserver-cp-1 names AlwaysAdmit',
      },
    ],
    ...[
      'ServiceAccount',
      'NamespaceLifecycle',
      'PodSecurity',
      'ValidatingAdmissionPolicy',
    ].map(
      plugin =>
        [
          `${plugin} is off`,
          [
            '--enable-admission-plugins=NodeRestriction',
            `--disable-admission-plugins=${plugin}`,
          ],
          'fail',
        ] as const,
    ),
    [
      'one of two that are asked for together',
      [
        '--enable-admission-plugins=NodeRestriction',
        '--disable-admission-plugins=PodSecurity',
      ],
      'fail',
      {
        message:
          '--disable-admission-plugins of kube-apiserver-cp-1 names PodSecurity',
      },
    ],
    [
      'another plugin is off',
      [
        '--enable-admission-plugins=NodeRestriction',
        '--disable-admission-plugins=DefaultStorageClass',
      ],
      'pass',
    ],
    [
      'SecurityContextDeny is not asked for',
      ['--enable-admission-plugins=NodeRestriction,SecurityContextDeny'],
      'pass',
    ],
  ]),
  {
    name: 'nothing visible',
    given: NOTHING,
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'EKS',
    ...ON_EKS,
    outcome: 'notApplicable',
    reason: 'providerManaged',
  },
]);
