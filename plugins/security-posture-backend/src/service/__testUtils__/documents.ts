/** What kube-bench prints of one node, shortened. */
export const KUBE_BENCH = {
  Controls: [
    {
      id: '4',
      version: 'cis-1.10',
      detected_version: '1.29',
      text: 'Worker Node Security Configuration',
      node_type: 'node',
      tests: [
        {
          section: '4.2',
          desc: 'Kubelet',
          pass: 1,
          fail: 1,
          results: [
            {
              test_number: '4.2.1',
              test_desc: 'Ensure that the --anonymous-auth argument is false',
              status: 'PASS',
              scored: true,
              remediation: 'Edit the configuration file',
              actual_value: '--token-auth-file=very-secret',
            },
            { test_number: '4.2.6', status: 'FAIL', scored: true },
          ],
        },
      ],
      total_pass: 1,
    },
  ],
  Totals: { total_pass: 1 },
};

/** An audit policy of one rule. */
export const AUDIT_POLICY = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  metadata: { annotations: { note: 'not kept' } },
  rules: [
    {
      level: 'Metadata',
      verbs: ['create'],
      resources: [{ group: '', resources: ['secrets'] }],
    },
  ],
};
