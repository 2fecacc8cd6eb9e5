import { EvidenceLists } from '../../model/evidence';
import { DAY } from '../../read/dates';
import { NOTHING, ON_EKS, TEST_NOW, testControl } from '../../testing';
import { certificateLifetime } from './certificateLifetime';

const config = (lines: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: kubelet-config, namespace: kube-system }
data:
  kubelet: |
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    ${lines}`;
const ROTATES = config('rotateCertificates: true');
const certificate = (left: number, days = 365) => ({
  fromCluster: true,
  evidence: {
    probes: [
      {
        probe: 'tls',
        version: 'TLSv1.3',
        cipher: 'TLS_AES_128_GCM_SHA256',
        notBefore: TEST_NOW + (left - days) * DAY,
        notAfter: TEST_NOW + left * DAY,
      },
    ] as EvidenceLists['probes'][],
  },
});
const kubeletInfo = (content: string, lastSensed = '2026-11-20T08:00:00Z') =>
  `apiVersion: hostdata.kubescape.cloud/v1beta1
kind: KubeletInfo
metadata: { name: worker-1 }
spec:
  nodeName: worker-1
  configFile: { path: /var/lib/kubelet/config.yaml, content: ${btoa(content)} }
status: { lastSensed: "${lastSensed}" }`;
const reported = (status: string, test_number = '4.2.10') => ({
  given: NOTHING,
  fromCluster: true,
  evidence: {
    imports: [
      {
        kind: 'kube-bench',
        receivedAt: TEST_NOW - DAY,
        node: 'worker-1',
        document: {
          Controls: [
            {
              version: 'cis-1.12',
              tests: [{ results: [{ test_number, status }] }],
            },
          ],
        },
      },
    ] as EvidenceLists['imports'][],
  },
});

testControl(certificateLifetime, [
  {
    name: 'a year, and renewal',
    given: ROTATES,
    ...certificate(200),
    outcome: 'pass',
    note: 'from a TLS handshake and the ConfigMap kubelet-config',
  },
  {
    name: '30 days left',
    given: ROTATES,
    ...certificate(30),
    outcome: 'pass',
  },
  {
    name: '29 days left',
    given: ROTATES,
    ...certificate(29),
    outcome: 'fail',
    message: 'the certificate of the API server ends within 30 days',
  },
  {
    name: 'expired',
    given: ROTATES,
    ...certificate(-1),
    outcome: 'fail',
    message: 'the certificate of the API server has expired',
  },
  {
    name: '398 days in all',
    given: ROTATES,
    ...certificate(200, 398),
    outcome: 'pass',
  },
  {
    name: '399 days in all',
    given: ROTATES,
    ...certificate(200, 399),
    outcome: 'fail',
    message: 'the certificate of the API server is valid for 399 days',
  },
  ...[
    ['not set', 'staticPodPath: /a'],
    ['off', 'rotateCertificates: false'],
    ['null', 'rotateCertificates: null'],
  ].map(([name, line]) => ({
    name: `renewal ${name}`,
    given: config(line),
    ...certificate(200),
    outcome: 'fail' as const,
    at: ['ConfigMap kube-system/kubelet-config'],
    severity: 'medium' as const,
  })),
  {
    name: 'renewal of the wrong type',
    given: config('rotateCertificates: [true]'),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'renewal off in what a sensor saw',
    given: kubeletInfo('rotateCertificates: false\n'),
    fromCluster: true,
    outcome: 'fail',
    at: ['Node worker-1'],
  },
  {
    name: 'what a sensor saw long ago',
    given: kubeletInfo('rotateCertificates: false\n', '2026-10-01T08:00:00Z'),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'what a sensor saw, and cannot be parsed',
    given: kubeletInfo('- a\n- b'),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'a failure that kube-bench reports',
    ...reported('FAIL'),
    outcome: 'fail',
    at: ['Node worker-1'],
  },
  {
    name: 'renewal of serving certificates turned off, as kube-bench reports',
    ...reported('FAIL', '1.3.6'),
    outcome: 'fail',
  },
  {
    name: 'a pass of kube-bench, which lets an unset flag pass',
    ...reported('PASS'),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'renewal without a probe',
    given: ROTATES,
    fromCluster: true,
    unread: { probes: 'probeOff' },
    outcome: 'notEvaluated',
    reason: 'partial',
    note: /unknown: the certificate of the API server$/,
  },
  {
    name: 'a probe without renewal',
    given: NOTHING,
    ...certificate(200),
    outcome: 'notEvaluated',
    reason: 'partial',
    note: /unknown: whether kubelets renew their certificates$/,
  },
  {
    name: 'neither',
    given: NOTHING,
    fromCluster: true,
    unread: { probes: 'probeOff' },
    outcome: 'notEvaluated',
    reason: 'probeOff',
  },
  {
    name: 'EKS with a probe that shows an old certificate',
    ...ON_EKS,
    ...certificate(200, 3650),
    outcome: 'fail',
  },
]);
