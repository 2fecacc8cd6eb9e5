import { testControl } from '../../testing';
import { saExists } from './saExists';

const POD = `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { serviceAccountName: web, containers: [{ name: web }] }`;
const account = (namespace: string) => `apiVersion: v1
kind: ServiceAccount
metadata: { name: web${namespace} }`;

testControl(saExists, [
  {
    name: 'an account in another namespace does not help',
    given: `${POD}\n---\n${account(', namespace: bank')}`,
    outcome: 'fail',
    severity: 'low',
    at: ['spec.serviceAccountName'],
    message: 'there is no service account "web" in namespace "shop"',
  },
  {
    name: 'an account in the same namespace',
    given: `${POD}\n---\n${account(', namespace: shop')}`,
    outcome: 'pass',
  },
  {
    name: 'no namespace in either manifest is the namespace default',
    given: `${POD.replace(', namespace: shop', '')}\n---\n${account('')}`,
    outcome: 'pass',
  },
  {
    name: 'default is never missing, by name or by silence',
    given: 'serviceAccountName: default\ncontainers: [{ name: web }]',
    outcome: 'pass',
  },
  {
    name: 'accounts that cannot be listed',
    given: POD,
    unread: { serviceAccounts: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'a name of the wrong type',
    given: 'serviceAccountName: [web]\ncontainers: [{ name: web }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
]);
