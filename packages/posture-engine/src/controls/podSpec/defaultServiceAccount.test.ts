import { judgeCase, testControl } from '../../testing';
import { defaultServiceAccount } from './defaultServiceAccount';

const AT = ['spec.template.spec.serviceAccountName'];
const PROJECTED = `containers: [{ name: web }]
automountServiceAccountToken: false
volumes: [{ name: vault, projected: { sources: [{ serviceAccountToken: { path: token } }] } }]`;

testControl(defaultServiceAccount, [
  {
    name: 'no account named',
    given: 'containers: [{ name: web }]',
    outcome: 'fail',
    severity: 'low',
    at: AT,
    message: 'the token of the account "default" is mounted',
  },
  {
    name: 'default by name, in the deprecated field',
    given: 'serviceAccount: default\ncontainers: [{ name: web }]',
    outcome: 'fail',
    at: AT,
  },
  {
    name: 'an empty name is no name',
    given: 'serviceAccountName: ""\ncontainers: [{ name: web }]',
    outcome: 'fail',
  },
  {
    name: 'an account of its own, without reading accounts',
    given: 'serviceAccountName: web\ncontainers: [{ name: web }]',
    unread: { serviceAccounts: 'forbidden' },
    outcome: 'pass',
  },
  {
    name: 'no token, no noise',
    given: 'automountServiceAccountToken: false\ncontainers: [{ name: web }]',
    unread: { serviceAccounts: 'forbidden' },
    outcome: 'pass',
  },
  {
    name: 'the account itself mounts no token',
    given: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web }] }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: default, namespace: shop }
automountServiceAccountToken: false`,
    outcome: 'pass',
  },
  {
    name: 'a projected token is a token',
    given: PROJECTED,
    outcome: 'fail',
    message: 'a volume projects a token of the account "default"',
  },
  {
    name: 'accounts that cannot be listed, and the pod silent',
    given: 'containers: [{ name: web }]',
    unread: { serviceAccounts: 'unreachable' },
    outcome: 'notEvaluated',
    reason: 'unreachable',
  },
  {
    name: 'a name of the wrong type is no pass',
    given: 'serviceAccountName: 7\ncontainers: [{ name: web }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: AT,
  },
]);

describe('patch', () => {
  const patchFor = (given: string) =>
    defaultServiceAccount.patch?.(
      judgeCase(defaultServiceAccount, { name: '', given, outcome: 'fail' })
        .violations,
    );

  it('takes the token away', () => {
    expect(patchFor('containers: [{ name: web }]')).toEqual({
      automountServiceAccountToken: false,
    });
  });

  it('does not take away a token that a volume projects on purpose', () => {
    expect(patchFor(PROJECTED)).toBeUndefined();
  });
});
