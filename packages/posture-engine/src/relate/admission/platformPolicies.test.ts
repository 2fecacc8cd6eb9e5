import { testAdmission } from '../../testing/admissionCases';

const constraints = (...more: readonly string[]) =>
  [
    `apiVersion: security.openshift.io/v1
kind: SecurityContextConstraints
metadata: { name: restricted-v2 }
allowPrivilegedContainer: false
groups: [system:authenticated]`,
    ...more,
  ].join('\n---\n');

const open = (groups: string) => `apiVersion: security.openshift.io/v1
kind: SecurityContextConstraints
metadata: { name: privileged }
allowPrivilegedContainer: true
groups: ${groups}`;

testAdmission('what the SecurityContextConstraints of OpenShift refuse', [
  { name: 'privileged containers', given: constraints(), expected: 'covers' },
  {
    name: 'still, where nodes may use others',
    given: constraints(open('[system:nodes]')),
    expected: 'covers',
  },
  {
    name: 'nothing where everybody may use others',
    given: constraints(open('[system:authenticated]')),
    expected: 'no',
  },
  {
    name: 'nothing in a namespace whose accounts may use others',
    given: constraints(open('["system:serviceaccounts:shop"]')),
    expected: 'no',
  },
  {
    name: 'all in other namespaces',
    given: constraints(open('["system:serviceaccounts:build"]')),
    expected: 'covers',
  },
  {
    name: 'perhaps nothing where they cannot be read',
    given: constraints(open('everybody')),
    expected: 'unsure',
  },
  {
    name: 'no signatures',
    given: constraints(),
    check: 'signatures',
    expected: 'no',
  },
]);

const podSecurityPolicy = (spec: string) => `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata: { name: restricted }
spec: ${spec}`;

testAdmission('what a PodSecurityPolicy may refuse', [
  {
    name: 'perhaps privileged containers, below Kubernetes 1.25',
    given: podSecurityPolicy('{ privileged: false }'),
    kubernetesVersion: '1.24',
    expected: 'unsure',
  },
  {
    name: 'not what it allows',
    given: podSecurityPolicy('{ privileged: true }'),
    kubernetesVersion: '1.24',
    expected: 'no',
  },
  {
    name: 'nothing from Kubernetes 1.25 on',
    given: podSecurityPolicy('{ privileged: false }'),
    kubernetesVersion: '1.25',
    expected: 'no',
  },
]);
