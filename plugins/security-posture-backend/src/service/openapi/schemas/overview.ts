import {
  count,
  flag,
  listOf,
  object,
  oneOf,
  ref,
  Schema,
  text,
  time,
} from '../kit';

const share: Schema = { type: 'number', minimum: 0, maximum: 1 };

const entityCounts = object({
  total: count,
  ready: count,
  notReady: count,
  unknown: count,
  noPosture: count,
});

/** What the first page of the board shows. */
export const overviewSchemas: Readonly<Record<string, Schema>> = {
  EvidenceState: oneOf([
    'judged',
    'stale',
    'lowCoverage',
    'notMapped',
    'noWorkloads',
    'neverScanned',
    'needsUserCredentials',
    'unreachable',
    'noClusters',
  ]),
  NamedEntity: object({ entityRef: text, 'title?': text }),
  NamedEntities: object({ total: count, items: listOf(ref('NamedEntity')) }),
  OverviewFix: object({
    control: text,
    title: text,
    severity: ref('Severity'),
    makesReady: ref('NamedEntities'),
    readyBefore: count,
    readyAfter: count,
    failing: object({ findings: count, entities: count, owners: count }),
  }),
  OverviewTeam: object({
    ref: text,
    'title?': text,
    entities: entityCounts,
    'lowest?': object({
      entityRef: text,
      'title?': text,
      score: { type: 'integer', minimum: 0, maximum: 100 },
    }),
    open: ref('SeverityCounts'),
  }),
  SilentCluster: object({
    cluster: text,
    'title?': text,
    state: ref('ClusterState'),
    'reason?': ref('ReasonCode'),
    'lastSuccessAt?': time,
    entities: ref('NamedEntities'),
  }),
  UnseenEntities: object({
    evidence: ref('EvidenceState'),
    total: count,
    items: listOf(ref('NamedEntity')),
    'coverage?': share,
  }),
  OverviewResponse: object({
    'owner?': text,
    library: text,
    entities: entityCounts,
    open: ref('SeverityCounts'),
    exempted: ref('SeverityCounts'),
    blocking: ref('BlockingCounts'),
    'oldestCriticalSince?': time,
    workloads: object({ swept: count, known: count, owned: count }),
    clusters: object({
      total: count,
      answering: count,
      'lastSuccessAt?': time,
    }),
    trend: listOf(ref('TrendPoint')),
    weeks: listOf(
      object({
        from: { type: 'string', format: 'date' },
        opened: count,
        fixed: count,
      }),
    ),
    fixes: listOf(ref('OverviewFix')),
    teams: object({ total: count, items: listOf(ref('OverviewTeam')) }),
    notLookedAt: object({
      'clusters?': listOf(ref('SilentCluster')),
      entities: listOf(ref('UnseenEntities')),
      'unownedWorkloads?': count,
      requiredCoverage: share,
    }),
    partial: flag,
  }),
};
