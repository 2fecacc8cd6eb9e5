import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import { apiServerPod, MANAGED_CLUSTER } from '../../kit/flags/flagExamples';

export const apiserverInsecurePort = defineFlagControl({
  id: 'apiserver-insecure-port',
  title: 'The API server has no port without TLS and credentials',
  failureTitle: 'The API server listens on its insecure port',
  why: 'Whoever reaches the insecure port is administrator of the cluster, without a password and unseen.',
  fix: 'Set `--insecure-port=0`, or upgrade: Kubernetes 1.24 and later do not have the port at all.',
  severity: 'high',
  frameworks: {
    nsa: ['N4'],
    'nist-800-190': ['4.3.2'],
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/controlling-access/',
  ],
  reads:
    'The flag `--insecure-port` of every API server below Kubernetes 1.24. From 1.20 on the default is 0, and no other value is taken.',
  notes:
    'The CIS benchmark asks this no more, as the flag is gone since 1.24. Any port counts, not only 8080, and it does not matter whether the flag stands in `command` or in `args`.',
  exampleSurroundings: { fromCluster: true, kubernetesVersion: '1.23' },
  examples: {
    pass: [
      apiServerPod('--insecure-port=0'),
      apiServerPod('--authorization-mode=Node,RBAC'),
    ],
    fail: [apiServerPod('--insecure-port=8080')],
    notApplicable: [
      {
        given: apiServerPod('--authorization-mode=Node,RBAC'),
        surroundings: { fromCluster: true, kubernetesVersion: '1.24' },
      },
      MANAGED_CLUSTER,
    ],
    notEvaluated: [
      {
        given: `apiVersion: v1
kind: Namespace
metadata: { name: kube-system }`,
        surroundings: { fromCluster: true, kubernetesVersion: '1.23' },
      },
    ],
  },
});
