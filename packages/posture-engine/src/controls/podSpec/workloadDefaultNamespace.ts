import { defineControl, fail, pass } from '../../kit';

export const workloadDefaultNamespace = defineControl({
  id: 'workload-default-namespace',
  title: 'Workloads run in a namespace of their own',
  failureTitle: 'A workload runs in the namespace default',
  why: 'Rights, quotas and network rules are given by namespace, and in `default` everything that nobody placed shares them.',
  fix: 'Set `metadata.namespace` to a namespace of the team or service.',
  severity: 'low',
  category: 'podSpec',
  scope: 'workload',
  frameworks: {
    nsa: ['N1'],
    cis: { '1.12': ['5.6.4'] },
    'nist-800-190': ['4.3.3'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  ],
  needs: [],
  reads:
    '`metadata.namespace`. A manifest that names none is taken to go to `default`.',
  notes:
    'Charts often leave the namespace to the tool that installs them: scan what that tool renders.',
  examples: {
    pass: ['containers: [{ name: web }]'],
    fail: [
      `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: default }
spec: { containers: [{ name: web }] }`,
      `apiVersion: v1
kind: Pod
metadata: { name: web }
spec: { containers: [{ name: web }] }`,
    ],
  },
  evaluate({ namespace, subject }) {
    if (namespace !== 'default') return pass();
    return fail([
      {
        path: 'metadata.namespace',
        field: 'metadata.namespace',
        message: subject.namespace
          ? 'the workload runs in the namespace default'
          : 'the manifest names no namespace',
        ...(subject.namespace ? { actual: subject.namespace } : {}),
        expected: 'a namespace of the team or service',
      },
    ]);
  },
});
