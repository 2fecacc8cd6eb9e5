import { judgeCase, testControl } from '../../testing';
import { runAsRootUser } from './runAsRootUser';

const POD = 'spec.template.spec.securityContext.runAsUser';
const APP = 'spec.template.spec.containers[0].securityContext.runAsUser';
const ROOT = 'securityContext: { runAsUser: 0 }';

testControl(runAsRootUser, [
  {
    name: 'unset passes here',
    given: 'containers: [{ name: web }]',
    outcome: 'pass',
  },
  {
    name: 'null equals absent',
    given: 'containers: [{ name: web, securityContext: { runAsUser: null } }]',
    outcome: 'pass',
  },
  {
    name: 'a container that is told to be root',
    given: `containers: [{ name: web, ${ROOT} }]`,
    outcome: 'fail',
    severity: 'high',
    at: [APP],
    message: 'container "web" is told to run as user 0',
  },
  {
    name: 'a container override does not rescue the pod',
    given: `${ROOT}
containers: [{ name: web, securityContext: { runAsUser: 1000 } }]`,
    outcome: 'fail',
    at: [POD],
  },
  {
    name: 'a good pod does not rescue a container',
    given: `securityContext: { runAsUser: 1000 }
containers: [{ name: web, ${ROOT} }]`,
    outcome: 'fail',
    at: [APP],
  },
  {
    name: 'both, the pod first',
    given: `${ROOT}\ncontainers: [{ name: web, ${ROOT} }]`,
    outcome: 'fail',
    at: [POD, APP],
  },
  {
    name: 'init containers and sidecars count',
    given: `initContainers: [{ name: setup, ${ROOT} }, { name: mesh, restartPolicy: Always, ${ROOT} }]
containers: [{ name: web }]`,
    outcome: 'fail',
    at: [
      'spec.template.spec.initContainers[0].securityContext.runAsUser',
      'spec.template.spec.initContainers[1].securityContext.runAsUser',
    ],
  },
  {
    name: 'an ephemeral container is reported and never scored',
    given: `containers: [{ name: web }]
ephemeralContainers: [{ name: debug, ${ROOT} }]`,
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'runAsNonRoot does not excuse it',
    given:
      'containers: [{ name: web, securityContext: { runAsNonRoot: true, runAsUser: 0 } }]',
    outcome: 'fail',
  },
  {
    name: 'a user namespace excuses it from 1.35 on',
    given: `hostUsers: false\n${ROOT}\ncontainers: [{ name: web, ${ROOT} }]`,
    kubernetesVersion: '1.35',
    outcome: 'pass',
    note: /user namespace/,
  },
  {
    name: 'a user namespace excuses nothing before 1.35',
    given: `hostUsers: false\ncontainers: [{ name: web, ${ROOT} }]`,
    kubernetesVersion: '1.34',
    outcome: 'fail',
  },
  {
    name: 'hostUsers true excuses nothing',
    given: `hostUsers: true\ncontainers: [{ name: web, ${ROOT} }]`,
    outcome: 'fail',
  },
  {
    name: 'ContainerAdministrator on Windows is noted',
    given: `os: { name: windows }
containers: [{ name: web, securityContext: { windowsOptions: { runAsUserName: ContainerAdministrator } } }]`,
    outcome: 'pass',
    note: /ContainerAdministrator/,
  },
  {
    name: 'ContainerAdministrator on the pod is noted, in any case',
    given: `securityContext: { windowsOptions: { runAsUserName: containeradministrator } }
containers: [{ name: web }]`,
    outcome: 'pass',
    note: /ContainerAdministrator/,
  },
  {
    name: 'Admission does not ask before 1.23',
    given: `containers: [{ name: web, ${ROOT} }]`,
    kubernetesVersion: '1.22',
    podSecurityLevel: 'restricted',
    outcome: 'notApplicable',
    reason: 'belowVersion',
  },
  {
    name: 'Admission asks from 1.23 on',
    given: `containers: [{ name: web, ${ROOT} }]`,
    kubernetesVersion: '1.23',
    podSecurityLevel: 'restricted',
    outcome: 'fail',
  },
  {
    name: 'our own verdict does not wait for 1.23',
    given: `containers: [{ name: web, ${ROOT} }]`,
    kubernetesVersion: '1.22',
    outcome: 'fail',
  },
  {
    name: 'a string is no number',
    given: 'containers: [{ name: web, securityContext: { runAsUser: "0" } }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [APP],
  },
]);

it('has no note without ContainerAdministrator', () => {
  const finding = judgeCase(runAsRootUser, {
    name: '',
    given:
      'containers: [{ name: web, securityContext: { windowsOptions: { runAsUserName: ContainerUser } } }]',
    outcome: 'pass',
  });
  expect(finding.note).toBeUndefined();
});

it('removes the user where it is set', () => {
  const { violations } = judgeCase(runAsRootUser, {
    name: '',
    given: `${ROOT}\ncontainers: [{ name: a, ${ROOT} }, { name: b }]`,
    outcome: 'fail',
  });
  expect(runAsRootUser.patch?.(violations)).toEqual({
    securityContext: { runAsUser: null },
    containers: [{ name: 'a', securityContext: { runAsUser: null } }],
  });
});
