import { judgeCase, testControl } from '../../testing';
import { seccompProfile } from './seccompProfile';
import { seccompUnconfined } from './seccompUnconfined';

const POD = 'spec.template.spec.securityContext';
const APP = 'spec.template.spec.containers[0].securityContext';
const PRIVILEGED =
  'containers: [{ name: web, securityContext: { privileged: true } }]';

const profile = (fields: string) =>
  `securityContext: { seccompProfile: ${fields} }`;
const web = (fields: string) =>
  `containers: [{ name: web, ${profile(fields)} }]`;
const annotated = (key: string) => `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, annotations: { ${key}: runtime/default } }
spec: { containers: [{ name: web }] }`;
const onWindows = `os: { name: windows }\n${web('{ type: Unconfined }')}`;

testControl(seccompUnconfined, [
  {
    name: 'unset passes here',
    given: 'containers: [{ name: web }]',
    outcome: 'pass',
  },
  { name: 'null equals absent', given: web('null'), outcome: 'pass' },
  {
    name: 'RuntimeDefault',
    given: web('{ type: RuntimeDefault }'),
    outcome: 'pass',
  },
  { name: 'Localhost', given: web('{ type: Localhost }'), outcome: 'pass' },
  {
    name: 'Unconfined exists, and fails all the same',
    given: web('{ type: Unconfined }'),
    outcome: 'fail',
    severity: 'high',
    at: [`${APP}.seccompProfile.type`],
    message: 'container "web" sets the seccomp profile Unconfined',
  },
  {
    name: 'a type in another case is another type',
    given: web('{ type: runtimedefault }'),
    outcome: 'fail',
  },
  {
    name: 'settings without a type are a bad value',
    given: web('{}'),
    outcome: 'fail',
    at: [`${APP}.seccompProfile.type`],
    message: 'container "web" has seccomp settings without a type',
  },
  {
    name: 'a bad pod fails even where every container overrides it',
    given: `${profile('{ type: Unconfined }')}\n${web(
      '{ type: RuntimeDefault }',
    )}`,
    outcome: 'fail',
    at: [`${POD}.seccompProfile.type`],
  },
  {
    name: 'a good pod does not rescue a container',
    given: `${profile('{ type: RuntimeDefault }')}\n${web(
      '{ type: Unconfined }',
    )}`,
    outcome: 'fail',
    at: [`${APP}.seccompProfile.type`],
  },
  {
    name: 'init containers and sidecars count',
    given: `initContainers:
  - { name: setup, ${profile('{ type: Unconfined }')} }
  - { name: mesh, restartPolicy: Always, ${profile('{ type: Unconfined }')} }
containers: [{ name: web }]`,
    outcome: 'fail',
    at: [
      'spec.template.spec.initContainers[0].securityContext.seccompProfile.type',
      'spec.template.spec.initContainers[1].securityContext.seccompProfile.type',
    ],
  },
  {
    name: 'an ephemeral container is reported and never scored',
    given: `containers: [{ name: web }]
ephemeralContainers: [{ name: debug, ${profile('{ type: Unconfined }')} }]`,
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'a privileged container has no filter, as a consequence',
    given: PRIVILEGED,
    outcome: 'fail',
    at: [`${APP}.privileged`],
    consequenceOf: 'privileged-container',
  },
  {
    name: 'a privileged container has no filter whatever profile is set',
    given: `${profile('{ type: RuntimeDefault }')}\n${PRIVILEGED}`,
    outcome: 'fail',
    at: [`${APP}.privileged`],
  },
  {
    name: 'Admission knows no such consequence',
    given: PRIVILEGED,
    podSecurityLevel: 'baseline',
    outcome: 'pass',
  },
  {
    name: 'an annotation of the pod is noted from 1.27 on',
    given: annotated('seccomp.security.alpha.kubernetes.io/pod'),
    kubernetesVersion: '1.27',
    outcome: 'pass',
    note: /no effect/,
  },
  {
    name: 'an annotation of a container is noted, and rescues nothing',
    given: annotated(
      'container.seccomp.security.alpha.kubernetes.io/web',
    ).replace(
      '{ name: web }]',
      `{ name: web, ${profile('{ type: Unconfined }')} }]`,
    ),
    outcome: 'fail',
    note: /no effect/,
  },
  { name: 'Windows is not exempt', given: onWindows, outcome: 'fail' },
  {
    name: 'a word is no profile',
    given: web('RuntimeDefault'),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [`${APP}.seccompProfile`],
  },
]);

it.each([
  ['before 1.27', 'seccomp.security.alpha.kubernetes.io/pod', '1.26'],
  ['of another annotation', 'example.com/seccomp', '1.36'],
])('says nothing %s', (_, key, kubernetesVersion) => {
  const finding = judgeCase(seccompUnconfined, {
    name: '',
    given: annotated(key),
    kubernetesVersion,
    outcome: 'pass',
  });
  expect(finding.note).toBeUndefined();
});

it('lets no annotation of the wrong type change the verdict', () => {
  const finding = judgeCase(seccompUnconfined, {
    name: '',
    given: annotated('a').replace('runtime/default', '1'),
    outcome: 'pass',
  });
  expect(finding.outcome).toBe('pass');
});

it('sets the profile where it is bad, and takes privileged away', () => {
  const { violations } = judgeCase(seccompUnconfined, {
    name: '',
    given: `${profile('{}')}
containers:
  - { name: a, ${profile('{ type: Unconfined }')} }
  - { name: b, securityContext: { privileged: true } }
  - { name: c }`,
    outcome: 'fail',
  });
  const securityContext = { seccompProfile: { type: 'RuntimeDefault' } };
  expect(seccompUnconfined.patch?.(violations)).toEqual({
    securityContext,
    containers: [
      { name: 'a', securityContext },
      { name: 'b', securityContext: { privileged: false } },
    ],
  });
});

describe('the titles of seccomp-unconfined and seccomp-profile', () => {
  it.each(['title', 'failureTitle'] as const)(
    'tell apart what is switched off and what is not set: %s',
    text => {
      expect(seccompUnconfined[text]).toMatch(/switched off/);
      expect(seccompUnconfined[text]).not.toMatch(/profile/);
      expect(seccompProfile[text]).toMatch(/profile is set/);
      expect(seccompProfile[text]).not.toMatch(/off/);
    },
  );
});
