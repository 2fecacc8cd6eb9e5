import {
  aCluster,
  aDeadCluster,
  anEntity,
  aPart,
  CRITICAL,
  HOUR,
  NOW,
  settings,
  talliesBut,
} from './__testUtils__/samples';
import { ClusterRecord, EntityPostureRecord } from '../database/records';
import { entityReadiness } from './entityReadiness';
import { sumEntity } from './sumEntity';

const failing = talliesBut({
  [CRITICAL]: {
    pass: 0,
    notApplicable: 0,
    notEvaluated: 0,
    fail: { critical: 1 },
  },
});

const blocked = { kind: 'openFindings', severity: 'critical', count: 1 };

function inClusters(names: string[], over: Partial<EntityPostureRecord> = {}) {
  const entity = anEntity(over);
  const query = { ...entity.mapping.query!, clusters: names };
  return { ...entity, mapping: { ...entity.mapping, query } };
}

function readinessOf(
  record: EntityPostureRecord,
  clusters: readonly ClusterRecord[],
) {
  const { raw } = sumEntity(record, clusters, settings.profile, []);
  return entityReadiness(record, raw.counted, clusters, settings, NOW);
}

const prod = aCluster({ production: true });
const staging = aCluster({ name: 'staging' });
const userOnly = aCluster({
  name: 'lab',
  state: 'needsUserCredentials',
  sweepNo: 0,
  lastSuccessAt: undefined,
  reason: 'needsUserCredentials',
});

describe('entityReadiness', () => {
  it.each([
    [
      'all passes in a fresh cluster',
      inClusters(['prod-eu']),
      [aCluster()],
      'ready',
      [],
    ],
    [
      'a critical finding is open',
      inClusters(['prod-eu'], { parts: [aPart({ tallies: failing })] }),
      [aCluster()],
      'notReady',
      [blocked],
    ],
    [
      'a cluster that it may run in never answered',
      inClusters(['prod-eu', 'prod-us']),
      [aCluster(), aDeadCluster()],
      'unknown',
      [
        {
          kind: 'neverSweptCluster',
          cluster: 'prod-us',
          reason: 'unreachable',
        },
      ],
    ],
    [
      'the last sweep is older than a day',
      inClusters(['prod-eu']),
      [
        aCluster({
          lastSuccessAt: NOW - 25 * HOUR,
          state: 'unreachable',
          reason: 'unreachable',
        }),
      ],
      'unknown',
      [
        {
          kind: 'staleCluster',
          cluster: 'prod-eu',
          since: '2026-11-20T11:00:00.000Z',
          reason: 'unreachable',
        },
      ],
    ],
    [
      'a dead cluster is one that it may not run in',
      inClusters(['prod-eu']),
      [aCluster(), aDeadCluster()],
      'ready',
      [],
    ],
    [
      'a cluster that admits users only is not production',
      inClusters(['prod-eu', 'lab']),
      [aCluster(), userOnly],
      'ready',
      [],
    ],
    [
      'a cluster that admits users only is production',
      inClusters(['prod-eu', 'lab']),
      [prod, { ...userOnly, production: true }],
      'unknown',
      [
        {
          kind: 'neverSweptCluster',
          cluster: 'lab',
          reason: 'needsUserCredentials',
        },
      ],
    ],
    [
      'it fails only outside production',
      inClusters(['prod-eu', 'staging'], {
        parts: [aPart(), aPart({ cluster: 'staging', tallies: failing })],
      }),
      [prod, staging],
      'ready',
      [],
    ],
    [
      'it fails in production',
      inClusters(['prod-eu', 'staging'], {
        parts: [aPart({ tallies: failing }), aPart({ cluster: 'staging' })],
      }),
      [prod, staging],
      'notReady',
      [blocked],
    ],
    [
      'another cluster than its own is production',
      inClusters(['staging'], { parts: [aPart({ cluster: 'staging' })] }),
      [prod, staging],
      'unknown',
      [{ kind: 'nothingEvaluated' }],
    ],
    [
      'a cluster outside production is silent',
      inClusters(['prod-eu', 'prod-us']),
      [prod, aDeadCluster()],
      'ready',
      [],
    ],
  ] as const)('when %s', (_, record, clusters, readiness, reasons) => {
    expect(readinessOf(record, clusters)).toEqual({ readiness, reasons });
  });
});
