import { defineClusterControl, notEvaluated } from '../../kit';

const ANY_NAMESPACE =
  'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }';

const attestedAs = (outcome: 'pass' | 'fail', expiresAt: number) => ({
  fromCluster: true,
  attestations: [
    {
      control: 'settings-review',
      outcome,
      author: 'user:default/vera',
      expiresAt,
    },
  ],
});

export const settingsReview = defineClusterControl({
  id: 'settings-review',
  title: 'People look through settings and rights every quarter',
  failureTitle: 'Nobody has looked through settings and rights this quarter',
  why: 'Rights and exceptions that were granted for a day stay for years unless someone asks whether they are still needed.',
  fix: 'Go through the role bindings, the exemptions and the findings of this cluster every 90 days, remove what is not needed, and attest to it with an expiry of at most 90 days.',
  severity: 'low',
  category: 'version',
  scope: 'cluster',
  frameworks: { nsa: ['A2', 'L1', 'U1'], 'nist-800-190': ['4.3.1'] },
  references: [
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  ],
  needs: [],
  reads:
    'Nothing in the cluster: that findings were stored does not show that anyone read them. An attestation by a person answers, until it expires.',
  notes:
    'The guide asks for periodic reviews without saying how often. 90 days were chosen: an attestation should expire 90 days after the review.',
  examples: {
    pass: [
      {
        given: ANY_NAMESPACE,
        surroundings: attestedAs('pass', Date.UTC(2027, 0, 15)),
      },
    ],
    fail: [
      {
        given: ANY_NAMESPACE,
        surroundings: attestedAs('fail', Date.UTC(2027, 0, 15)),
      },
    ],
    notEvaluated: [
      { given: ANY_NAMESPACE, surroundings: { fromCluster: true } },
      {
        given: ANY_NAMESPACE,
        surroundings: attestedAs('pass', Date.UTC(2026, 5, 1)),
      },
    ],
  },
  evaluate: () => notEvaluated('manual'),
});
