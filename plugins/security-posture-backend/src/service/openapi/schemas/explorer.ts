import { FRAMEWORKS } from 'security-posture-engine';
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

const row = {
  key: text,
  control: text,
  title: text,
  severity: ref('Severity'),
  category: ref('Category'),
  outcome: ref('Outcome'),
  'reason?': ref('ReasonCode'),
  resource: ref('ResourceView'),
  'place?': object({ 'container?': text, path: text, message: text }),
  places: count,
  'consequenceOf?': text,
  openedAt: time,
  'staleSince?': time,
};

/** Findings over many entities, and what pages on clusters show. */
export const explorerSchemas: Readonly<Record<string, Schema>> = {
  FrameworkId: oneOf(Object.keys(FRAMEWORKS)),
  FindingRow: object(row),
  ExplorerRow: object({ ...row, entities: listOf(text), exempted: flag }),
  ExplorerResponse: object({
    items: listOf(ref('ExplorerRow')),
    total: count,
    'nextCursor?': text,
    partial: flag,
  }),
  ClusterPosture: object({
    score: ref('ScoreView'),
    raw: ref('ScoreView'),
    open: ref('SeverityCounts'),
    exempted: ref('SeverityCounts'),
    profile: text,
    library: text,
  }),
  SweepsResponse: object({
    items: listOf(
      object({
        id: text,
        trigger: oneOf(['schedule', 'request']),
        number: count,
        startedAt: time,
        'finishedAt?': time,
        'durationSeconds?': { type: 'number', minimum: 0 },
        status: oneOf(['running', 'complete', 'partial', 'failed']),
        'reason?': ref('ReasonCode'),
        objects: count,
        unreadLists: count,
        lists: listOf(ref('SweepListView')),
      }),
    ),
    'nextCursor?': text,
  }),
};
