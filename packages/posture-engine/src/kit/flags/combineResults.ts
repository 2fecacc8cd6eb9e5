import { FlagQuestion } from '../../data/flagRule';
import { Judgement } from '../../model/finding';
import { graverSeverity, Severity } from '../../model/severity';
import { fail, notEvaluated, pass } from '../judgements';
import { FlagRuleResult } from './judgeFlagRule';

/** Violations that a finding shows; programs are few, so more than these are of a cluster that nobody runs. */
const MOST_VIOLATIONS = 20;

/** One question about a flag, with its answer. */
export interface AnsweredQuestion {
  readonly question: FlagQuestion;
  readonly result: FlagRuleResult;
}

/**
 * The judgement over several questions, at least one: one that fails fails all, with the gravest severity among those that fail;
 * one that nothing answers leaves the rest partial. The note names the sources.
 */
export function combineResults(
  answered: readonly AnsweredQuestion[],
  severity: Severity,
): Judgement {
  const note = sourcesOf(answered);
  const failing = answered.filter(({ result }) => result.is === 'fail');
  if (failing.length > 0) return failureOf(failing, note, severity);
  const unknown = answered.filter(({ result }) => result.is === 'unknown');
  if (unknown.length > 0) return unknownOf(answered.length, unknown, note);
  return pass([note, ...notesOf(answered)].join('; '));
}

function failureOf(
  failing: readonly AnsweredQuestion[],
  note: string,
  severity: Severity,
): Judgement {
  const violations = failing.flatMap(({ result }) =>
    result.is === 'fail' ? result.violations : [],
  );
  return fail(violations.slice(0, MOST_VIOLATIONS), {
    severity: failing
      .map(({ question }) => question.severity ?? severity)
      .reduce(graverSeverity),
    note,
  });
}

function unknownOf(
  asked: number,
  unknown: readonly AnsweredQuestion[],
  note: string,
): Judgement {
  const flags = [...new Set(unknown.map(({ question }) => question.flag))];
  const [{ result }] = unknown;
  return unknown.length < asked || result.is !== 'unknown'
    ? notEvaluated(
        'partial',
        `${note}; unknown: ${flags.map(flag => `--${flag}`).join(', ')}`,
      )
    : notEvaluated(result.reason, result.note);
}

function sourcesOf(answered: readonly AnsweredQuestion[]): string {
  const sources = answered.flatMap(({ result }) =>
    result.is === 'unknown' ? [] : [result.source],
  );
  return [...new Set(sources)].join(' and ');
}

function notesOf(answered: readonly AnsweredQuestion[]): readonly string[] {
  return answered.flatMap(({ result }) =>
    result.is === 'pass' && result.note ? [result.note] : [],
  );
}
