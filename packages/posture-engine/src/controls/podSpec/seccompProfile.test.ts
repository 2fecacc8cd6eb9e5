import { judgeCase, testControl } from '../../testing';
import { seccompProfile } from './seccompProfile';

const POD = 'spec.template.spec.securityContext.seccompProfile';
const APP = 'spec.template.spec.containers';
const PROFILE = 'securityContext.seccompProfile';

const profile = (type: string) =>
  `securityContext: { seccompProfile: { type: ${type} } }`;
const DEFAULT = profile('RuntimeDefault');

testControl(seccompProfile, [
  {
    name: 'unset counts as unconfined',
    given: 'containers: [{ name: web }]',
    outcome: 'fail',
    severity: 'medium',
    at: [`${APP}[0].${PROFILE}`],
    message: 'container "web" has no seccomp profile, and neither has its pod',
  },
  {
    name: 'null equals absent',
    given:
      'containers: [{ name: web, securityContext: { seccompProfile: null } }]',
    outcome: 'fail',
    at: [`${APP}[0].${PROFILE}`],
  },
  {
    name: 'the pod sets it for all',
    given: `${DEFAULT}\ncontainers: [{ name: a }, { name: b }]`,
    outcome: 'pass',
  },
  {
    name: 'every container sets it',
    given: `containers: [{ name: a, ${DEFAULT} }, { name: b, ${profile(
      'Localhost',
    )} }]`,
    outcome: 'pass',
  },
  {
    name: 'a profile on one container says nothing of its neighbour',
    given: `containers: [{ name: a, ${DEFAULT} }, { name: b }]`,
    outcome: 'fail',
    at: [`${APP}[1].${PROFILE}`],
  },
  {
    name: 'a bad container under a good pod',
    given: `${DEFAULT}\ncontainers: [{ name: web, ${profile('Unconfined')} }]`,
    outcome: 'fail',
    at: [`${APP}[0].${PROFILE}.type`],
  },
  {
    name: 'a bad pod fails even where every container overrides it',
    given: `${profile('Unconfined')}\ncontainers: [{ name: web, ${DEFAULT} }]`,
    outcome: 'fail',
    at: [`${POD}.type`],
  },
  {
    name: 'a bad pod is named once, not for each container',
    given: `${profile('Unconfined')}\ncontainers: [{ name: a }, { name: b }]`,
    outcome: 'fail',
    at: [`${POD}.type`],
  },
  {
    name: 'settings without a type are a bad value',
    given: `${DEFAULT}
containers: [{ name: web, securityContext: { seccompProfile: {} } }]`,
    outcome: 'fail',
    at: [`${APP}[0].${PROFILE}.type`],
  },
  {
    name: 'init containers and sidecars count',
    given: `initContainers: [{ name: setup }, { name: mesh, restartPolicy: Always }]
containers: [{ name: web, ${DEFAULT} }]`,
    outcome: 'fail',
    at: [
      `spec.template.spec.initContainers[0].${PROFILE}`,
      `spec.template.spec.initContainers[1].${PROFILE}`,
    ],
  },
  {
    name: 'an ephemeral container is reported and never scored',
    given: `containers: [{ name: web, ${DEFAULT} }]
ephemeralContainers: [{ name: debug }]`,
    outcome: 'fail',
    severity: 'info',
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
    name: 'an annotation is no profile, and a note says so',
    given: `
apiVersion: v1
kind: Pod
metadata: { name: web, annotations: { seccomp.security.alpha.kubernetes.io/pod: runtime/default } }
spec: { containers: [{ name: web }] }`,
    outcome: 'fail',
    note: /no effect/,
  },
  {
    name: 'a type of the wrong type',
    given: `containers: [{ name: web, ${profile('1')} }]`,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [`${APP}[0].${PROFILE}.type`],
  },
]);

describe('patch', () => {
  const RUNTIME_DEFAULT = { seccompProfile: { type: 'RuntimeDefault' } };
  const patchOf = (given: string) =>
    seccompProfile.patch?.(
      judgeCase(seccompProfile, { name: '', given, outcome: 'fail' })
        .violations,
    );

  it('sets the pod, and the containers that say otherwise', () => {
    expect(
      patchOf(
        `containers: [{ name: a }, { name: b, ${profile('Unconfined')} }]`,
      ),
    ).toEqual({
      securityContext: RUNTIME_DEFAULT,
      containers: [{ name: 'b', securityContext: RUNTIME_DEFAULT }],
    });
  });

  it('leaves a good pod as it is', () => {
    expect(
      patchOf(
        `${profile('Localhost')}\ncontainers: [{ name: a, ${profile(
          'Unconfined',
        )} }]`,
      ),
    ).toEqual({
      containers: [{ name: 'a', securityContext: RUNTIME_DEFAULT }],
    });
  });

  it('mends a bad pod', () => {
    expect(
      patchOf(`${profile('Unconfined')}\ncontainers: [{ name: web }]`),
    ).toEqual({ securityContext: RUNTIME_DEFAULT });
  });

  it('cannot reach an ephemeral container', () => {
    expect(
      patchOf(`containers: [{ name: web, ${DEFAULT} }]
ephemeralContainers: [{ name: debug }]`),
    ).toBeUndefined();
  });
});
