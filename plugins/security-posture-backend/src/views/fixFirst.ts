import {
  FixEffect,
  FixFirstItem,
  ResourcePatchView,
} from 'backstage-plugin-security-posture-common';
import { RankedFix } from 'security-posture-engine';
import { FindingRecord } from '../database/records';
import { patchView } from './patchView';
import { ControlIndex } from './PostureSettings';
import { resourceView } from './resourceView';

/** Fixes that a posture names. */
export const FIXES_SHOWN = 3;

const MOST_WORKLOADS = 20;
const MOST_PATCHES = 3;

/** The first fixes in words, from all open failing findings of their controls. */
export function fixFirst(
  fixes: readonly RankedFix[],
  failing: readonly FindingRecord[],
  controls: ControlIndex,
): FixFirstItem[] {
  return fixes.slice(0, FIXES_SHOWN).flatMap(fix => {
    const findings = failing.filter(({ control }) => control === fix.control);
    return findings.length ? fixItem(fix, findings, controls) ?? [] : [];
  });
}

function fixItem(
  fix: RankedFix,
  findings: readonly FindingRecord[],
  controls: ControlIndex,
): FixFirstItem | undefined {
  const control = controls.get(fix.control);
  if (!control) return undefined;
  return {
    control: fix.control,
    severity: fix.severity,
    title: control.failureTitle,
    why: control.why,
    fix: control.fix,
    workloads: findings.slice(0, MOST_WORKLOADS).map(resourceView),
    workloadsTotal: findings.length,
    ...placeOf(findings[0]),
    alsoEnds: [...fix.alsoEnds],
    effect: effectOf(fix),
    findingKey: findings[0].key,
    patches: firstPatches(findings, controls),
  };
}

/** Patches of the first findings that have one: of a control may be thousands. */
function firstPatches(
  findings: readonly FindingRecord[],
  controls: ControlIndex,
): ResourcePatchView[] {
  const patches: ResourcePatchView[] = [];
  for (const finding of findings) {
    const patch = resourcePatch(finding, controls);
    if (patch) patches.push(patch);
    if (patches.length === MOST_PATCHES) break;
  }
  return patches;
}

function resourcePatch(
  finding: FindingRecord,
  controls: ControlIndex,
): ResourcePatchView | undefined {
  const patch = patchView(finding, controls);
  return patch && { resource: resourceView(finding), ...patch };
}

function placeOf({ violations }: FindingRecord): Pick<FixFirstItem, 'place'> {
  if (violations.length === 0) return {};
  const [{ container, path, message }] = violations;
  return { place: { ...(container ? { container } : {}), path, message } };
}

function effectOf(fix: RankedFix): FixEffect {
  return {
    scoreFrom: fix.before.value,
    scoreTo: fix.after.value,
    gradeFrom: fix.before.grade,
    gradeTo: fix.after.grade,
    severityOpen: fix.severityOpen,
    severityFewer: fix.severityFewer,
  };
}
