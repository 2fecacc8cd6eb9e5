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
import { controlSubject } from './controls';

/** How controls stand. */
export const standingSchemas: Readonly<Record<string, Schema>> = {
  StandingNumbers: object({
    failing: count,
    exempted: count,
    notEvaluated: count,
    clean: count,
    subjects: count,
    exemptedSubjects: count,
  }),
  ControlStanding: object({
    id: text,
    title: text,
    severity: ref('Severity'),
    category: ref('Category'),
    ...controlSubject,
    optional: flag,
    frameworks: ref('FrameworkReferences'),
    over: oneOf(['entities', 'clusters']),
    numbers: { oneOf: [ref('StandingNumbers'), { type: 'null' }] },
    change: { type: ['integer', 'null'] },
  }),
  ControlStandingsResponse: object({
    library: text,
    items: listOf(ref('ControlStanding')),
    'comparedSince?': time,
    partial: flag,
  }),
  ControlInCluster: object({
    cluster: text,
    'title?': text,
    state: oneOf(['failing', 'exempted', 'notEvaluated', 'clean']),
    subjects: count,
    exemptedSubjects: count,
  }),
  ControlGap: object({
    cluster: text,
    'title?': text,
    reason: ref('ReasonCode'),
    since: time,
  }),
  AskedFor: object({
    framework: ref('FrameworkId'),
    title: text,
    edition: text,
    source: text,
    items: listOf(object({ id: text, title: text })),
  }),
  ExampleFix: object({
    example: count,
    'patch?': object({
      apiVersion: text,
      kind: text,
      'namespace?': text,
      name: text,
      strategicMerge: text,
    }),
    'manifests?': text,
  }),
  ControlWeek: object({
    from: { type: 'string', format: 'date' },
    opened: count,
    closed: count,
  }),
  ControlStandingDetails: object({
    control: ref('ControlView'),
    standing: ref('ControlStanding'),
    'comparedSince?': time,
    askedFor: listOf(ref('AskedFor')),
    'exampleFix?': ref('ExampleFix'),
    weeks: listOf(ref('ControlWeek')),
    'clusters?': listOf(ref('ControlInCluster')),
    'gaps?': listOf(ref('ControlGap')),
    partial: flag,
  }),
};
