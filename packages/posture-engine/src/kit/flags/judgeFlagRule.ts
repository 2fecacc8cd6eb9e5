import { FlagQuestion, FlagTest } from '../../data/flagRule';
import { Violation } from '../../model/finding';
import { NotEvaluatedReason } from '../../model/outcome';
import {
  FlaggedProgram,
  FlagSource,
} from '../../relate/controlPlane/flagSource';
import { itemsOf, passesFlagTest } from './flagTest';
import { flagViolation } from './flagViolation';

/** What became of one row of the table of flags, with where that was read. */
export type FlagRuleResult =
  | { readonly is: 'pass'; readonly source: string; readonly note?: string }
  | {
      readonly is: 'fail';
      readonly source: string;
      readonly violations: readonly Violation[];
    }
  | {
      readonly is: 'unknown';
      readonly reason: NotEvaluatedReason;
      readonly note?: string;
    };

/** Tests that a flag passes which is not set and has no default. */
const PASS_UNSET: readonly FlagTest['is'][] = ['unset', 'strongSuites'];

/** Judges one row by the flags of every program: each has to pass. */
export function judgeFlagRule(
  rule: FlagQuestion,
  { programs, note: source }: FlagSource,
  minor: number,
): FlagRuleResult {
  const states = programs.map(program => stateOf(rule, program, minor));
  const failing = programs.filter((_, index) => states[index] === 'fail');
  if (failing.length > 0)
    return {
      is: 'fail',
      source,
      violations: failing.map(program => flagViolation(rule, program)),
    };
  if (states.includes('unknown'))
    return {
      is: 'unknown',
      reason: 'controlPlaneNotVisible',
      note: `${source}, which do not show the value of --${rule.flag}`,
    };
  const isUnset = programs.some(({ flags }) => !flags.has(rule.flag));
  return {
    is: 'pass',
    source,
    ...(isUnset && rule.noteIfUnset ? { note: rule.noteIfUnset } : {}),
  };
}

function stateOf(
  rule: FlagQuestion,
  program: FlaggedProgram,
  minor: number,
): 'pass' | 'fail' | 'unknown' {
  const { asks, orFlag, orAsks = asks } = rule;
  const passed = [
    passes(rule, program, minor),
    ...(orFlag === undefined
      ? []
      : [passes({ ...rule, flag: orFlag, asks: orAsks }, program, minor)]),
  ];
  if (passed.includes(true)) return 'pass';
  return passed.includes(undefined) ? 'unknown' : 'fail';
}

function passes(
  rule: FlagQuestion,
  program: FlaggedProgram,
  minor: number,
): boolean | undefined {
  const { flags, mayBeSet } = program;
  const flag = flags.get(rule.flag);
  if (flag) return passesFlagTest(rule.asks, flag.values);
  const mayLieInFile = rule.fileFlag !== undefined && flags.has(rule.fileFlag);
  if (mayLieInFile || mayBeSet(rule.flag)) return undefined;
  const byDefault = defaultOf(rule, program, minor);
  return byDefault === undefined
    ? PASS_UNSET.includes(rule.asks.is)
    : passesFlagTest(rule.asks, [byDefault]);
}

function defaultOf(
  { default: byDefault, earlierDefault, defaultWith }: FlagQuestion,
  { flags }: FlaggedProgram,
  minor: number,
): string | undefined {
  const other = defaultWith && flags.get(defaultWith.flag);
  if (other?.values.flatMap(itemsOf).includes(defaultWith?.names ?? ''))
    return defaultWith?.default;
  return earlierDefault && minor < earlierDefault.below
    ? earlierDefault.value
    : byDefault;
}
