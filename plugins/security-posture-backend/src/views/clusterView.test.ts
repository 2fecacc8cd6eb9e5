import { aCluster, aDeadCluster, aPart, aSweep } from './__testUtils__/samples';
import { clusterFreshness } from './clusterFreshness';
import { clusterView } from './clusterView';

describe('clusterView', () => {
  it('shows a cluster with its last sweep', () => {
    const cluster = aCluster({ title: 'Production', production: true });
    expect(clusterView(cluster, 12, aSweep())).toEqual({
      name: 'prod-eu',
      title: 'Production',
      production: true,
      state: 'scanned',
      authProvider: 'serviceAccount',
      kubernetesVersion: 'v1.36.0',
      workloads: 12,
      lastSuccessAt: '2026-11-21T11:50:00.000Z',
      lastSweep: {
        number: 3,
        startedAt: '2026-11-21T11:49:00.000Z',
        finishedAt: '2026-11-21T11:50:00.000Z',
        status: 'complete',
        lists: [
          { resource: 'deployments', objects: 43 },
          { resource: 'nodes', reason: 'forbidden' },
        ],
      },
    });
  });

  it('shows a cluster that never answered', () => {
    expect(clusterView(aDeadCluster(), 0, undefined)).toEqual({
      name: 'prod-us',
      production: false,
      state: 'unreachable',
      reason: 'unreachable',
      authProvider: 'serviceAccount',
      workloads: 0,
      failingSince: '2026-11-21T04:00:00.000Z',
    });
  });
});

describe('clusterFreshness', () => {
  it.each([
    ['in it', [aPart({ subjects: 4 })], 4],
    ['elsewhere', [aPart({ cluster: 'staging', subjects: 4 })], 0],
  ])(
    'counts the workloads of an entity that runs %s',
    (_, parts, workloads) => {
      expect(clusterFreshness(aCluster(), parts)).toEqual({
        cluster: 'prod-eu',
        production: false,
        state: 'scanned',
        lastSuccessAt: '2026-11-21T11:50:00.000Z',
        workloads,
      });
    },
  );
});
