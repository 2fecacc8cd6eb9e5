import { FlagRule } from '../../data/flagRule';
import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import {
  controlPlaneFlags,
  FLAG_SOURCE_NEEDS,
} from '../../relate/controlPlane/controlPlaneFlags';
import {
  CONTROL_PLANE_NEEDS,
  controlPlaneOf,
} from '../../relate/controlPlane/controlPlaneOf';
import { hasOnlyOldReports } from '../../relate/controlPlane/sensedFlags';
import { IMPORT_NEEDS } from '../../relate/imports/importedVerdicts';
import { notApplicable, notEvaluated } from '../judgements';
import { reasonMissing } from '../reasonMissing';
import { unlessMissing } from '../unlessMissing';
import { combineResults } from './combineResults';
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
  const judgement = combineResults(
    asked
      .filter(rule => !rule.onlyWhereVisible || isVisible(rule, context))
      .map(rule => ({ question: rule, result: resultOf(rule, context) })),
    context.severity,
  );
  return judgement.reason === 'controlPlaneNotVisible'
    ? notVisible(context, judgement.note)
    : judgement;
}

function isVisible(
  { component, flag }: FlagRule,
  context: ControlContext<FlagNeed>,
): boolean {
  const { programs = [] } = controlPlaneFlags(context, component) ?? {};
  return programs.some(
    ({ flags, mayBeSet }) => flags.has(flag) || !mayBeSet(flag),
  );
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

/** Nothing shows the control plane: its static pods were not read, the reports of a sensor are too old, or there is neither. */
export function notVisible(
  {
    inventory,
    now,
  }: ControlContext<'staticPods' | 'kubescapeControlPlaneInfos'>,
  note?: string,
): Judgement {
  const unread = reasonMissing(() => inventory.staticPods);
  const sensed = unlessMissing(() => inventory.kubescapeControlPlaneInfos);
  const reason = hasOnlyOldReports(sensed, now)
    ? 'staleReport'
    : 'controlPlaneNotVisible';
  return notEvaluated(unread ?? reason, note);
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
