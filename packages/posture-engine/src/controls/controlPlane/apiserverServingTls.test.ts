import { ProbeResult } from '../../model/evidence';
import { flagCases, NOTHING, ON_EKS, testControl } from '../../testing';
import { apiserverServingTls } from './apiserverServingTls';

const CERTIFICATE = ['--tls-cert-file=/a.crt', '--tls-private-key-file=/a.key'];
const shaken = (
  refusesOldVersions: boolean | undefined,
  cipher = 'TLS_AES_128_GCM_SHA256',
  version = 'TLSv1.3',
) => ({
  evidence: {
    probes: [
      {
        probe: 'tls',
        version,
        cipher,
        ...(refusesOldVersions === undefined ? {} : { refusesOldVersions }),
        notBefore: 0,
        notAfter: 1,
      },
    ] as ProbeResult[],
  },
});
const HIDDEN = { given: NOTHING, fromCluster: true } as const;
const OLD_DEFAULTS = { kubernetesVersion: '1.29' };

testControl(apiserverServingTls, [
  ...flagCases('kube-apiserver', [
    [
      'certificate, and defaults from 1.30 on',
      CERTIFICATE,
      'pass',
      { kubernetesVersion: '1.30', note: /CBC/ },
    ],
    [
      'the defaults below 1.30, which hold RSA key exchange',
      CERTIFICATE,
      'fail',
      {
        ...OLD_DEFAULTS,
        severity: 'medium',
        message:
          '--tls-cipher-suites of kube-apiserver-cp-1 is not set, and what this version offers by itself has weak cipher suites',
      },
    ],
    [
      'chosen suites below 1.30',
      [
        ...CERTIFICATE,
        '--tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
      ],
      'pass',
      { ...OLD_DEFAULTS, note: /^from the static pods of 1 node$/ },
    ],
    [
      'no certificate',
      ['--tls-private-key-file=/a.key'],
      'fail',
      { severity: 'high' },
    ],
    ['no key', ['--tls-cert-file=/a.crt'], 'fail'],
    [
      'TLS 1.1',
      [...CERTIFICATE, '--tls-min-version=VersionTLS11'],
      'fail',
      { severity: 'high' },
    ],
    ['TLS 1.3', [...CERTIFICATE, '--tls-min-version=VersionTLS13'], 'pass'],
    [
      'one weak suite',
      [
        ...CERTIFICATE,
        '--tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
      ],
      'fail',
      { severity: 'medium' },
    ],
    [
      'flags that are right, and a handshake that takes TLS 1.1',
      CERTIFICATE,
      'fail',
      { ...shaken(false), severity: 'high' },
    ],
    [
      'weak suites in flags, and TLS 1.1 in the handshake',
      [...CERTIFICATE, '--tls-cipher-suites=TLS_RSA_WITH_AES_128_CBC_SHA'],
      'fail',
      {
        ...shaken(false),
        severity: 'high',
        note: /node and from a TLS handshake$/,
      },
    ],
    [
      'flags that are right, and a handshake too',
      CERTIFICATE,
      'pass',
      shaken(true),
    ],
  ]),
  {
    name: 'a handshake alone that refuses old versions',
    ...HIDDEN,
    ...shaken(true),
    outcome: 'pass',
  },
  {
    name: 'a handshake that could not offer old versions',
    ...HIDDEN,
    ...shaken(undefined),
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  ...[
    ['ECDHE-RSA-AES256-GCM-SHA384', 'pass'],
    ['ECDHE-ECDSA-CHACHA20-POLY1305', 'pass'],
    ['ECDHE-RSA-AES128-SHA', 'fail'],
    ['AES128-GCM-SHA256', 'fail'],
    ['DES-CBC3-SHA', 'fail'],
  ].map(([cipher, outcome]) => ({
    name: `a handshake that agrees on ${cipher}`,
    ...HIDDEN,
    ...shaken(true, cipher, 'TLSv1.2'),
    outcome: outcome as 'pass' | 'fail',
    ...(outcome === 'fail' ? { severity: 'medium' as const } : {}),
  })),
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
  { name: 'EKS with a handshake', ...ON_EKS, ...shaken(true), outcome: 'pass' },
]);
