import { defineClusterControl, notEvaluated } from '../../kit';

const ANY_NAMESPACE =
  'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }';

const attestedAs = (outcome: 'pass' | 'fail', expiresAt: number) => ({
  fromCluster: true,
  attestations: [
    {
      control: 'penetration-test',
      outcome,
      author: 'user:default/vera',
      expiresAt,
    },
  ],
});

export const penetrationTest = defineClusterControl({
  id: 'penetration-test',
  title: 'The cluster is tested by people who try to break in',
  failureTitle: 'Nobody has tried to break into the cluster within a year',
  why: 'People who try to break in find ways through several small gaps at once, which no single check sees.',
  fix: 'Have the cluster tested at least once a year, by people who do not run it, and attest to it with a link to the report and an expiry of at most 12 months after the test.',
  severity: 'low',
  category: 'version',
  scope: 'cluster',
  frameworks: { nsa: ['U1'] },
  references: [
    'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF',
  ],
  needs: [],
  reads:
    'Nothing in the cluster: no API shows a test. An attestation by a person answers, until it expires.',
  notes:
    'The guide asks for penetration tests without saying how often. Once a year was chosen: an attestation should expire 12 months after the test.',
  examples: {
    pass: [
      {
        given: ANY_NAMESPACE,
        surroundings: attestedAs('pass', Date.UTC(2027, 5, 1)),
      },
    ],
    fail: [
      {
        given: ANY_NAMESPACE,
        surroundings: attestedAs('fail', Date.UTC(2027, 5, 1)),
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
