import { ScanRecord } from '../database/records';
import { aCluster, aSweep, NOW } from './__testUtils__/samples';
import { scanView } from './scanView';

const clusters = [
  aCluster(),
  aCluster({ name: 'staging' }),
  aCluster({ name: 'lab', state: 'needsUserCredentials' }),
];

function scanOf(...swept: ScanRecord['clusters']): ScanRecord {
  return {
    id: 'id',
    requestedBy: 'user:default/a',
    requestedAt: NOW,
    clusters: swept,
  };
}

const running = aSweep({
  status: 'running',
  finishedAt: undefined,
  progress: { listsRead: 1, listsTotal: 13, objectsRead: 40 },
  lists: [],
});
const failed = aSweep({
  cluster: 'staging',
  status: 'failed',
  reason: 'unreachable',
});

const done = { cluster: 'prod-eu', sweep: aSweep() };
const waiting = { cluster: 'staging' };

describe('scanView', () => {
  it.each([
    ['nothing began', [{ cluster: 'prod-eu' }, waiting], 'waiting'],
    ['one runs', [{ cluster: 'prod-eu', sweep: running }, waiting], 'running'],
    ['one is done and one waits', [done, waiting], 'running'],
    ['all are done', [done], 'finished'],
    [
      'one brought only a part',
      [
        {
          cluster: 'prod-eu',
          sweep: aSweep({ status: 'partial', reason: 'forbidden' }),
        },
      ],
      'finished',
    ],
    ['one failed', [done, { cluster: 'staging', sweep: failed }], 'failed'],
    ['one left the configuration', [done, { cluster: 'gone' }], 'failed'],
    ['one admits users only now', [done, { cluster: 'lab' }], 'failed'],
    [
      'one failed and one runs',
      [
        { cluster: 'staging', sweep: failed },
        { cluster: 'prod-eu', sweep: running },
      ],
      'running',
    ],
  ] as const)('when %s', (_, swept, state) => {
    expect(scanView(scanOf(...swept), clusters).state).toBe(state);
  });

  it('counts what a cluster that is done brought, not what was last told on the way', () => {
    const told = { listsRead: 0, listsTotal: 3, objectsRead: 4 };
    const sweep = aSweep({
      status: 'partial',
      reason: 'forbidden',
      progress: told,
      lists: [
        { resource: 'pods', objects: 130 },
        { resource: 'nodes', objects: 4 },
        { resource: 'deployments', reason: 'forbidden' },
      ],
    });
    const swept = { cluster: 'prod-eu', sweep };
    expect(scanView(scanOf(swept), clusters).clusters).toMatchObject([
      { listsRead: 3, listsTotal: 3, objectsRead: 134 },
    ]);
  });

  it('shows how far each cluster is, and why one failed', () => {
    const swept = [
      { cluster: 'prod-eu', sweep: running },
      { cluster: 'staging', sweep: failed },
      { cluster: 'gone' },
    ];
    expect(scanView(scanOf(...swept), clusters).clusters).toEqual([
      {
        cluster: 'prod-eu',
        state: 'running',
        listsRead: 1,
        listsTotal: 13,
        objectsRead: 40,
        unread: [],
      },
      {
        cluster: 'staging',
        state: 'failed',
        listsRead: 2,
        listsTotal: 2,
        objectsRead: 43,
        reason: 'unreachable',
        unread: [{ resource: 'nodes', reason: 'forbidden' }],
        finishedAt: '2026-11-21T11:50:00.000Z',
      },
      {
        cluster: 'gone',
        state: 'failed',
        listsRead: 0,
        listsTotal: 0,
        objectsRead: 0,
        reason: 'unreachable',
        unread: [],
      },
    ]);
  });
});
