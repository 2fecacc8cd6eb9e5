import { judgeCase, testControl } from '../../testing';
import { userNamespace } from './userNamespace';

const OWN_USERS = `hostUsers: false
containers: [{ name: web }]`;

const GATE =
  'on nodes below Kubernetes 1.33 this takes effect only with the feature gate UserNamespacesSupport';

const node = (kubeletVersion: string) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: kubeletVersion },
  status: { nodeInfo: { kubeletVersion } },
});

testControl(userNamespace, [
  {
    name: 'unset is advice',
    given: 'containers: [{ name: web }]',
    outcome: 'fail',
    severity: 'info',
    at: ['spec.template.spec.hostUsers'],
    message: 'users of the pod are users of its node',
  },
  {
    name: 'true is advice, never more',
    given: `hostUsers: true
containers: [{ name: web }]`,
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'null equals absent',
    given: `hostUsers: null
containers: [{ name: web }]`,
    outcome: 'fail',
    severity: 'info',
  },
  { name: 'false passes', given: OWN_USERS, outcome: 'pass' },
  {
    name: 'below 1.33 a pass says what it takes',
    given: OWN_USERS,
    kubernetesVersion: '1.32',
    outcome: 'pass',
    note: GATE,
  },
  {
    name: 'one older node is enough for the note',
    given: OWN_USERS,
    kubernetesVersion: '1.34',
    nodes: [node('v1.34.1'), node('v1.32.4')],
    outcome: 'pass',
    note: GATE,
  },
  {
    name: 'nodes that cannot be read change no verdict',
    given: OWN_USERS,
    unread: { nodes: 'forbidden' },
    outcome: 'pass',
  },
  {
    name: 'a string instead of a boolean is no pass',
    given: `hostUsers: "false"
containers: [{ name: web }]`,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.hostUsers'],
  },
]);

it.each([
  ['no nodes are read', undefined],
  ['every node is new enough', [node('v1.33.0')]],
  ['a node tells no version', [node('unknown')]],
])('adds no note at 1.33 where %s', (_, nodes) => {
  const finding = judgeCase(userNamespace, {
    name: 'note',
    given: OWN_USERS,
    kubernetesVersion: '1.33',
    ...(nodes ? { nodes } : {}),
    outcome: 'pass',
  });
  expect(finding.note).toBeUndefined();
});

it('patches the pod', () => {
  expect(userNamespace.patch?.([])).toEqual({ hostUsers: false });
});
