import { ControlContext } from '../../model/control';
import { ImportedDocument } from '../../model/evidence';
import { defineClusterControl, fail, notEvaluated, pass } from '../../kit';
import { dayOf } from '../../read/dates';
import { auditPolicyGaps } from '../../relate/controlPlane/auditPolicyGaps';

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata: { name: kube-system }`;

const policy = (...rules: readonly object[]) => ({
  given: NAMESPACE,
  surroundings: {
    fromCluster: true,
    evidence: {
      imports: [
        {
          kind: 'audit-policy' as const,
          receivedAt: Date.UTC(2026, 10, 2),
          document: { apiVersion: 'audit.k8s.io/v1', kind: 'Policy', rules },
        },
      ],
    },
  },
});

const SECRETS = {
  level: 'Metadata',
  resources: [
    { group: '', resources: ['secrets', 'configmaps'] },
    { group: 'authentication.k8s.io', resources: ['tokenreviews'] },
  ],
};

export const auditPolicyCoverage = defineClusterControl({
  id: 'audit-policy-coverage',
  title: 'The audit log holds what matters, and no Secrets',
  failureTitle: 'The audit log misses what matters, or holds Secrets',
  why: 'An audit log that leaves out shells into pods tells nothing of a break-in, and one that writes out Secrets is a break-in waiting.',
  fix: `Start from this policy, and import yours as JSON after each change:

\`\`\`yaml
apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived]
rules:
  - level: Metadata
    resources:
      - { group: "", resources: [secrets, configmaps, serviceaccounts/token] }
      - { group: authentication.k8s.io, resources: [tokenreviews] }
  - level: None
    users: ["system:kube-proxy"]
    verbs: [watch]
  - level: RequestResponse
    resources:
      - { group: "", resources: [pods, pods/exec, pods/portforward, pods/proxy, services/proxy] }
      - { group: apps, resources: [deployments] }
  - level: Metadata
\`\`\`

Do not copy appendix L of the NSA guide as it is: it writes out every Secret.`,
  severity: 'medium',
  category: 'controlPlane',
  scope: 'controlPlane',
  frameworks: {
    nsa: ['L2'],
    cis: { '1.12': ['3.2.2'] },
    'owasp-k8s': ['K10'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#audit-policy',
  ],
  needs: ['imports'],
  reads:
    'The audit policy that was imported last, as JSON. The first rule that matches a request decides. Secrets, ConfigMaps and TokenReviews have to be logged at the level Metadata; pods, Deployments, and the subresources `exec`, `portforward` and `proxy` of pods at any level but None. Without a policy a person has to attest it.',
  notes:
    'Rules for named users or groups may leave out their requests, and rules for reading verbs the reading of pods and Deployments; everything else that is left out counts. A rule that logs the body of Secrets for anyone counts, named users included. No API shows the policy: what is judged is what was imported.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [policy(SECRETS, { level: 'Metadata' })],
    fail: [
      policy({ level: 'RequestResponse' }),
      policy(SECRETS, {
        level: 'Request',
        resources: [{ group: '', resources: ['pods'] }],
      }),
    ],
    notEvaluated: [NAMESPACE],
  },
  evaluate(_, { inventory }: ControlContext<'imports'>) {
    const newest = newestPolicy(inventory.imports);
    if (!newest) return notEvaluated('manual', 'no audit policy was imported');
    const note = `from the audit policy imported on ${dayOf(
      newest.receivedAt,
    )}`;
    const gaps = auditPolicyGaps(newest.document);
    return gaps.length === 0
      ? pass(note)
      : fail(
          gaps.map(({ resource, rule, problem, level }) => ({
            path: rule === undefined ? 'rules' : `rules[${rule}]`,
            field: `audit policy ${resource}`,
            message: `${resource} ${problem}`,
            ...(level === undefined ? {} : { actual: level }),
            expected: 'Metadata',
          })),
          { note },
        );
  },
});

function newestPolicy(
  imports: readonly ImportedDocument[],
): ImportedDocument | undefined {
  return imports
    .filter(({ kind }) => kind === 'audit-policy')
    .reduce<ImportedDocument | undefined>(
      (newest, one) =>
        newest && newest.receivedAt >= one.receivedAt ? newest : one,
      undefined,
    );
}
