import { severityRank } from '../../model/severity';
import { judgeFirst, parseExample } from '../../testing';
import { FACTS } from '../../testing/facts';
import { clusterKnownCves } from './clusterKnownCves';
import { clusterVersionPatch } from './clusterVersionPatch';
import { clusterVersionSupported } from './clusterVersionSupported';
import { nodeOsSupported } from './nodeOsSupported';
import { nodeRuntimeSupported } from './nodeRuntimeSupported';
import { nodeVersionSkew } from './nodeVersionSkew';
import { unusedComponents } from './unusedComponents';

/** Clusters as their makers set them up in the days of the tables. */
const FRESH = [
  {
    maker: 'kubeadm',
    version: 'v1.36.4',
    osImage: 'Ubuntu 24.04.3 LTS',
    runtime: 'containerd://2.3.4',
    unseen: [],
  },
  {
    maker: 'kind',
    version: 'v1.36.4',
    osImage: 'Debian GNU/Linux 13 (trixie)',
    runtime: 'containerd://2.3.4',
    unseen: [],
  },
  {
    maker: 'k3s',
    version: 'v1.36.4+k3s1',
    osImage: 'Ubuntu 24.04.3 LTS',
    runtime: 'containerd://2.1.9-k3s1',
    unseen: [],
  },
  {
    maker: 'EKS',
    version: 'v1.35.6-eks-1a2b3c4',
    osImage: 'Amazon Linux 2023.12.20260817',
    runtime: 'containerd://2.1.9',
    label: 'eks.amazonaws.com/nodegroup',
    unseen: ['cluster-version-patch'],
  },
  {
    maker: 'GKE',
    version: 'v1.35.7-gke.1222000',
    osImage: 'Container-Optimized OS from Google',
    runtime: 'containerd://2.1.9',
    label: 'cloud.google.com/gke-nodepool',
    unseen: ['node-os-supported'],
  },
  {
    maker: 'AKS',
    version: 'v1.35.5',
    osImage: 'Microsoft Azure Linux 3.0',
    runtime: 'containerd://2.0.11',
    label: 'kubernetes.azure.com/agentpool',
    unseen: ['cluster-version-patch'],
  },
] as const;

type FreshCluster = (typeof FRESH)[number];

const CLUSTER_CONTROLS = [
  clusterVersionSupported,
  clusterVersionPatch,
  clusterKnownCves,
  unusedComponents,
];
const NODE_CONTROLS = [nodeVersionSkew, nodeOsSupported, nodeRuntimeSupported];

function findingsOf({ version, osImage, runtime, ...rest }: FreshCluster) {
  const label = 'label' in rest ? rest.label : 'kubernetes.io/os';
  const objects = parseExample(`apiVersion: v1
kind: Node
metadata: { name: node-1, labels: { ${label}: x } }
status:
  nodeInfo:
    kubeletVersion: ${version}
    osImage: ${osImage}
    operatingSystem: linux
    containerRuntimeVersion: ${runtime}`);
  const surroundings = {
    tables: FACTS,
    fromCluster: true,
    serverVersion: version,
    now: Date.parse(FACTS.supportDates.asOf),
  };
  return [
    ...judgeFirst(CLUSTER_CONTROLS, 'cluster', objects, surroundings),
    ...judgeFirst(NODE_CONTROLS, 'node', objects, surroundings),
  ];
}

describe('a fresh cluster', () => {
  it.each(FRESH.map(cluster => [cluster.maker, cluster] as const))(
    'of %s has no finding that weighs anything',
    (_, cluster) => {
      const grave = findingsOf(cluster).filter(
        ({ outcome, severity }) =>
          outcome === 'fail' && severityRank(severity) < severityRank('info'),
      );
      expect(grave).toEqual([]);
    },
  );

  it.each(FRESH.map(cluster => [cluster.maker, cluster] as const))(
    'of %s says what it could not see',
    (_, cluster) => {
      const unseen = findingsOf(cluster)
        .filter(({ outcome }) => outcome === 'notEvaluated')
        .map(({ control }) => control);
      expect(unseen).toEqual(cluster.unseen);
    },
  );
});
