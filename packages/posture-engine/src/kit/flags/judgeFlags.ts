import { FlagRule } from '../../data/flagRule';
import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { graverSeverity } from '../../model/severity';
import {
  controlPlaneFlags,
  FLAG_SOURCE_NEEDS,
} from '../../relate/controlPlane/controlPlaneFlags';
import {
  CONTROL_PLANE_NEEDS,
  controlPlaneOf,
} from '../../relate/controlPlane/controlPlaneOf';
import { IMPORT_NEEDS } from '../../relate/imports/importedVerdicts';
import { fail, notApplicable, notEvaluated, pass } from '../judgements';
import { reasonMissing } from '../reasonMissing';
import { unlessMissing } from '../unlessMissing';
import { FlagRuleResult, judgeFlagRule } from './judgeFlagRule';
import { judgeImportedRule } from './judgeImportedRule';

/** The lists that a control over flags reads. */
export const FLAG_NEEDS = [
  ...FLAG_SOURCE_NEEDS,
  ...CONTROL_PLANE_NEEDS,
  ...IMPORT_NEEDS,
] as const;

/** What a control over flags has to declare. */
export type FlagNeed = (typeof FLAG_NEEDS)[number];

/** Violations that a finding shows; programs are few, so more than these are of a cluster that nobody runs. */
const MOST_VIOLATIONS = 20;

/**
 * Judges rows of the table of flags: by the flags themselves where a source shows them, else by the reports of other tools.
 * A control plane that a provider runs is not the cluster's own to set. What nothing shows is not evaluated, never a pass.
 */
export function judgeFlags(
  rules: readonly FlagRule[],
  context: ControlContext<FlagNeed>,
): Judgement {
  const { minor } = context.kubernetesVersion;
  const asked = rules.filter(({ removedIn = Infinity }) => minor < removedIn);
  if (asked.length === 0)
    return notApplicable(
      'nothingToJudge',
      `the flag was removed in Kubernetes 1.${rules[0].removedIn}`,
    );
  const controlPlane = unlessMissing(() => controlPlaneOf(context));
  if (controlPlane?.is === 'providerManaged')
    return notApplicable(
      'providerManaged',
      `${controlPlane.provider.name} runs the control plane`,
    );
  return judgementOf(
    asked.map(rule => ({ rule, result: resultOf(rule, context) })),
    context,
  );
}

interface JudgedRule {
  readonly rule: FlagRule;
  readonly result: FlagRuleResult;
}

function resultOf(
  rule: FlagRule,
  context: ControlContext<FlagNeed>,
): FlagRuleResult {
  const source = controlPlaneFlags(context, rule.component);
  const byFlags =
    source && judgeFlagRule(rule, source, context.kubernetesVersion.minor);
  if (byFlags && byFlags.is !== 'unknown') return byFlags;
  const byImports = judgeImportedRule(rule, context);
  return byFlags &&
    byImports.is === 'unknown' &&
    byImports.reason === 'controlPlaneNotVisible'
    ? byFlags
    : byImports;
}

function judgementOf(
  judged: readonly JudgedRule[],
  context: ControlContext<FlagNeed>,
): Judgement {
  const note = sourcesOf(judged);
  const failing = judged.filter(({ result }) => result.is === 'fail');
  if (failing.length > 0) return failureOf(failing, note, context);
  const unknown = judged.filter(({ result }) => result.is === 'unknown');
  if (unknown.length > 0)
    return unknownOf(judged.length, unknown, note, context);
  return pass([note, ...notesOf(judged)].join('; '));
}

function failureOf(
  failing: readonly JudgedRule[],
  note: string,
  { severity }: ControlContext<FlagNeed>,
): Judgement {
  const violations = failing.flatMap(({ result }) =>
    result.is === 'fail' ? result.violations : [],
  );
  return fail(violations.slice(0, MOST_VIOLATIONS), {
    severity: failing
      .map(({ rule }) => rule.severity ?? severity)
      .reduce(graverSeverity),
    note,
  });
}

function unknownOf(
  asked: number,
  unknown: readonly JudgedRule[],
  note: string,
  context: ControlContext<FlagNeed>,
): Judgement {
  const flags = [...new Set(unknown.map(({ rule }) => `--${rule.flag}`))];
  if (unknown.length < asked)
    return notEvaluated('partial', `${note}; unknown: ${flags.join(', ')}`);
  const [{ result }] = unknown;
  if (result.is !== 'unknown') return notEvaluated('partial');
  return result.reason === 'controlPlaneNotVisible'
    ? notVisible(context, result.note)
    : notEvaluated(result.reason, result.note);
}

/** Nothing shows the control plane; where its static pods were not read, that is why. */
export function notVisible(
  { inventory }: ControlContext<'staticPods'>,
  note?: string,
): Judgement {
  const reason = reasonMissing(() => inventory.staticPods);
  return notEvaluated(reason ?? 'controlPlaneNotVisible', note);
}

/** Where neither flags nor probes answer: why probes were not read, else what flags say. */
export function unlessProbed(
  byFlags: Judgement,
  { inventory }: ControlContext<'probes'>,
): Judgement {
  if (byFlags.reason !== 'controlPlaneNotVisible') return byFlags;
  const reason = reasonMissing(() => inventory.probes);
  return reason ? notEvaluated(reason, 'no flag is visible') : byFlags;
}

function sourcesOf(judged: readonly JudgedRule[]): string {
  const sources = judged.flatMap(({ result }) =>
    result.is === 'unknown' ? [] : [result.source],
  );
  return [...new Set(sources)].join(' and ');
}

function notesOf(judged: readonly JudgedRule[]): readonly string[] {
  return judged.flatMap(({ result }) =>
    result.is === 'pass' && result.note ? [result.note] : [],
  );
}
