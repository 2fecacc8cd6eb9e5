import { judgeCase, testControl } from '../../testing';
import { hostIpc } from './hostIpc';

testControl(hostIpc, [
  {
    name: 'names the place',
    given: `
hostIPC: true
containers: [{ name: web }]`,
    outcome: 'fail',
    severity: 'high',
    at: ['spec.template.spec.hostIPC'],
    message: 'the pod shares the inter-process communication of its node',
  },
  {
    name: 'unset is false',
    given: 'containers: [{ name: web }]',
    outcome: 'pass',
  },
  {
    name: 'null equals absent',
    given: `
hostIPC: null
containers: [{ name: web }]`,
    outcome: 'pass',
  },
  {
    name: 'a container has no such field',
    given: 'containers: [{ name: web, hostIPC: true }]',
    outcome: 'pass',
  },
  {
    name: 'a Pod is its own template',
    given: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  hostIPC: true
  containers: [{ name: web }]`,
    outcome: 'fail',
    at: ['spec.hostIPC'],
  },
  {
    name: 'Windows is not exempt',
    given: `
os: { name: windows }
hostIPC: true
containers: [{ name: web }]`,
    outcome: 'fail',
  },
  {
    name: 'Pod Security Admission fails it as well',
    given: `
hostIPC: true
containers: [{ name: web }]`,
    podSecurityLevel: 'baseline',
    kubernetesVersion: '1.24',
    outcome: 'fail',
  },
  {
    name: 'a string instead of a boolean is no pass',
    given: `
hostIPC: "true"
containers: [{ name: web }]`,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.hostIPC'],
  },
  {
    name: 'the other namespaces are other controls',
    given: `
hostNetwork: true
hostPID: true
containers: [{ name: web }]`,
    outcome: 'pass',
  },
]);

it('patches the pod', () => {
  const { violations } = judgeCase(hostIpc, {
    name: 'patch',
    given: `
hostIPC: true
containers: [{ name: web }]`,
    outcome: 'fail',
  });
  expect(hostIpc.patch?.(violations)).toEqual({ hostIPC: false });
});
