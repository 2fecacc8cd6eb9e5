import {
  flagCases,
  judgeCase,
  NOTHING,
  ON_EKS,
  testControl,
} from '../../testing';
import { staticPod } from '../../kit/flags/flagExamples';
import { etcdClientTls } from './etcdClientTls';

const CERTIFICATE = ['--cert-file=/a.crt', '--key-file=/a.key'];

const withEnvironment = (env: string, flags: readonly string[] = []) => ({
  given: `${staticPod('etcd', flags)}
      env: ${env}`,
  fromCluster: true,
});
const SET =
  '{ name: ETCD_CERT_FILE, value: /hunter2.crt }, { name: ETCD_KEY_FILE, value: /hunter2.key }';

testControl(etcdClientTls, [
  {
    name: 'settings of the environment',
    ...withEnvironment(
      `[${SET}, { name: ETCD_CLIENT_CERT_AUTH, value: "true" }]`,
    ),
    outcome: 'pass',
  },
  {
    name: 'a flag before the environment',
    ...withEnvironment(
      `[${SET}, { name: ETCD_CLIENT_CERT_AUTH, value: "true" }]`,
      ['--client-cert-auth=false'],
    ),
    outcome: 'fail',
    at: ['Pod kube-system/etcd-cp-1 spec.containers[0].command[1]'],
  },
  {
    name: 'a setting that the environment takes from elsewhere',
    ...withEnvironment(
      `[${SET}, { name: ETCD_CLIENT_CERT_AUTH, valueFrom: { configMapKeyRef: { name: etcd, key: auth } } }]`,
    ),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'an environment that turns it off',
    ...withEnvironment(
      `[${SET}, { name: ETCD_CLIENT_CERT_AUTH, value: "false" }]`,
    ),
    outcome: 'fail',
    at: ['Pod kube-system/etcd-cp-1 spec.containers[0].env[2]'],
  },
  {
    name: 'k3s without etcd',
    given: `apiVersion: v1
kind: Node
metadata: { name: server-1, annotations: { k3s.io/node-args: '["server"]' } }`,
    fromCluster: true,
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'k3s with etcd inside',
    given: `apiVersion: v1
kind: Node
metadata:
  name: server-1
  labels: { node-role.kubernetes.io/etcd: "true" }
  annotations: { k3s.io/node-args: '["server"]' }`,
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  ...flagCases('etcd', [
    ['as kubeadm has it', [...CERTIFICATE, '--client-cert-auth=true'], 'pass'],
    [
      'one dash, as etcd takes it',
      ['-cert-file=/a', '-key-file=/b', '-client-cert-auth'],
      'pass',
    ],
    [
      'no client certificates',
      CERTIFICATE,
      'fail',
      {
        severity: 'high',
        message: '--client-cert-auth of etcd-cp-1 is not set, so it is false',
      },
    ],
    [
      'client certificates off',
      [...CERTIFICATE, '--client-cert-auth=false'],
      'fail',
    ],
    [
      'certificates that it signs itself',
      [...CERTIFICATE, '--client-cert-auth=true', '--auto-tls=true'],
      'fail',
    ],
    ['no certificate', ['--client-cert-auth=true'], 'fail'],
    [
      'a file, which it takes all from',
      [...CERTIFICATE, '--client-cert-auth=true', '--config-file=/c'],
      'notEvaluated',
      { reason: 'controlPlaneNotVisible' },
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

it('shows no value of the environment', () => {
  const finding = judgeCase(etcdClientTls, {
    name: '',
    ...withEnvironment(
      '[{ name: ETCD_CLIENT_CERT_AUTH, value: hunter2 }, { name: ETCD_AUTO_TLS, value: "1" }]',
    ),
    outcome: 'fail',
  });
  expect(finding.violations.length).toBeGreaterThan(1);
  expect(JSON.stringify(finding)).not.toContain('hunter2');
});
