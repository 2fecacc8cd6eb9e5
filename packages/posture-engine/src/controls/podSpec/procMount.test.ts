import { judgeCase, testControl } from '../../testing';
import { procMount } from './procMount';

const UNMASKED =
  'containers: [{ name: web, securityContext: { procMount: Unmasked } }]';
const OWN_USERS = `hostUsers: false
${UNMASKED}`;

testControl(procMount, [
  {
    name: 'names the container and its path',
    given:
      'containers: [{ name: web }, { name: builder, securityContext: { procMount: Unmasked } }]',
    outcome: 'fail',
    severity: 'medium',
    at: ['spec.template.spec.containers[1].securityContext.procMount'],
    message: 'container "builder" mounts /proc with procMount Unmasked',
  },
  {
    name: 'an init container counts',
    given: `
initContainers: [{ name: setup, securityContext: { procMount: Unmasked } }]
containers: [{ name: web }]`,
    outcome: 'fail',
    at: ['spec.template.spec.initContainers[0].securityContext.procMount'],
  },
  {
    name: 'a debugging container is never scored',
    given: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web }]
  ephemeralContainers: [{ name: debug, securityContext: { procMount: Unmasked } }]`,
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'Default is the default',
    given:
      'containers: [{ name: web, securityContext: { procMount: Default } }]',
    outcome: 'pass',
  },
  {
    name: 'anything else is not, the empty word included',
    given: 'containers: [{ name: web, securityContext: { procMount: "" } }]',
    outcome: 'fail',
  },
  {
    name: 'names are compared exactly',
    given:
      'containers: [{ name: web, securityContext: { procMount: default } }]',
    outcome: 'fail',
  },
  {
    name: 'null equals absent',
    given: 'containers: [{ name: web, securityContext: { procMount: null } }]',
    outcome: 'pass',
  },
  {
    name: 'there is no such field on the pod',
    given: `
securityContext: { procMount: Unmasked }
containers: [{ name: web }]`,
    outcome: 'pass',
  },
  {
    name: 'users of its own relax it from 1.35',
    given: OWN_USERS,
    kubernetesVersion: '1.35',
    outcome: 'pass',
  },
  {
    name: 'users of its own do not relax it at 1.34',
    given: OWN_USERS,
    kubernetesVersion: '1.34',
    outcome: 'fail',
  },
  {
    name: 'Pod Security Admission relaxes it at baseline',
    given: OWN_USERS,
    podSecurityLevel: 'baseline',
    outcome: 'pass',
  },
  {
    name: 'Pod Security Admission never relaxes it at restricted',
    given: OWN_USERS,
    podSecurityLevel: 'restricted',
    outcome: 'fail',
  },
  {
    name: 'users of the host relax nothing',
    given: `hostUsers: true
${UNMASKED}`,
    outcome: 'fail',
  },
  {
    name: 'Windows is not exempt',
    given: `os: { name: windows }
${UNMASKED}`,
    outcome: 'fail',
  },
  {
    name: 'a boolean instead of a word is no pass',
    given: 'containers: [{ name: web, securityContext: { procMount: true } }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.containers[0].securityContext.procMount'],
  },
]);

it('patches the field away', () => {
  const { violations } = judgeCase(procMount, {
    name: 'patch',
    given: UNMASKED,
    outcome: 'fail',
  });
  expect(procMount.patch?.(violations)).toEqual({
    containers: [{ name: 'web', securityContext: { procMount: null } }],
  });
});
