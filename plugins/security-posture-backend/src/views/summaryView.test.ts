import {
  aCluster,
  aDeadCluster,
  anEntity,
  aPart,
  CRITICAL,
  HIGH,
  NOW,
  settings,
  talliesBut,
} from './__testUtils__/samples';
import { entityRow } from './entityRow';
import { sumEntity } from './sumEntity';
import { summaryView } from './summaryView';

const NONE = { pass: 0, notApplicable: 0, notEvaluated: 0 };
const clusters = [aCluster(), aDeadCluster()];

const rows = [
  anEntity(),
  anEntity({
    parts: [
      aPart({
        tallies: talliesBut({
          [CRITICAL]: { ...NONE, fail: { critical: 2 } },
          [HIGH]: { ...NONE, fail: { high: 1 } },
        }),
      }),
    ],
  }),
  anEntity({
    parts: [
      aPart({
        tallies: talliesBut({ [CRITICAL]: { ...NONE, fail: { critical: 1 } } }),
      }),
    ],
  }),
  anEntity({ parts: [aPart({ tallies: {} })] }),
  anEntity({ parts: [] }),
].map(record =>
  entityRow(
    record,
    sumEntity(record, clusters, settings.profile),
    clusters,
    settings,
    NOW,
  ),
);

describe('summaryView', () => {
  it('counts entities by readiness, those without a posture apart, and adds their findings up', () => {
    const workloads = { swept: 9, owned: 4 };
    expect(summaryView({ rows, clusters, workloads, partial: true })).toEqual({
      entities: { total: 5, ready: 1, notReady: 2, unknown: 1, noPosture: 1 },
      open: { critical: 3, high: 1, medium: 0, low: 0, info: 0 },
      blocking: { critical: 3, high: 1 },
      workloads,
      clusters: { total: 2, answering: 1 },
      partial: true,
    });
  });
});
