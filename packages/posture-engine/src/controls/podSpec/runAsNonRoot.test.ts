import { ControlCase, judgeCase, testControl } from '../../testing';
import { runAsNonRoot } from './runAsNonRoot';

const POD = 'spec.template.spec.securityContext';
const APP = 'spec.template.spec.containers';

const pod = (fields: string, containers: string) =>
  `securityContext: { ${fields} }\ncontainers: ${containers}`;
const web = (fields: string) =>
  `[{ name: web, securityContext: { ${fields} } }]`;

testControl(runAsNonRoot, [
  {
    name: 'unset counts as root',
    given: 'containers: [{ name: web }]',
    outcome: 'fail',
    severity: 'medium',
    at: [`${APP}[0].securityContext.runAsNonRoot`],
    message: 'container "web" may run as root',
  },
  {
    name: 'null equals absent',
    given: pod(
      'runAsNonRoot: null',
      web('runAsNonRoot: null, runAsUser: null'),
    ),
    outcome: 'fail',
  },
  {
    name: 'the pod says it for all',
    given: pod('runAsNonRoot: true', '[{ name: a }, { name: b }]'),
    outcome: 'pass',
  },
  {
    name: 'the container says it',
    given: `containers: ${web('runAsNonRoot: true')}`,
    outcome: 'pass',
  },
  {
    name: 'the pod says true and a container false',
    given: pod('runAsNonRoot: true', web('runAsNonRoot: false')),
    outcome: 'fail',
    at: [`${APP}[0].securityContext.runAsNonRoot`],
  },
  {
    name: 'the pod says false and all containers true',
    given: pod('runAsNonRoot: false', web('runAsNonRoot: true')),
    outcome: 'pass',
  },
  {
    name: 'a container that inherits false is shown where it is written',
    given: pod('runAsNonRoot: false', '[{ name: web }]'),
    outcome: 'fail',
    at: [`${POD}.runAsNonRoot`],
  },
  {
    name: 'a user above 0 is enough, in the container',
    given: `containers: ${web('runAsUser: 1')}`,
    outcome: 'pass',
  },
  {
    name: 'a user above 0 is enough, on the pod',
    given: pod('runAsUser: 1000', '[{ name: web }]'),
    outcome: 'pass',
  },
  {
    name: 'a user above 0 is enough whatever runAsNonRoot says',
    given: `containers: ${web('runAsNonRoot: false, runAsUser: 1000')}`,
    outcome: 'pass',
  },
  {
    name: 'user 0 of the container counts over that of the pod',
    given: pod('runAsUser: 1000', web('runAsUser: 0')),
    outcome: 'fail',
    at: [
      `${APP}[0].securityContext.runAsNonRoot`,
      `${APP}[0].securityContext.runAsUser`,
    ],
  },
  {
    name: 'user 0 of the pod is shown on the pod',
    given: pod('runAsUser: 0', '[{ name: web }]'),
    outcome: 'fail',
    at: [`${APP}[0].securityContext.runAsNonRoot`, `${POD}.runAsUser`],
  },
  {
    name: 'a group is no concern of this control',
    given: `containers: ${web('runAsNonRoot: true, runAsGroup: 0')}`,
    outcome: 'pass',
  },
  {
    name: 'init containers and sidecars count',
    given: `initContainers: [{ name: setup }, { name: mesh, restartPolicy: Always }]
containers: ${web('runAsNonRoot: true')}`,
    outcome: 'fail',
    at: [
      'spec.template.spec.initContainers[0].securityContext.runAsNonRoot',
      'spec.template.spec.initContainers[1].securityContext.runAsNonRoot',
    ],
  },
  {
    name: 'an ephemeral container is reported and never scored',
    given: `containers: ${web('runAsNonRoot: true')}
ephemeralContainers: [{ name: debug }]`,
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'Windows is not exempt',
    given: 'os: { name: windows }\ncontainers: [{ name: web }]',
    outcome: 'fail',
  },
  {
    name: 'a user namespace is no user',
    given: 'hostUsers: false\ncontainers: [{ name: web }]',
    kubernetesVersion: '1.36',
    outcome: 'fail',
  },
  {
    name: 'a string is no boolean',
    given: `containers: ${web('runAsNonRoot: "true"')}`,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [`${APP}[0].securityContext.runAsNonRoot`],
  },
  {
    name: 'a pod of the wrong type is no pass for those that inherit it',
    given: pod('runAsNonRoot: "true"', '[{ name: web }]'),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [`${POD}.runAsNonRoot`],
  },
]);

describe('Pod Security Admission', () => {
  const rows: readonly Omit<ControlCase, 'podSecurityLevel'>[] = [
    {
      name: 'does not accept a user above 0',
      given: `containers: ${web('runAsUser: 1000')}`,
      outcome: 'fail',
      at: [`${APP}[0].securityContext.runAsNonRoot`],
    },
    {
      name: 'fails an explicit false on the pod, though every container overrides it',
      given: pod('runAsNonRoot: false', web('runAsNonRoot: true')),
      outcome: 'fail',
      at: [`${POD}.runAsNonRoot`],
      message: 'the pod may run as root',
    },
    {
      name: 'names a bad pod once, not for each container',
      given: pod('runAsNonRoot: false', '[{ name: a }, { name: b }]'),
      outcome: 'fail',
      at: [`${POD}.runAsNonRoot`],
    },
    {
      name: 'fails a container that says false under a pod that says true',
      given: pod('runAsNonRoot: true', web('runAsNonRoot: false')),
      outcome: 'fail',
      at: [`${APP}[0].securityContext.runAsNonRoot`],
    },
    {
      name: 'accepts the pod for all',
      given: pod('runAsNonRoot: true', '[{ name: a }, { name: b }]'),
      outcome: 'pass',
    },
    {
      name: 'counts an ephemeral container',
      given: `containers: ${web('runAsNonRoot: true')}
ephemeralContainers: [{ name: debug }]`,
      outcome: 'fail',
      severity: 'medium',
    },
    {
      name: 'accepts a user namespace from 1.35 on',
      given: `hostUsers: false\n${pod(
        'runAsNonRoot: false',
        '[{ name: web }]',
      )}`,
      kubernetesVersion: '1.35',
      outcome: 'pass',
    },
    {
      name: 'does not accept a user namespace before 1.35',
      given: 'hostUsers: false\ncontainers: [{ name: web }]',
      kubernetesVersion: '1.34',
      outcome: 'fail',
    },
  ];
  testControl(
    runAsNonRoot,
    rows.map(row => ({ ...row, podSecurityLevel: 'restricted' })),
  );
});

describe('patch', () => {
  const patchOf = (given: string) =>
    runAsNonRoot.patch?.(
      judgeCase(runAsNonRoot, { name: '', given, outcome: 'fail' }).violations,
    );

  it('sets the pod, the containers that say otherwise, and removes user 0', () => {
    expect(
      patchOf(
        pod(
          'runAsUser: 0',
          '[{ name: a }, { name: b, securityContext: { runAsNonRoot: false, runAsUser: 0 } }]',
        ),
      ),
    ).toEqual({
      securityContext: { runAsNonRoot: true, runAsUser: null },
      containers: [
        { name: 'b', securityContext: { runAsNonRoot: true, runAsUser: null } },
      ],
    });
  });

  it('sets the pod alone where no container says anything', () => {
    expect(patchOf(pod('runAsNonRoot: false', '[{ name: web }]'))).toEqual({
      securityContext: { runAsNonRoot: true },
    });
  });

  it('cannot reach an ephemeral container', () => {
    expect(
      patchOf(`containers: ${web('runAsNonRoot: true')}
ephemeralContainers: [{ name: debug }]`),
    ).toBeUndefined();
  });
});
