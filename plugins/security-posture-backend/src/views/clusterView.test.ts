import { DEFAULT_TABLES } from 'security-posture-engine';
import { aCluster, aDeadCluster, aPart, aSweep } from './__testUtils__/samples';
import { clusterFreshness } from './clusterFreshness';
import { clusterView, pastSweepView } from './clusterView';

const terms = {
  table: DEFAULT_TABLES.supportDates,
  now: Date.parse('2026-11-21T12:00:00Z'),
};

describe('clusterView', () => {
  it('shows a cluster with its last sweep and its posture', () => {
    const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
    const controls = {
      failing: 1,
      exempted: 1,
      passing: 50,
      notEvaluated: 3,
      notApplicable: 0,
    };
    const posture = {
      profile: 'cluster@1.0',
      library: '1.0',
      raw: 30,
      effective: 64,
      coverage: 0.75,
      open: { ...none, high: 1 },
      exempted: { ...none, critical: 1 },
      controls,
    };
    const cluster = aCluster({ title: 'Production', production: true });
    const shown = {
      provider: 'Amazon EKS',
      kubernetes: { name: '1.36', product: 'kubernetes', cycle: '1.36' },
    };
    expect(
      clusterView(cluster, {
        workloads: 12,
        lastSweep: aSweep(),
        posture,
        shown,
        terms,
      }),
    ).toEqual({
      name: 'prod-eu',
      title: 'Production',
      production: true,
      state: 'scanned',
      authProvider: 'serviceAccount',
      kubernetesVersion: 'v1.36.0',
      kubernetes: {
        name: '1.36',
        support: { state: 'supported', ends: '2027-06-28' },
      },
      provider: 'Amazon EKS',
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
      posture: {
        score: { value: 64, grade: 'D', coverage: 0.75 },
        raw: { value: 30, grade: 'F', coverage: 0.75 },
        open: { ...none, high: 1 },
        exempted: { ...none, critical: 1 },
        controls,
        profile: 'cluster@1.0',
        library: '1.0',
      },
    });
  });

  it('shows a cluster that never answered', () => {
    expect(
      clusterView(aDeadCluster(), {
        workloads: 0,
        lastSweep: undefined,
        posture: undefined,
        shown: undefined,
        terms,
      }),
    ).toEqual({
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

describe('pastSweepView', () => {
  it('says how long a sweep took and what it read', () => {
    expect(pastSweepView(aSweep())).toMatchObject({
      trigger: 'schedule',
      number: 3,
      durationSeconds: 60,
      objects: 43,
      unreadLists: 1,
    });
  });

  it('says no duration of one that runs', () => {
    const view = pastSweepView(aSweep({ finishedAt: undefined }));
    expect(view.durationSeconds).toBeUndefined();
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
