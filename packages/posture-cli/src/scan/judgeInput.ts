import {
  clusterRef,
  createEvaluator,
  DEFAULT_SETTINGS,
  Evaluator,
  Finding,
  GapCollector,
  inventoryOfManifests,
  JudgedSubject as EngineSubject,
  severityRank,
  unreadInputs,
  Workload,
} from 'security-posture-engine';
import { Manifest } from '../input/Manifest';
import { gapFindings, unlistedSubjects } from './gapFindings';
import { JudgedSubject } from './JudgedSubject';
import { nameKey } from './nameKey';
import { ScanPlan } from './ScanPlan';
import { scoredFindings } from './scoredFindings';
import { subjectsInScope } from './subjectsInScope';

/** All inputs of a call are one cluster. */
export const CLUSTER = clusterRef('input');

/** What a call found out. */
export interface Judgements {
  /** Workloads in the order of the input, then the other subjects. */
  readonly subjects: readonly JudgedSubject[];
  /** One finding for each control that manifests do not show enough for, or that a person has to answer for the whole cluster: `notEvaluated`, on the cluster. */
  readonly gaps: readonly Finding[];
  /** What counts in a score of workloads: the findings of each, and of what it uses, gaps included. */
  readonly scored: readonly (readonly Finding[])[];
  /** Judges a subject again, for proving patches. */
  readonly evaluate: Evaluator['evaluate'];
}

/** Judges all manifests of a call. `now` is in epoch milliseconds. */
export function judgeInput(
  manifests: readonly Manifest[],
  plan: ScanPlan,
  now: number,
): Judgements {
  const inventory = inventoryOfManifests(
    manifests.map(({ object }) => object),
    plan.kubernetesVersion,
  );
  const { evaluate } = createEvaluator(plan.controls, inventory, {
    now,
    settings: DEFAULT_SETTINGS,
    ...(plan.podSecurityLevel
      ? { podSecurityLevel: plan.podSecurityLevel }
      : {}),
  });
  const gaps = new GapCollector(unreadInputs(plan.controls, inventory));
  gaps.add(unlistedSubjects(plan.controls, inventory, CLUSTER));
  const judged = [...subjectsInScope(inventory, plan.scope, CLUSTER)].map(
    one => ({ one, findings: evaluate(one) }),
  );
  return {
    subjects: listed(judged, manifests, gaps),
    gaps: sorted(gapFindings(gaps.gaps, plan.controls, inventory, CLUSTER)),
    scored: scoredFindings(judged, inventory),
    evaluate,
  };
}

/** A subject with all that was found of it. */
export interface Judged {
  readonly one: EngineSubject;
  readonly findings: readonly Finding[];
}

function listed(
  judged: readonly Judged[],
  manifests: readonly Manifest[],
  gaps: GapCollector,
): readonly JudgedSubject[] {
  const manifestOf = new Map(
    manifests.map(manifest => [manifest.object, manifest]),
  );
  const occurrences = new Map<string, number>();
  return judged.flatMap(({ one, findings }) => {
    if (!findings.length) return [];
    const inGap = gaps.collect(findings);
    const key = nameKey(one.subject);
    const occurrence = (occurrences.get(key) ?? 0) + 1;
    occurrences.set(key, occurrence);
    const object = objectOf(one);
    const manifest = object && manifestOf.get(object);
    return {
      subject: one.subject,
      findings: sorted(findings.filter(({ control }) => !inGap.has(control))),
      occurrence,
      ...(manifest ? { manifest } : {}),
      ...(one instanceof Workload ? { workload: one } : {}),
    };
  });
}

function objectOf(one: EngineSubject) {
  if (one instanceof Workload) return one.toObject();
  return 'object' in one ? one.object : undefined;
}

function sorted(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (left, right) =>
      severityRank(left.severity) - severityRank(right.severity) ||
      (left.control < right.control ? -1 : 1),
  );
}
