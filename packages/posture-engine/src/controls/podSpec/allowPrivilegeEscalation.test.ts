import { judgeCase, testControl } from '../../testing';
import { allowPrivilegeEscalation } from './allowPrivilegeEscalation';

const FIELD = 'securityContext.allowPrivilegeEscalation';
const ADDED = 'securityContext.capabilities.add';
const APP = 'spec.template.spec.containers';
const DENIED = 'securityContext: { allowPrivilegeEscalation: false }';

testControl(allowPrivilegeEscalation, [
  {
    name: 'unset counts as true',
    given: 'containers: [{ name: web }]',
    outcome: 'fail',
    severity: 'medium',
    at: [`${APP}[0].${FIELD}`],
    message: 'container "web" allows privilege escalation',
  },
  {
    name: 'true',
    given:
      'containers: [{ name: web, securityContext: { allowPrivilegeEscalation: true } }]',
    outcome: 'fail',
    at: [`${APP}[0].${FIELD}`],
  },
  {
    name: 'null equals absent',
    given:
      'containers: [{ name: web, securityContext: { allowPrivilegeEscalation: null } }]',
    outcome: 'fail',
  },
  {
    name: 'false',
    given: `containers: [{ name: web, ${DENIED} }]`,
    outcome: 'pass',
  },
  {
    name: 'one violation per container that fails, and none for the others',
    given: `containers: [{ name: a, ${DENIED} }, { name: b }, { name: c }]`,
    outcome: 'fail',
    at: [`${APP}[1].${FIELD}`, `${APP}[2].${FIELD}`],
    message: 'container "b" allows privilege escalation',
  },
  {
    name: 'init containers and sidecars count',
    given: `initContainers: [{ name: setup }, { name: mesh, restartPolicy: Always }]
containers: [{ name: web, ${DENIED} }]`,
    outcome: 'fail',
    at: [
      `spec.template.spec.initContainers[0].${FIELD}`,
      `spec.template.spec.initContainers[1].${FIELD}`,
    ],
  },
  {
    name: 'an ephemeral container is reported and never scored',
    given: `containers: [{ name: web, ${DENIED} }]
ephemeralContainers: [{ name: debug }]`,
    outcome: 'fail',
    severity: 'info',
    at: [`spec.template.spec.ephemeralContainers[0].${FIELD}`],
  },
  {
    name: 'there is no such field on the pod',
    given: `securityContext: { allowPrivilegeEscalation: false }
containers: [{ name: web }]`,
    outcome: 'fail',
  },
  {
    name: 'in a privileged container it is a consequence',
    given: 'containers: [{ name: web, securityContext: { privileged: true } }]',
    outcome: 'fail',
    at: [`${APP}[0].${FIELD}`],
    consequenceOf: 'privileged-container',
  },
  {
    name: 'beside CAP_SYS_ADMIN it is a consequence, and the capability is named',
    given:
      'containers: [{ name: web, securityContext: { capabilities: { add: [CAP_SYS_ADMIN] } } }]',
    outcome: 'fail',
    at: [`${APP}[0].${FIELD}`, `${APP}[0].${ADDED}`],
    consequenceOf: 'dangerous-capabilities',
  },
  {
    name: 'beside SYS_ADMIN in the usual spelling the field may be set, and has to be',
    given:
      'containers: [{ name: web, securityContext: { capabilities: { add: [SYS_ADMIN] } } }]',
    outcome: 'fail',
    at: [`${APP}[0].${FIELD}`],
  },
  {
    name: 'a user namespace excuses no pod',
    given: 'hostUsers: false\ncontainers: [{ name: web }]',
    outcome: 'fail',
  },
  {
    name: 'Windows is exempt from 1.25 on',
    given: 'os: { name: windows }\ncontainers: [{ name: web }]',
    kubernetesVersion: '1.25',
    outcome: 'notApplicable',
    reason: 'windows',
  },
  {
    name: 'Windows is not exempt before 1.25',
    given: 'os: { name: windows }\ncontainers: [{ name: web }]',
    kubernetesVersion: '1.24',
    outcome: 'fail',
  },
  {
    name: 'a node selector for Windows exempts nothing, and the finding says what does',
    given:
      'nodeSelector: { kubernetes.io/os: windows }\ncontainers: [{ name: web }]',
    outcome: 'fail',
    note: /spec\.os\.name/,
  },
  {
    name: 'a string is no boolean',
    given:
      'containers: [{ name: web, securityContext: { allowPrivilegeEscalation: "false" } }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [`${APP}[0].${FIELD}`],
  },
  {
    name: 'a neighbouring field of the wrong type hides nothing',
    given:
      'containers: [{ name: web, securityContext: { privileged: "yes", capabilities: { add: ALL } } }]',
    outcome: 'fail',
    at: [`${APP}[0].${FIELD}`],
  },
]);

describe('patch', () => {
  const patchOf = (given: string) =>
    allowPrivilegeEscalation.patch?.(
      judgeCase(allowPrivilegeEscalation, { name: '', given, outcome: 'fail' })
        .violations,
    );

  it('sets the field, and takes away what the API server refuses beside it', () => {
    expect(
      patchOf(`
initContainers: [{ name: setup }]
containers:
  - name: agent
    securityContext: { privileged: true }
  - name: tuner
    securityContext: { capabilities: { add: [CAP_SYS_ADMIN, CHOWN] } }
  - name: mounter
    securityContext: { capabilities: { add: [CAP_SYS_ADMIN] } }`),
    ).toEqual({
      initContainers: [
        { name: 'setup', securityContext: { allowPrivilegeEscalation: false } },
      ],
      containers: [
        {
          name: 'agent',
          securityContext: {
            allowPrivilegeEscalation: false,
            privileged: false,
          },
        },
        {
          name: 'tuner',
          securityContext: {
            allowPrivilegeEscalation: false,
            capabilities: { add: ['CHOWN'] },
          },
        },
        {
          name: 'mounter',
          securityContext: {
            allowPrivilegeEscalation: false,
            capabilities: { add: null },
          },
        },
      ],
    });
  });

  it('takes away both where a container has both', () => {
    expect(
      patchOf(
        'containers: [{ name: web, securityContext: { privileged: true, capabilities: { add: [CAP_SYS_ADMIN] } } }]',
      ),
    ).toEqual({
      containers: [
        {
          name: 'web',
          securityContext: {
            allowPrivilegeEscalation: false,
            privileged: false,
            capabilities: { add: null },
          },
        },
      ],
    });
  });

  it('cannot reach an ephemeral container', () => {
    expect(
      patchOf(`containers: [{ name: web, ${DENIED} }]
ephemeralContainers: [{ name: debug }]`),
    ).toBeUndefined();
  });
});
