import { apiServerPod, staticPod } from '../../kit/flags/flagExamples';
import { NOTHING, ON_EKS, testControl } from '../../testing';
import { etcdUniqueCa } from './etcdUniqueCa';

const cluster = (...pods: readonly string[]) => ({
  given: pods.join('\n---\n'),
  fromCluster: true,
});
const API_SERVER = apiServerPod('--client-ca-file=/pki/ca.crt');
const etcd = (ca: string, node?: string) =>
  staticPod('etcd', [`--trusted-ca-file=${ca}`], node);

testControl(etcdUniqueCa, [
  {
    name: 'two paths',
    ...cluster(API_SERVER, etcd('/pki/etcd/ca.crt')),
    outcome: 'pass',
    note: /two paths may still hold the same CA/,
  },
  {
    name: 'one path',
    ...cluster(API_SERVER, etcd('/pki/ca.crt')),
    outcome: 'fail',
    severity: 'low',
    at: ['Pod kube-system/etcd-cp-1 spec.containers[0].command[1]'],
  },
  {
    name: 'one path for one of two members',
    ...cluster(
      API_SERVER,
      etcd('/pki/etcd/ca.crt'),
      etcd('/pki/ca.crt', 'cp-2'),
    ),
    outcome: 'fail',
    at: ['Pod kube-system/etcd-cp-2 spec.containers[0].command[1]'],
  },
  {
    name: 'an etcd that names no CA',
    ...cluster(API_SERVER, staticPod('etcd', [])),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'a path that is taken from elsewhere',
    ...cluster(API_SERVER, etcd('$(CA)')),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'an etcd that is not visible',
    ...cluster(API_SERVER),
    outcome: 'notEvaluated',
    reason: 'partial',
    note: 'unknown: the CA of etcd',
  },
  {
    name: 'nothing visible',
    ...cluster(NOTHING),
    outcome: 'notEvaluated',
    reason: 'controlPlaneNotVisible',
  },
  {
    name: 'static pods that may not be read',
    ...cluster(NOTHING),
    unread: { staticPods: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'EKS',
    ...ON_EKS,
    outcome: 'notApplicable',
    reason: 'providerManaged',
  },
]);
