import { agentsOf } from '../../data/agents';
import { ControlContext } from '../../model/control';
import { defineClusterControl, notEvaluated, unlessMissing } from '../../kit';

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata: { name: kube-system }`;

const attested = (outcome: 'pass' | 'fail') => ({
  given: NAMESPACE,
  surroundings: {
    fromCluster: true,
    attestations: [
      {
        control: 'backup-encryption',
        outcome,
        author: 'user:default/vera',
        expiresAt: Date.UTC(2027, 0, 1),
      },
    ],
  },
});

export const backupEncryption = defineClusterControl({
  id: 'backup-encryption',
  title: 'Backups of the cluster are encrypted',
  failureTitle: 'Backups of the cluster are not encrypted',
  why: 'A backup of etcd holds every Secret of every service, and lies where fewer people watch it than the cluster.',
  fix: 'Encrypt snapshots of etcd before they leave the node, or store them in a bucket that is encrypted with a key of its own, and keep that key elsewhere than the backup. Then attest it.',
  severity: 'medium',
  category: 'controlPlane',
  scope: 'cluster',
  frameworks: {
    nsa: ['N7'],
    'nist-800-190': ['4.1.4'],
    'owasp-k8s': ['K03'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#backing-up-an-etcd-cluster',
  ],
  needs: ['servedResources'],
  reads:
    'An attestation, as no API shows how backups are stored. Whether the cluster serves the resources of Velero is noted.',
  notes:
    'Where no backup is made at all, attest a failure: there is nothing to encrypt, and nothing to return to.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [attested('pass')],
    fail: [attested('fail')],
    notEvaluated: [NAMESPACE],
  },
  evaluate(_, { inventory, tables }: ControlContext<'servedResources'>) {
    const served = unlessMissing(() => inventory.servedResources) ?? [];
    const groups = new Set(served.map(({ group }) => group));
    const tools = agentsOf(tables.agents, 'backup').filter(agent =>
      agent.apiGroups?.some(group => groups.has(group)),
    );
    return notEvaluated(
      'manual',
      tools.length > 0
        ? `${tools.map(({ name }) => name).join(', ')} makes backups here`
        : undefined,
    );
  },
});
