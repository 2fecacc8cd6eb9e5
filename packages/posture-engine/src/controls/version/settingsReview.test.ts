import { testControl } from '../../testing';
import { settingsReview } from './settingsReview';

const ANY = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }';
const attested = (
  outcome: 'pass' | 'fail',
  expiresAt: number,
  control = 'settings-review',
) => ({
  given: ANY,
  fromCluster: true,
  attestations: [{ control, outcome, author: 'user:default/vera', expiresAt }],
});
const LATER = Date.UTC(2027, 0, 1);

testControl(settingsReview, [
  {
    name: 'nobody said anything',
    given: ANY,
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'attested',
    ...attested('pass', LATER),
    outcome: 'pass',
    note: 'attested by user:default/vera until 2027-01-01',
  },
  {
    name: 'attested that it is not so',
    ...attested('fail', LATER),
    outcome: 'fail',
    severity: 'low',
  },
  {
    name: 'the attestation expired',
    ...attested('pass', Date.UTC(2026, 10, 1)),
    outcome: 'notEvaluated',
    reason: 'manual',
    note: 'the attestation expired on 2026-11-01',
  },
  {
    name: 'an attestation of something else',
    ...attested('pass', LATER, 'backup-encryption'),
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'manifests',
    given: ANY,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
]);
