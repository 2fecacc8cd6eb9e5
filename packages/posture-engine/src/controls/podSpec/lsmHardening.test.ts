import { judgeCase, testControl } from '../../testing';
import { lsmHardening } from './lsmHardening';

const APP = 'spec.template.spec.containers[0].securityContext';
const SECCOMP = 'seccompProfile: { type: RuntimeDefault }';

const context = (fields: string) => `securityContext: { ${fields} }`;
const web = (fields: string) =>
  `containers: [{ name: web, ${context(fields)} }]`;
const annotated = (value: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations: { container.apparmor.security.beta.kubernetes.io/web: ${value} }
spec: { containers: [{ name: web }] }`;

testControl(lsmHardening, [
  {
    name: 'nothing at all',
    given: 'containers: [{ name: web }]',
    outcome: 'fail',
    severity: 'info',
    at: [APP],
  },
  ...[
    SECCOMP,
    'seccompProfile: { type: Localhost }',
    'appArmorProfile: { type: RuntimeDefault }',
    'seLinuxOptions: { level: "s0:c1" }',
    'seLinuxOptions: { type: container_t }',
    'capabilities: { drop: [NET_RAW] }',
    'capabilities: { drop: [NET_RAW], add: [NET_ADMIN] }',
  ].map(fields => ({
    name: `enough: ${fields}`,
    given: web(fields),
    outcome: 'pass' as const,
  })),
  ...[
    'seccompProfile: { type: Unconfined }',
    'seccompProfile: {}',
    'appArmorProfile: { type: Unconfined }',
    'appArmorProfile: {}',
    'seLinuxOptions: {}',
    'seLinuxOptions: { type: spc_t }',
    'seLinuxOptions: { type: spc_t, level: "s0:c1" }',
    'capabilities: { drop: [] }',
    'capabilities: { drop: [NET_RAW], add: [ALL] }',
    'capabilities: { drop: [NET_RAW], add: [cap_all] }',
    'capabilities: null',
  ].map(fields => ({
    name: `not enough: ${fields}`,
    given: web(fields),
    outcome: 'fail' as const,
    at: [APP],
  })),
  ...[
    SECCOMP,
    'appArmorProfile: { type: RuntimeDefault }',
    'seLinuxOptions: { type: container_t }',
  ].map(fields => ({
    name: `enough on the pod: ${fields}`,
    given: `${context(fields)}\ncontainers: [{ name: web }]`,
    outcome: 'pass' as const,
  })),
  {
    name: 'a container overrides its pod',
    given: `${context(SECCOMP)}\n${web(
      'seccompProfile: { type: Unconfined }',
    )}`,
    outcome: 'fail',
    at: [APP],
  },
  {
    name: 'container_engine_t is a label of containers from 1.31 on',
    given: web('seLinuxOptions: { type: container_engine_t }'),
    kubernetesVersion: '1.31',
    outcome: 'pass',
  },
  {
    name: 'container_engine_t is none before 1.31',
    given: web('seLinuxOptions: { type: container_engine_t }'),
    kubernetesVersion: '1.30',
    outcome: 'fail',
  },
  {
    name: 'an AppArmor annotation is enough',
    given: annotated('localhost/web'),
    outcome: 'pass',
  },
  {
    name: 'an AppArmor annotation that switches it off is not',
    given: annotated('unconfined'),
    outcome: 'fail',
  },
  {
    name: 'a hardened container that is privileged is a consequence',
    given: web(`privileged: true, ${SECCOMP}`),
    outcome: 'fail',
    at: [`${APP}.privileged`],
    consequenceOf: 'privileged-container',
  },
  {
    name: 'a privileged container without any has both places',
    given: web('privileged: true'),
    outcome: 'fail',
    at: [`${APP}.privileged`, APP],
  },
  {
    name: 'each container by itself, init containers and sidecars among them',
    given: `initContainers: [{ name: setup }, { name: mesh, restartPolicy: Always }]
${web(SECCOMP)}`,
    outcome: 'fail',
    at: [
      'spec.template.spec.initContainers[0].securityContext',
      'spec.template.spec.initContainers[1].securityContext',
    ],
  },
  {
    name: 'Windows has none of these fields',
    given: 'os: { name: windows }\ncontainers: [{ name: web }]',
    outcome: 'notApplicable',
    reason: 'windows',
  },
  {
    name: 'a word is no profile',
    given: web('seccompProfile: RuntimeDefault'),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [`${APP}.seccompProfile`],
  },
]);

it('gives each container the filter of its runtime, and takes privileged away', () => {
  const { violations } = judgeCase(lsmHardening, {
    name: '',
    given: `containers: [{ name: a }, { name: b, ${context(
      'privileged: true',
    )} }, { name: c, ${context(`privileged: true, ${SECCOMP}`)} }]`,
    outcome: 'fail',
  });
  const seccompProfile = { type: 'RuntimeDefault' };
  expect(lsmHardening.patch?.(violations)).toEqual({
    containers: [
      { name: 'a', securityContext: { seccompProfile } },
      { name: 'b', securityContext: { privileged: false, seccompProfile } },
      { name: 'c', securityContext: { privileged: false } },
    ],
  });
});
