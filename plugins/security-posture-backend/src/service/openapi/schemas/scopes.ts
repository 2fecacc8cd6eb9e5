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

const score: Schema = { type: 'integer', minimum: 0, maximum: 100 };
const scoreOrNull: Schema = { ...score, type: ['integer', 'null'] };
const shareOrNull: Schema = {
  type: ['number', 'null'],
  minimum: 0,
  maximum: 1,
};

const changeOrNull: Schema = {
  anyOf: [
    object({ by: { type: 'integer' }, steps: ref('VersionSteps') }),
    { type: 'null' },
  ],
};

function scopeRow(more: Readonly<Record<string, Schema>>): Schema {
  return object({
    ref: text,
    'title?': text,
    'parent?': text,
    members: object({
      total: count,
      ready: count,
      notReady: count,
      unknown: count,
      noPosture: count,
    }),
    'lowest?': object({
      entityRef: text,
      'title?': text,
      effective: score,
      grade: ref('Grade'),
      stale: flag,
    }),
    p10: scoreOrNull,
    open: ref('SeverityCounts'),
    exempted: ref('SeverityCounts'),
    'oldestCriticalSince?': time,
    'oldestCriticalOn?': object({ entityRef: text, 'title?': text }),
    change30d: changeOrNull,
    ready30d: changeOrNull,
    coverage: shareOrNull,
    ...more,
  });
}

/** Groups, systems and domains, and trends. */
export const scopeSchemas: Readonly<Record<string, Schema>> = {
  VersionSteps: listOf(oneOf(['library', 'profile'])),
  ScopeOrder: oneOf([
    'worst',
    'name',
    'critical',
    'high',
    'lowest',
    'p10',
    'change',
    'readyChange',
    'exempted',
    'members',
  ]),
  ScopeRow: scopeRow({}),
  HierarchyRow: scopeRow({ level: count, below: count }),
  HierarchyResponse: object({
    'verdict?': object({
      scopes: count,
      withCritical: count,
      critical: count,
      entities: count,
      judged: count,
      oldest: listOf(
        object({
          ref: text,
          'title?': text,
          entityRef: text,
          'entityTitle?': text,
          since: time,
        }),
      ),
    }),
    items: listOf(ref('HierarchyRow')),
    whole: flag,
    total: count,
    'nextCursor?': text,
    partial: flag,
  }),
  ScopeMatrixResponse: object({
    columns: listOf(
      object({ control: text, title: text, severity: ref('Severity') }),
    ),
    moreColumns: count,
    rows: listOf(
      object({
        ref: text,
        'title?': text,
        level: count,
        total: count,
        judged: count,
        cells: listOf(
          object({
            failing: count,
            judged: count,
            notEvaluated: count,
            stale: count,
            exempted: count,
          }),
        ),
      }),
    ),
    total: count,
    'nextCursor?': text,
    partial: flag,
  }),
  ScopeDetails: object({
    scope: ref('ScopeRow'),
    library: text,
    trend: listOf(ref('TrendPoint')),
    partial: flag,
  }),
  ScopesResponse: object({
    items: listOf(ref('ScopeRow')),
    total: count,
    'nextCursor?': text,
    partial: flag,
  }),
  TrendScope: oneOf([
    'entity',
    'cluster',
    'group',
    'system',
    'domain',
    'organisation',
  ]),
  TrendPoint: object({
    day: { type: 'string', format: 'date' },
    raw: scoreOrNull,
    effective: scoreOrNull,
    coverage: shareOrNull,
    open: ref('SeverityCounts'),
    exempted: ref('SeverityCounts'),
    'members?': object({
      judged: count,
      notReady: count,
      'ready?': count,
      'total?': count,
      p10: scoreOrNull,
    }),
    steps: ref('VersionSteps'),
  }),
  TrendMark: object({
    day: { type: 'string', format: 'date' },
    from: scoreOrNull,
    to: scoreOrNull,
    steps: ref('VersionSteps'),
    events: listOf(ref('HistoryEvent')),
    eventsTotal: count,
  }),
  RecentScore: object({
    knownDays: count,
    days: count,
    by: { type: ['integer', 'null'] },
    steps: ref('VersionSteps'),
    'moved?': ref('TrendMark'),
  }),
  TrendResponse: object({
    scope: ref('TrendScope'),
    'ref?': text,
    points: listOf(ref('TrendPoint')),
    'marks?': listOf(ref('TrendMark')),
    partial: flag,
  }),
};
