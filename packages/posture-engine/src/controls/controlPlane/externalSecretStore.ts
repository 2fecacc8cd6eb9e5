import { agentsOf } from '../../data/agents';
import { ControlContext } from '../../model/control';
import { defineClusterControl, fail, pass } from '../../kit';

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata: { name: shop }`;

const serving = (group: string, plural: string) => ({
  given: NAMESPACE,
  surroundings: {
    fromCluster: true,
    evidence: { servedResources: [{ group, plural }] },
  },
});

export const externalSecretStore = defineClusterControl({
  id: 'external-secret-store',
  title: 'Secrets come from a store outside the cluster',
  failureTitle: 'No store for Secrets outside the cluster is in use',
  why: 'A store of its own gives out, renews and takes back passwords for every cluster, and writes down who read them.',
  fix: 'Weigh a store such as Vault or the one of your cloud, brought in by External Secrets Operator, the Secrets Store CSI driver or Vault Secrets Operator.',
  severity: 'info',
  category: 'controlPlane',
  scope: 'cluster',
  frameworks: {
    nsa: ['N7'],
    cis: { '1.12': ['5.4.2'] },
    'nist-800-190': ['4.1.4'],
    'owasp-k8s': ['K03'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/secrets-good-practices/#use-third-party-secret-store-providers',
  ],
  needs: ['servedResources'],
  reads:
    'Whether the cluster serves the custom resources of a program that brings Secrets from outside or stores them sealed: External Secrets Operator, the Secrets Store CSI driver, Vault Secrets Operator, Sealed Secrets.',
  notes:
    'For information, as the benchmark leaves it to judgement, and it costs nothing. That the resources are served does not show that every service uses them. Vault Agent Injector has none and is not seen.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [serving('external-secrets.io', 'externalsecrets')],
    fail: [NAMESPACE],
    notEvaluated: [
      {
        given: NAMESPACE,
        surroundings: {
          fromCluster: true,
          unread: { servedResources: 'forbidden' },
        },
      },
    ],
  },
  evaluate(_, { inventory, tables }: ControlContext<'servedResources'>) {
    const served = new Set(inventory.servedResources.map(({ group }) => group));
    const stores = agentsOf(tables.agents, 'secretStore').filter(agent =>
      agent.apiGroups?.some(group => served.has(group)),
    );
    return stores.length > 0
      ? pass(stores.map(({ name }) => name).join(', '))
      : fail([
          {
            path: '',
            field: 'secret store',
            message: 'the cluster serves no resource of a store for Secrets',
            expected: 'External Secrets Operator or the like',
          },
        ]);
  },
});
