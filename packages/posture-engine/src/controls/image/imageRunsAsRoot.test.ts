import { ControlCase, testControl } from '../../testing';
import { imageRunsAsRoot } from './imageRunsAsRoot';

const web = (container = 'tty: false', rest = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec:
      ${rest || 'hostPID: false'}
      containers:
        - { name: web, image: "registry.example.com/web:1.4", ${container} }
---
`;

const result = (
  outcome: string,
  policy = 'AVD-DS-0002',
) => `apiVersion: wgpolicyk8s.io/v1alpha2
kind: PolicyReport
metadata: { name: trivy-web, namespace: shop }
results:
  - source: trivy
    policy: ${policy}
    result: ${outcome}
    resources: [{ kind: Deployment, name: web, namespace: shop }]
`;

const scoped = `apiVersion: openreports.io/v1alpha1
kind: Report
metadata: { name: web, namespace: shop }
scope: { kind: Deployment, name: web }
results: [{ source: trivy, policy: images, rule: DS002, result: fail }]
`;

const rows: readonly ControlCase[] = [
  {
    name: 'an image that runs as root',
    given: web() + result('fail'),
    outcome: 'fail',
    at: ['PolicyReport shop/trivy-web'],
    message: 'the image names no user, or root',
  },
  {
    name: 'an image with a user',
    given: web() + result('pass'),
    outcome: 'pass',
  },
  {
    name: 'a report of OpenReports that names the workload as its scope',
    given: web() + scoped,
    outcome: 'fail',
  },
  {
    name: 'a pod that names a user',
    given: web('securityContext: { runAsUser: 10001 }') + result('fail'),
    outcome: 'pass',
    note: 'every pod names a user',
  },
  {
    name: 'a pod that asks for a user other than root',
    given: web('tty: false', 'securityContext: { runAsNonRoot: true }'),
    outcome: 'pass',
  },
  {
    name: 'a pod that names root',
    given:
      web('securityContext: { runAsUser: 0, runAsNonRoot: true }') +
      result('fail'),
    outcome: 'fail',
  },
  {
    name: 'a result of another check',
    given: web() + result('fail', 'AVD-DS-0001'),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'a result that was skipped',
    given: web() + result('skip'),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'a result about a workload that runs another image too',
    given:
      web('tty: false').replace(
        '---',
        '        - { name: proxy, image: "registry.example.com/proxy:2" }\n---',
      ) + result('fail'),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'half a report',
    given: `${web()}apiVersion: wgpolicyk8s.io/v1alpha2
kind: PolicyReport
metadata: { name: trivy-web, namespace: shop }
results: [7, { result: fail }, { resources: [{}], result: 3 }]`,
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'reports that may not be read',
    given: web(),
    unread: { openReports: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
];

testControl(
  imageRunsAsRoot,
  rows.map(row => ({ fromCluster: true, ...row })),
);
