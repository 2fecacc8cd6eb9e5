import { judgeCase, testControl } from '../../testing';
import { windowsHostProcess } from './windowsHostProcess';

const ON = 'securityContext: { windowsOptions: { hostProcess: true } }';
const OFF = 'securityContext: { windowsOptions: { hostProcess: false } }';

testControl(windowsHostProcess, [
  {
    name: 'names the pod',
    given: `
${ON}
containers: [{ name: web }]`,
    outcome: 'fail',
    severity: 'high',
    at: ['spec.template.spec.securityContext.windowsOptions.hostProcess'],
    message: 'the pod runs as processes of its Windows node',
  },
  {
    name: 'names the container',
    given: `containers: [{ name: web }, { name: agent, ${ON} }]`,
    outcome: 'fail',
    at: [
      'spec.template.spec.containers[1].securityContext.windowsOptions.hostProcess',
    ],
    message: 'container "agent" runs as a process of its Windows node',
  },
  {
    name: 'a container that says false does not rescue the pod',
    given: `
${ON}
containers: [{ name: web, ${OFF} }]`,
    outcome: 'fail',
    at: ['spec.template.spec.securityContext.windowsOptions.hostProcess'],
  },
  {
    name: 'a pod that says false does not rescue the container',
    given: `
${OFF}
containers: [{ name: web, ${ON} }]`,
    outcome: 'fail',
    at: [
      'spec.template.spec.containers[0].securityContext.windowsOptions.hostProcess',
    ],
  },
  {
    name: 'an init container and a sidecar count, after the pod',
    given: `
${ON}
initContainers: [{ name: setup, ${ON} }, { name: mesh, restartPolicy: Always, ${ON} }]
containers: [{ name: web }]`,
    outcome: 'fail',
    at: [
      'spec.template.spec.securityContext.windowsOptions.hostProcess',
      'spec.template.spec.initContainers[0].securityContext.windowsOptions.hostProcess',
      'spec.template.spec.initContainers[1].securityContext.windowsOptions.hostProcess',
    ],
  },
  {
    name: 'an ephemeral container is reported and never scored',
    given: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web }]
  ephemeralContainers: [{ name: debug, ${ON} }]`,
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'it needs no spec.os to be judged',
    given: `
os: { name: linux }
containers: [{ name: web, ${ON} }]`,
    outcome: 'fail',
  },
  {
    name: 'null equals absent',
    given: `
securityContext: { windowsOptions: { hostProcess: null } }
containers: [{ name: web, securityContext: { windowsOptions: null } }]`,
    outcome: 'pass',
  },
  {
    name: 'empty options are unset',
    given:
      'containers: [{ name: web, securityContext: { windowsOptions: {} } }]',
    outcome: 'pass',
  },
  {
    name: 'a string instead of a boolean is no pass',
    given:
      'containers: [{ name: web, securityContext: { windowsOptions: { hostProcess: "true" } } }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [
      'spec.template.spec.containers[0].securityContext.windowsOptions.hostProcess',
    ],
  },
]);

it('patches the pod and the containers that say so', () => {
  const { violations } = judgeCase(windowsHostProcess, {
    name: 'patch',
    given: `
${ON}
containers: [{ name: web }, { name: agent, ${ON} }]`,
    outcome: 'fail',
  });
  const off = { windowsOptions: { hostProcess: false } };
  expect(windowsHostProcess.patch?.(violations)).toEqual({
    securityContext: off,
    containers: [{ name: 'agent', securityContext: off }],
  });
});
