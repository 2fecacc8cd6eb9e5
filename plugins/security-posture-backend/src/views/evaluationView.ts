import {
  EvaluatedFinding,
  EvaluateResponse,
  MOST_EVALUATED_FINDINGS,
  ReadinessReason,
  SeverityCounts,
  UnevaluatedControl,
} from 'backstage-plugin-security-posture-common';
import {
  addTallies,
  ComparedFailure,
  ControlTallies,
  Finding,
  formatKubernetesVersion,
  JudgedManifest,
  JudgedManifests,
  KubernetesVersion,
  manifestProfile,
  readinessOf,
  scoreTallies,
  severityRank,
  tallyFindings,
} from 'security-posture-engine';
import { chunksOf } from '../database/chunks';
import { LiveRecord } from '../evaluate/readLiveEntity';
import { Breathe } from '../sweep/createBreather';
import { findingTitle, REASONS, reasonFields } from './findingView';
import { comparisonView } from './comparisonView';
import {
  ControlIndex,
  indexControls,
  PostureSettings,
} from './PostureSettings';

/** What an answer about manifests is made of. */
export interface Evaluation {
  readonly judged: JudgedManifests;
  readonly objects: number;
  readonly kubernetesVersion: KubernetesVersion;
  /** Set where a live entity was read, both of them. */
  readonly live?: LiveRecord;
  readonly compared?: readonly ComparedFailure<JudgedManifest>[];
}

/** Subjects that are counted without a breath. */
const COUNTED_TOGETHER = 50;

type Compared = ReadonlyMap<Finding, ComparedFailure<JudgedManifest>>;

/** What was found in manifests. */
export async function evaluationView(
  evaluation: Evaluation,
  settings: PostureSettings,
  breathe: Breathe,
): Promise<EvaluateResponse> {
  const { judged, live, compared = [] } = evaluation;
  const controls = indexControls(settings.controls);
  const byFinding: Compared = new Map(
    compared.map(failure => [failure.finding, failure]),
  );
  const findings = judged.subjects.flatMap(subject => subject.findings);
  const shown = findings.filter(isShown).sort(byGravity);
  return {
    kubernetesVersion: formatKubernetesVersion(evaluation.kubernetesVersion),
    library: settings.library,
    objects: evaluation.objects,
    workloads: judged.subjects.filter(({ workload }) => workload).length,
    ...(await standing(judged, byFinding, settings, breathe)),
    open: countOpen(findings, byFinding),
    findings: shown
      .slice(0, MOST_EVALUATED_FINDINGS)
      .map(finding => findingOf(finding, byFinding, controls)),
    findingsTotal: shown.length,
    notEvaluated: judged.gaps.map(gap => unevaluated(gap, controls)),
    ...(live
      ? { comparison: comparisonView(live, compared, judged, controls) }
      : {}),
  };
}

/** Score and readiness as far as manifests can tell, exempted findings taken as passes. */
async function standing(
  { scored }: JudgedManifests,
  compared: Compared,
  { profile: whole, controls, thresholds }: PostureSettings,
  breathe: Breathe,
): Promise<Pick<EvaluateResponse, 'score' | 'readiness' | 'reasons'>> {
  let tallies: ControlTallies = {};
  for (const subjects of chunksOf(scored, COUNTED_TOGETHER)) {
    const parts = subjects.map(findings =>
      tallyFindings(findings.map(one => asCounted(one, compared))),
    );
    tallies = addTallies([tallies, ...parts]);
    await breathe();
  }
  const profile = manifestProfile(whole, controls);
  const { readiness, reasons } = readinessOf(
    tallies,
    profile,
    [],
    0,
    thresholds,
  );
  return {
    score: scoreTallies(tallies, profile),
    readiness,
    // Without clusters, none of the reasons names one.
    reasons: reasons as ReadinessReason[],
  };
}

function asCounted(finding: Finding, compared: Compared): Finding {
  return compared.get(finding)?.exempted
    ? { ...finding, outcome: 'pass' }
    : finding;
}

function countOpen(
  findings: readonly Finding[],
  compared: Compared,
): SeverityCounts {
  const open = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const finding of findings)
    if (finding.outcome === 'fail' && !compared.get(finding)?.exempted)
      open[finding.severity] += 1;
  return open;
}

function isShown({ outcome }: Finding): boolean {
  return outcome === 'fail' || outcome === 'notEvaluated';
}

/** Failing ones first, then the gravest; the order of the input holds where these are alike. */
function byGravity(left: Finding, right: Finding): number {
  return (
    Number(left.outcome !== 'fail') - Number(right.outcome !== 'fail') ||
    severityRank(left.severity) - severityRank(right.severity)
  );
}

function findingOf(
  finding: Finding,
  compared: Compared,
  controls: ControlIndex,
): EvaluatedFinding {
  const { control, severity, reason, note, violations, consequenceOf } =
    finding;
  const { type: _type, ...resource } = finding.subject;
  const outcome = finding.outcome as EvaluatedFinding['outcome'];
  const failure = compared.get(finding);
  return {
    control,
    title: findingTitle({ control, outcome }, controls),
    fix: controls.get(control)?.fix ?? '',
    severity,
    outcome,
    ...reasonFields(reason),
    ...(note ? { note } : {}),
    resource,
    violations: [...violations],
    ...(consequenceOf ? { consequenceOf } : {}),
    ...(failure
      ? {
          standing: failure.fresh ? 'new' : 'alreadyFailing',
          exempted: failure.exempted,
        }
      : {}),
  };
}

function unevaluated(
  { control, severity, reason = 'manual', note }: Finding,
  controls: ControlIndex,
): UnevaluatedControl {
  return {
    control,
    title: findingTitle({ control, outcome: 'notEvaluated' }, controls),
    severity,
    reason,
    reasonText: REASONS[reason],
    ...(note ? { note } : {}),
  };
}
