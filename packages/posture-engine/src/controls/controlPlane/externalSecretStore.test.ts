import { NOTHING, testControl } from '../../testing';
import { externalSecretStore } from './externalSecretStore';

const serving = (...groups: readonly string[]) => ({
  given: NOTHING,
  fromCluster: true,
  evidence: {
    servedResources: groups.map(group => ({ group, plural: 'things' })),
  },
});

testControl(externalSecretStore, [
  ...[
    ['external-secrets.io', 'External Secrets Operator'],
    ['secrets-store.csi.x-k8s.io', 'Secrets Store CSI driver'],
    ['secrets.hashicorp.com', 'Vault Secrets Operator'],
    ['bitnami.com', 'Sealed Secrets'],
  ].map(([group, note]) => ({
    name: group,
    ...serving('apps', group),
    outcome: 'pass' as const,
    note,
  })),
  {
    name: 'none of them',
    ...serving('apps', 'cert-manager.io'),
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'a group that only ends alike',
    ...serving('my.external-secrets.io'),
    outcome: 'fail',
  },
  {
    name: 'kinds that may not be listed',
    given: NOTHING,
    fromCluster: true,
    unread: { servedResources: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
]);
