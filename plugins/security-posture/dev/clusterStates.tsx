import { ClusterPage } from '../src/components/ClusterPage';
import { ClustersPage } from '../src/components/ClustersPage';
import {
  aClusterMatrix,
  aClusterOverview,
  aClusterView,
  aPreflight,
  aSilentCluster,
  anUnknownCluster,
} from '../src/testing/clusterSamples';
import { answering } from './sampleApis';
import type { GalleryState } from './states';

/** The board's clusters, and the page of one, in their states. */
export function clusterStates(): GalleryState[] {
  return [...listStates(), ...pageStates()];
}

function listStates(): GalleryState[] {
  const lists = {
    full: [aClusterView(), aSilentCluster(), anUnknownCluster()],
    answering: [aClusterView()],
    empty: [],
  };
  return Object.entries(lists).map(([state, items]) => ({
    id: `clusters-${state}`,
    element: <ClustersPage />,
    api: answering({
      clusters: { items },
      clusterMatrix: aClusterMatrix(),
    }),
  }));
}

function pageStates(): GalleryState[] {
  const clusters = {
    scanned: aClusterView(),
    silent: aSilentCluster(),
    unknown: anUnknownCluster(),
  };
  return Object.entries(clusters).map(([state, cluster]) => ({
    id: `cluster-${state}`,
    element: <ClusterPage />,
    api: answering({
      clusterOverview: aClusterOverview({ cluster }),
      preflight: aPreflight(),
    }),
  }));
}
