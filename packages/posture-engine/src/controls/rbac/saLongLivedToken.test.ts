import { judgeCase, testControl } from '../../testing';
import { saLongLivedToken } from './saLongLivedToken';

const ACCOUNT = `apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }`;

const token = (account: string, rest = '') => `
---
apiVersion: v1
kind: Secret
metadata:
  name: token
  namespace: shop
  annotations: { kubernetes.io/service-account.name: ${account} }
  ${rest}
type: kubernetes.io/service-account-token`;

testControl(saLongLivedToken, [
  {
    name: 'no Secret',
    given: ACCOUNT,
    outcome: 'pass',
  },
  {
    name: 'a token that was used',
    given: `${ACCOUNT}${token(
      'web',
      'labels: { kubernetes.io/legacy-token-last-used: "2026-03-01" }',
    )}`,
    outcome: 'fail',
    severity: 'medium',
    at: ['Secret shop/token'],
    message:
      'Secret "token" holds a token that never expires, last used on 2026-03-01',
  },
  {
    name: 'a token whose last use is not known',
    given: `${ACCOUNT}${token('web')}`,
    outcome: 'fail',
    severity: 'medium',
    message:
      'Secret "token" holds a token that never expires, whose last use is not known',
  },
  {
    name: 'a token that was marked invalid',
    given: `${ACCOUNT}${token(
      'web',
      'labels: { kubernetes.io/legacy-token-invalid-since: "2026-03-01" }',
    )}`,
    outcome: 'pass',
    note: 'tokens that the cluster marked invalid are left',
  },
  {
    name: 'one of two marked invalid',
    given: `${ACCOUNT}${token(
      'web',
      'labels: { kubernetes.io/legacy-token-invalid-since: "2026-03-01" }',
    )}${token('web').replace('name: token', 'name: other')}`,
    outcome: 'fail',
    at: ['Secret shop/other'],
  },
  {
    name: 'a token of another account',
    given: `${ACCOUNT}${token('other')}`,
    outcome: 'pass',
  },
  {
    name: 'a token of that account in another namespace',
    given: `${ACCOUNT}${token('web').replace(
      'namespace: shop',
      'namespace: other',
    )}`,
    outcome: 'pass',
  },
  {
    name: 'a Secret of another type',
    given: `${ACCOUNT}${token('web').replace(
      'kubernetes.io/service-account-token',
      'Opaque',
    )}`,
    outcome: 'pass',
  },
  {
    name: 'annotations that are null',
    given: `${ACCOUNT}${token('web').replace(
      /annotations: .*/,
      'annotations: null',
    )}`,
    outcome: 'pass',
  },
  {
    name: 'an account that workloads only name',
    given: `apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\nspec: { serviceAccountName: web, containers: [{ name: web }] }${token(
      'web',
    )}`,
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'an account that workloads only name, without a token',
    given: `apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\nspec: { serviceAccountName: web, containers: [{ name: web }] }`,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'Secrets that nobody asked to read',
    given: ACCOUNT,
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { tokenSecrets: 'forbidden' },
  },
]);

describe('sa-long-lived-token', () => {
  it('shows nothing of the data, should it ever come', () => {
    const finding = judgeCase(saLongLivedToken, {
      name: '',
      given: `${ACCOUNT}${token('web')}\ndata: { token: aHVudGVyMg== }`,
      outcome: 'fail',
    });
    expect(finding.outcome).toBe('fail');
    expect(JSON.stringify(finding)).not.toContain('aHVudGVyMg');
  });
});
