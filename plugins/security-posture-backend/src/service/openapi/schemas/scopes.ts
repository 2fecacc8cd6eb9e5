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

/** Groups, systems and domains, and trends. */
export const scopeSchemas: Readonly<Record<string, Schema>> = {
  VersionSteps: listOf(oneOf(['library', 'profile'])),
  ScopeRow: object({
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
    'lowest?': object({ entityRef: text, effective: score }),
    p10: scoreOrNull,
    open: ref('SeverityCounts'),
    exempted: ref('SeverityCounts'),
    'oldestCriticalSince?': time,
    change30d: {
      anyOf: [
        object({ by: { type: 'integer' }, steps: ref('VersionSteps') }),
        { type: 'null' },
      ],
    },
    coverage: shareOrNull,
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
  TrendResponse: object({
    scope: ref('TrendScope'),
    'ref?': text,
    points: listOf(ref('TrendPoint')),
    partial: flag,
  }),
};
