import { judgeCase, testControl } from '../../testing';
import { hostPid } from './hostPid';

testControl(hostPid, [
  {
    name: 'names the place',
    given: `
hostPID: true
containers: [{ name: web }]`,
    outcome: 'fail',
    severity: 'high',
    at: ['spec.template.spec.hostPID'],
    message: 'the pod shares the process ids of its node',
  },
  {
    name: 'unset is false',
    given: 'containers: [{ name: web }]',
    outcome: 'pass',
  },
  {
    name: 'null equals absent',
    given: `
hostPID: null
containers: [{ name: web }]`,
    outcome: 'pass',
  },
  {
    name: 'a container has no such field',
    given: 'containers: [{ name: web, hostPID: true }]',
    outcome: 'pass',
  },
  {
    name: 'a Pod is its own template',
    given: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  hostPID: true
  containers: [{ name: web }]`,
    outcome: 'fail',
    at: ['spec.hostPID'],
  },
  {
    name: 'Windows is not exempt',
    given: `
os: { name: windows }
hostPID: true
containers: [{ name: web }]`,
    outcome: 'fail',
  },
  {
    name: 'Pod Security Admission fails it as well',
    given: `
hostPID: true
containers: [{ name: web }]`,
    podSecurityLevel: 'baseline',
    kubernetesVersion: '1.24',
    outcome: 'fail',
  },
  {
    name: 'a string instead of a boolean is no pass',
    given: `
hostPID: "true"
containers: [{ name: web }]`,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.hostPID'],
  },
  {
    name: 'the other namespaces are other controls',
    given: `
hostNetwork: true
hostIPC: true
containers: [{ name: web }]`,
    outcome: 'pass',
  },
]);

it('patches the pod', () => {
  const { violations } = judgeCase(hostPid, {
    name: 'patch',
    given: `
hostPID: true
containers: [{ name: web }]`,
    outcome: 'fail',
  });
  expect(hostPid.patch?.(violations)).toEqual({ hostPID: false });
});
