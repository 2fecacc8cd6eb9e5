import { FlagRule } from '../../data/flagRule';
import { ControlContext } from '../../model/control';
import { Violation } from '../../model/finding';
import { controlPlaneNodes } from '../../relate/controlPlane/controlPlaneNodes';
import {
  hasUnreadableImports,
  ImportedVerdict,
  importedVerdicts,
  ImportNeed,
} from '../../relate/imports/importedVerdicts';
import { WHOLE_CLUSTER } from '../../relate/imports/toolVerdict';
import { unlessMissing } from '../unlessMissing';
import { FlagRuleResult } from './judgeFlagRule';

/**
 * Judges one row by what other tools found. A failure anywhere fails; a pass counts only where every node of the control plane has one.
 */
export function judgeImportedRule(
  rule: FlagRule,
  context: ControlContext<ImportNeed>,
): FlagRuleResult {
  const verdicts = importedVerdicts(context, rule);
  const fresh = verdicts.filter(({ isStale }) => !isStale);
  const failing = fresh.filter(({ passed }) => !passed);
  if (failing.length > 0)
    return {
      is: 'fail',
      source: sourcesOf(failing),
      violations: failing.map(verdict => violationOf(rule, verdict)),
    };
  if (fresh.length === 0 || rule.importsProveFailuresOnly)
    return {
      is: 'unknown',
      reason: reasonWithout(verdicts.length > fresh.length, context),
    };
  return coversControlPlane(fresh, context)
    ? { is: 'pass', source: sourcesOf(fresh) }
    : { is: 'unknown', reason: 'partial', note: sourcesOf(fresh) };
}

function reasonWithout(hasStale: boolean, context: ControlContext<ImportNeed>) {
  if (hasStale) return 'staleReport';
  return hasUnreadableImports(context)
    ? 'parseError'
    : 'controlPlaneNotVisible';
}

function sourcesOf(verdicts: readonly ImportedVerdict[]): string {
  return `from ${[...new Set(verdicts.map(({ source }) => source))].join(
    ' and ',
  )}`;
}

function violationOf(
  { flag }: FlagRule,
  { place, source }: ImportedVerdict,
): Violation {
  return {
    path: place,
    field: `${place} --${flag}`,
    message: `${source} finds --${flag} not as it should be`,
  };
}

/** Where no node is known to be of the control plane, one verdict has to do. */
function coversControlPlane(
  verdicts: readonly ImportedVerdict[],
  { inventory }: ControlContext<ImportNeed>,
): boolean {
  const nodes = unlessMissing(() => inventory.nodes) ?? [];
  const judged = new Set(verdicts.map(({ node, place }) => node ?? place));
  return (
    judged.has(WHOLE_CLUSTER) ||
    controlPlaneNodes(nodes).every(({ metadata }) => judged.has(metadata.name))
  );
}
