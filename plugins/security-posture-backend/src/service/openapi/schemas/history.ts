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

const day: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const score: Schema = { type: ['integer', 'null'], minimum: 0, maximum: 100 };
const detail = oneOf(['full', 'counts']);
const pastScore: Schema = { anyOf: [ref('PastScore'), { type: 'null' }] };

/** How things were, what changed and what happened. */
export const historySchemas: Readonly<Record<string, Schema>> = {
  ClosedBecause: oneOf(['passed', 'notApplicable', 'changed', 'subjectGone']),
  PastScore: object({
    day,
    profile: text,
    library: text,
    score: ref('ScoreView'),
    raw: ref('ScoreView'),
    open: ref('SeverityCounts'),
    exempted: ref('SeverityCounts'),
    blocking: ref('BlockingCounts'),
    workloads: count,
  }),
  PastMembers: object({
    total: count,
    lowest: score,
    p10: score,
    open: ref('SeverityCounts'),
    items: listOf(
      object({
        entityRef: text,
        day,
        score: ref('ScoreView'),
        open: ref('SeverityCounts'),
      }),
    ),
  }),
  PastPosture: object({
    at: time,
    detail,
    score: pastScore,
    'members?': ref('PastMembers'),
    'findings?': object({
      items: listOf(ref('FindingRow')),
      total: count,
      'nextCursor?': text,
    }),
    partial: flag,
  }),
  FindingChange: object({
    change: oneOf(['opened', 'closed', 'changed']),
    because: oneOf([
      'opened',
      'workloadNew',
      'workloadGone',
      'passed',
      'notApplicable',
      'changed',
      'subjectGone',
    ]),
    at: time,
    finding: ref('FindingRow'),
    'before?': ref('FindingRow'),
  }),
  WorkloadChanges: object({
    items: listOf(ref('ResourceView')),
    total: count,
  }),
  ChangesResponse: object({
    from: time,
    to: time,
    detail,
    scoreFrom: pastScore,
    scoreTo: pastScore,
    'membersFrom?': ref('PastMembers'),
    'membersTo?': ref('PastMembers'),
    'findings?': object({
      items: listOf(ref('FindingChange')),
      counts: object({ opened: count, closed: count, changed: count }),
      'nextCursor?': text,
    }),
    'workloadsNew?': ref('WorkloadChanges'),
    'workloadsGone?': ref('WorkloadChanges'),
    'events?': listOf(ref('HistoryEvent')),
    partial: flag,
  }),
  HistoryEvent: object({
    at: time,
    what: text,
    'because?': ref('ClosedBecause'),
    'cluster?': text,
    'finding?': object({
      key: text,
      control: text,
      title: text,
      severity: ref('Severity'),
      outcome: oneOf(['fail', 'notEvaluated']),
    }),
    'resource?': ref('ResourceView'),
    'ref?': text,
    'from?': text,
    'to?': text,
  }),
  HistoryResponse: object({
    items: listOf(ref('HistoryEvent')),
    since: time,
    'nextCursor?': text,
  }),
  FindingEpisode: object({
    openedAt: time,
    'closedAt?': time,
    'closedBecause?': ref('ClosedBecause'),
    severity: ref('Severity'),
    outcome: ref('Outcome'),
    'reason?': ref('ReasonCode'),
    'staleSince?': time,
    places: count,
  }),
};
