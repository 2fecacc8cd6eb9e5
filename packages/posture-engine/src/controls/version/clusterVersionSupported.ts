import { Support } from '../../data/supportDates';
import { endedMessage, endingNote, lineName } from '../../data/supportWords';
import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import {
  byServerVersion,
  defineClusterControl,
  fail,
  judgedByTable,
  notEvaluated,
  pass,
  unlessMissing,
} from '../../kit';
import { supportOfMinor } from '../../relate/supportOfMinor';

export const clusterVersionSupported = defineClusterControl({
  id: 'cluster-version-supported',
  title: 'The Kubernetes version is supported',
  failureTitle: 'Nobody mends this version of Kubernetes any more',
  why: 'Security holes that are found in a version whose support has ended stay open, and attackers know which ones.',
  fix: 'Upgrade the control plane one minor at a time to a version that is supported for months to come, and the nodes after each step; read the list of removed APIs of each minor first. On a cluster of your own: `kubeadm upgrade plan`, then `kubeadm upgrade apply VERSION`. On managed services: `aws eks update-cluster-version --name NAME --kubernetes-version VERSION`, `az aks upgrade --resource-group GROUP --name NAME --kubernetes-version VERSION`, or `gcloud container clusters upgrade NAME --master --cluster-version VERSION`.',
  severity: 'high',
  category: 'version',
  scope: 'cluster',
  frameworks: {
    nsa: ['U1'],
    'nist-800-190': ['4.5.3'],
    'owasp-k8s': ['K07'],
  },
  references: [
    'https://kubernetes.io/releases/',
    'https://kubernetes.io/docs/tasks/administer-cluster/cluster-upgrade/',
  ],
  needs: ['nodes'],
  reads:
    'The version that the API server reports, and the table of support dates. Where the version or the labels of the nodes show a managed service or OpenShift, its own dates count, else those of the Kubernetes project. The last day of support still passes. Within 60 days of it the control passes with a note, as it does in extended support.',
  notes:
    'A version that is newer than the table, Kubernetes 1.37 say, is not evaluated: it is no fault to be ahead. The extended channel of GKE and long-term support of AKS have to be switched on, and no version shows that; AKS passes with a note then, GKE follows its standard channel. By a table older than 120 days the verdict says so, by one older than 240 days nothing passes.',
  examples: {
    pass: [
      {
        given: 'kind: Namespace\napiVersion: v1\nmetadata: { name: shop }',
        surroundings: { fromCluster: true, serverVersion: 'v1.36.4' },
      },
      {
        given: 'kind: Namespace\napiVersion: v1\nmetadata: { name: shop }',
        surroundings: {
          fromCluster: true,
          serverVersion: 'v1.33.5-eks-a1b2c3',
        },
      },
    ],
    fail: [
      {
        given: 'kind: Namespace\napiVersion: v1\nmetadata: { name: shop }',
        surroundings: { fromCluster: true, serverVersion: 'v1.34.11' },
      },
    ],
    notEvaluated: [
      {
        given: 'kind: Namespace\napiVersion: v1\nmetadata: { name: shop }',
        surroundings: { fromCluster: true, serverVersion: 'v1.37.0' },
      },
    ],
  },
  evaluate(_, context: ControlContext<'nodes'>): Judgement {
    const { serverVersion, inventory, tables, now } = context;
    return byServerVersion(serverVersion, ({ numbers: [, minor] }) => {
      const nodes = unlessMissing(() => inventory.nodes);
      const marks = { serverVersion, nodes };
      const { support } = supportOfMinor(minor, marks, tables, now);
      const { supportDates } = tables;
      return support
        ? judgedByTable(judgeSupport(support, minor), supportDates, now)
        : notEvaluated(
            'staleData',
            `Kubernetes 1.${minor} is not in the table of ${supportDates.asOf}`,
          );
    });
  },
});

function judgeSupport(support: Support, minor: number): Judgement {
  switch (support.state) {
    case 'supported':
      return pass();
    case 'ending':
      return pass(endingNote(support));
    case 'extended':
      return pass(extendedNote(support));
    default:
      return fail([
        {
          path: 'version',
          field: 'version',
          message: endedMessage(support),
          actual: `1.${minor}`,
          expected: 'a version that is supported',
        },
      ]);
  }
}

function extendedNote(support: Support): string {
  const { product, ends } = support;
  return product.extendedForEveryone
    ? `${lineName(support)} is in extended support until ${ends}`
    : `${lineName(
        support,
      )} is supported until ${ends} only where long-term support is switched on`;
}
