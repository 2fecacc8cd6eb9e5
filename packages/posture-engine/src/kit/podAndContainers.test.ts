import { Judgement } from '../model/finding';
import { Severity } from '../model/severity';
import { ControlCase, testControl } from '../testing';
import { Breaches } from './breach';
import { defineControl } from './defineControl';
import { podAndContainers } from './podAndContainers';

/** A control of severity medium: `runAsUser` names the severity of a place by its number. */
const BY_USER: readonly (Severity | undefined)[] = [
  undefined,
  'critical',
  'low',
];

function breachOf(runAsUser: number | undefined): Breaches {
  if (runAsUser === undefined) return undefined;
  const severity = BY_USER[runAsUser];
  return {
    at: 'securityContext.runAsUser',
    message: 'the user is set',
    ...(severity ? { severity } : {}),
  };
}

const evaluate = podAndContainers({
  pod: workload => breachOf(workload.securityContext.runAsUser),
  container: container => breachOf(container.securityContext.runAsUser),
});
const notOnWindows = podAndContainers(
  {
    pod: workload => breachOf(workload.securityContext.runAsUser),
    container: container => breachOf(container.securityContext.runAsUser),
  },
  { notOnWindows: { sinceMinor: 25 } },
);

function controlWith(
  rule: (...args: Parameters<typeof evaluate>) => Judgement,
) {
  return defineControl({
    id: 'user-unset',
    title: 'No user is set',
    failureTitle: 'A user is set',
    why: 'The test wants to know.',
    fix: 'Unset it.',
    severity: 'medium',
    category: 'podSpec',
    scope: 'container',
    frameworks: {},
    references: [],
    needs: [],
    reads: 'The user.',
    examples: { pass: [], fail: [] },
    evaluate: rule,
  });
}

const POD = 'spec.template.spec.securityContext.runAsUser';
const FIRST = 'spec.template.spec.containers[0].securityContext.runAsUser';
const EPHEMERAL =
  'spec.template.spec.ephemeralContainers[0].securityContext.runAsUser';

const user = (value: unknown) => `securityContext: { runAsUser: ${value} }`;
const both = (pod: unknown, container: unknown, rest = '') => `
${user(pod)}
containers: [{ name: web, ${user(container)} }]
${rest}`;

const severities: readonly [string, string, Severity, string[]][] = [
  ['both plain', both(0, 0), 'medium', [POD, FIRST]],
  ['a graver container beside the pod', both(0, 1), 'critical', [POD, FIRST]],
  ['a graver pod beside a container', both(1, 0), 'critical', [POD, FIRST]],
  ['a milder container beside a plain pod', both(0, 2), 'medium', [POD, FIRST]],
  ['a milder pod beside a plain container', both(2, 0), 'medium', [POD, FIRST]],
  ['both milder', both(2, 2), 'low', [POD, FIRST]],
  ['the pod alone', both(1, null), 'critical', [POD]],
  ['a container alone', both(null, 1), 'critical', [FIRST]],
  [
    'a plain container beside a milder one',
    'containers: [{ name: a, securityContext: { runAsUser: 2 } }, { name: b, securityContext: { runAsUser: 0 } }]',
    'medium',
    [FIRST, FIRST.replace('[0]', '[1]')],
  ],
  [
    'an ephemeral container lowers no pod',
    both(0, null, `ephemeralContainers: [{ name: debug, ${user(1)} }]`),
    'medium',
    [POD, EPHEMERAL],
  ],
  [
    'an ephemeral container alone',
    both(null, null, `ephemeralContainers: [{ name: debug, ${user(1)} }]`),
    'info',
    [EPHEMERAL],
  ],
];

testControl(controlWith(evaluate), [
  ...severities.map(
    ([name, given, severity, at]): ControlCase => ({
      name: `severity: ${name}`,
      given,
      outcome: 'fail',
      severity,
      at,
    }),
  ),
  {
    name: 'severity: an ephemeral container alone, for Pod Security Admission',
    given: both(
      null,
      null,
      `ephemeralContainers: [{ name: debug, ${user(1)} }]`,
    ),
    podSecurityLevel: 'baseline',
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'neither breaks it',
    given: both(null, null),
    outcome: 'pass',
  },
  {
    name: 'a pod that cannot be read hides no container',
    given: both('"root"', 1),
    outcome: 'fail',
    severity: 'critical',
    at: [FIRST],
  },
  {
    name: 'a container that cannot be read hides no pod',
    given: both(1, '"root"'),
    outcome: 'fail',
    severity: 'critical',
    at: [POD],
  },
  {
    name: 'a pod that cannot be read is no pass',
    given: both('"root"', null),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [POD],
  },
  {
    name: 'a container that cannot be read is no pass',
    given: both(null, '"root"'),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [FIRST],
  },
]);

describe('on Windows', () => {
  testControl(controlWith(notOnWindows), [
    {
      name: 'a pod is exempt from the version on',
      given: `os: { name: windows }\n${both(0, 0)}`,
      kubernetesVersion: '1.25',
      outcome: 'notApplicable',
      reason: 'windows',
    },
    {
      name: 'a pod is judged below that version',
      given: `os: { name: windows }\n${both(0, 0)}`,
      kubernetesVersion: '1.24',
      outcome: 'fail',
    },
    {
      name: 'a node selector exempts from nothing, and the failure says what would',
      given: `nodeSelector: { kubernetes.io/os: windows }\n${both(0, null)}`,
      outcome: 'fail',
      note: /spec\.os\.name/,
    },
    {
      name: 'a node selector of the wrong type hides no failure',
      given: `nodeSelector: windows\n${both(0, 0)}`,
      outcome: 'fail',
      at: [POD, FIRST],
    },
  ]);
});
