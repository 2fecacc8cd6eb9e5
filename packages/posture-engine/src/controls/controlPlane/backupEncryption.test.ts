import { NOTHING, testControl } from '../../testing';
import { backupEncryption } from './backupEncryption';

const ATTESTED = {
  control: 'backup-encryption',
  outcome: 'pass' as const,
  author: 'user:default/vera',
  expiresAt: Date.UTC(2027, 0, 1),
};

testControl(backupEncryption, [
  {
    name: 'nobody said anything',
    given: NOTHING,
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'Velero, which does not show where it stores',
    given: NOTHING,
    fromCluster: true,
    evidence: { servedResources: [{ group: 'velero.io', plural: 'backups' }] },
    outcome: 'notEvaluated',
    reason: 'manual',
    note: 'Velero makes backups here',
  },
  {
    name: 'attested',
    given: NOTHING,
    fromCluster: true,
    attestations: [ATTESTED],
    outcome: 'pass',
    note: /vera/,
  },
  {
    name: 'attested not to be so',
    given: NOTHING,
    fromCluster: true,
    attestations: [{ ...ATTESTED, outcome: 'fail' }],
    outcome: 'fail',
  },
  {
    name: 'attested once',
    given: NOTHING,
    fromCluster: true,
    attestations: [{ ...ATTESTED, expiresAt: Date.UTC(2026, 0, 1) }],
    outcome: 'notEvaluated',
    reason: 'manual',
    note: /expired/,
  },
  {
    name: 'manifests',
    given: NOTHING,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
]);
