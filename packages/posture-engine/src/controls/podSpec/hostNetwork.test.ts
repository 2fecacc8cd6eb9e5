import { judgeCase, testControl } from '../../testing';
import { hostNetwork } from './hostNetwork';

testControl(hostNetwork, [
  {
    name: 'names the place',
    given: `
hostNetwork: true
containers: [{ name: web }]`,
    outcome: 'fail',
    severity: 'high',
    at: ['spec.template.spec.hostNetwork'],
    message:
      'the pod uses the network of its node, where no network policy applies to it',
  },
  {
    name: 'unset is false',
    given: 'containers: [{ name: web }]',
    outcome: 'pass',
  },
  {
    name: 'null equals absent',
    given: `
hostNetwork: null
containers: [{ name: web }]`,
    outcome: 'pass',
  },
  {
    name: 'a container has no such field',
    given: 'containers: [{ name: web, hostNetwork: true }]',
    outcome: 'pass',
  },
  {
    name: 'a Pod is its own template',
    given: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  hostNetwork: true
  containers: [{ name: web }]`,
    outcome: 'fail',
    at: ['spec.hostNetwork'],
  },
  {
    name: 'Windows is not exempt',
    given: `
os: { name: windows }
hostNetwork: true
containers: [{ name: web }]`,
    outcome: 'fail',
  },
  {
    name: 'Pod Security Admission fails it as well',
    given: `
hostNetwork: true
containers: [{ name: web }]`,
    podSecurityLevel: 'baseline',
    kubernetesVersion: '1.24',
    outcome: 'fail',
  },
  {
    name: 'a string instead of a boolean is no pass',
    given: `
hostNetwork: "true"
containers: [{ name: web }]`,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.hostNetwork'],
  },
  {
    name: 'the other namespaces are other controls',
    given: `
hostIPC: true
hostPID: true
containers: [{ name: web }]`,
    outcome: 'pass',
  },
]);

it('patches the pod', () => {
  const { violations } = judgeCase(hostNetwork, {
    name: 'patch',
    given: `
hostNetwork: true
containers: [{ name: web }]`,
    outcome: 'fail',
  });
  expect(hostNetwork.patch?.(violations)).toEqual({ hostNetwork: false });
});
