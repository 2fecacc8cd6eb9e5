import { createEvaluator, Evaluator } from '../evaluate/evaluateInventory';
import { GapCollector, unreadInputs } from '../evaluate/gaps';
import { Control, PodSecurityLevel } from '../model/control';
import { DataTables } from '../model/dataTables';
import { Finding } from '../model/finding';
import { JudgedSubject } from '../model/judgedSubject';
import { KubernetesObject } from '../model/kubernetesObject';
import { KubernetesVersion } from '../model/kubernetesVersion';
import { EngineSettings } from '../model/settings';
import { severityRank } from '../model/severity';
import { clusterRef, SubjectRef } from '../model/subject';
import { Workload } from '../model/workload';
import { inventoryOfManifests } from '../normalize/inventoryOfManifests';
import { gapFindings, unlistedSubjects } from './gapFindings';
import { nameKey } from './nameKey';
import { Judged, scoredFindings } from './scoredFindings';
import { Scope, subjectsInScope } from './subjectsInScope';

/** All manifests of a call are one cluster. */
export const MANIFESTS_CLUSTER = clusterRef('input');

/** By what manifests are judged. */
export interface ManifestsPlan {
  readonly kubernetesVersion: KubernetesVersion;
  readonly scope: Scope;
  /** In the order of the library. */
  readonly controls: readonly Control[];
  readonly settings: EngineSettings;
  /** Facts that grow old; those of the library where none are given. */
  readonly tables?: DataTables;
  /** Set where the verdicts are to be Pod Security Admission's own. */
  readonly podSecurityLevel?: PodSecurityLevel;
}

/** One subject of the manifests, and what all controls say of it. */
export interface JudgedManifest {
  readonly subject: SubjectRef;
  /** Gravest first, then by control; without what is a gap of the whole input. */
  readonly findings: readonly Finding[];
  /** 1 for the first subject of its kind, namespace and name, in the order of the input; 2 for the second. */
  readonly occurrence: number;
  /** The object that was given. Absent for images, the cluster, and what is only named by others. */
  readonly object?: KubernetesObject;
  /** Set for a workload. */
  readonly workload?: Workload;
}

/** What was found in manifests. */
export interface JudgedManifests {
  /** Workloads in the order of the input, then the other subjects. */
  readonly subjects: readonly JudgedManifest[];
  /** One finding for each control that manifests do not show enough for, or that a person has to answer for the whole cluster: `notEvaluated`, on the cluster. */
  readonly gaps: readonly Finding[];
  /** What counts in a score of workloads: the findings of each, and of what it uses, gaps included. */
  readonly scored: readonly (readonly Finding[])[];
  /** Judges a subject again, for proving patches. */
  readonly evaluate: Evaluator['evaluate'];
}

/** Judges all manifests of a call. `now` is in epoch milliseconds. */
export function judgeManifests(
  objects: readonly KubernetesObject[],
  plan: ManifestsPlan,
  now: number,
): JudgedManifests {
  const steps = judgeManifestsInSteps(objects, plan, now);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `judgeManifests` that stops after every subject, so that a server can answer others between. */
export function* judgeManifestsInSteps(
  objects: readonly KubernetesObject[],
  plan: ManifestsPlan,
  now: number,
): Generator<undefined, JudgedManifests> {
  const { controls, kubernetesVersion, scope } = plan;
  const inventory = inventoryOfManifests(objects, kubernetesVersion);
  yield;
  const { evaluate } = createEvaluator(controls, inventory, { ...plan, now });
  const gaps = new GapCollector(unreadInputs(controls, inventory));
  gaps.add(unlistedSubjects(controls, inventory, MANIFESTS_CLUSTER));
  const judged: Judged[] = [];
  for (const one of subjectsInScope(inventory, scope, MANIFESTS_CLUSTER)) {
    judged.push({ one, findings: evaluate(one) });
    yield;
  }
  const subjects = yield* listed(judged, new Set(objects), gaps);
  return {
    subjects,
    gaps: sorted(
      gapFindings(gaps.gaps, controls, inventory, MANIFESTS_CLUSTER),
    ),
    scored: scoredFindings(judged, inventory),
    evaluate,
  };
}

function* listed(
  judged: readonly Judged[],
  given: ReadonlySet<KubernetesObject>,
  gaps: GapCollector,
): Generator<undefined, readonly JudgedManifest[]> {
  const occurrences = new Map<string, number>();
  const subjects: JudgedManifest[] = [];
  for (const { one, findings } of judged) {
    if (!findings.length) continue;
    const inGap = gaps.collect(findings);
    const key = nameKey(one.subject);
    const occurrence = (occurrences.get(key) ?? 0) + 1;
    occurrences.set(key, occurrence);
    const object = objectOf(one);
    subjects.push({
      subject: one.subject,
      findings: sorted(findings.filter(({ control }) => !inGap.has(control))),
      occurrence,
      ...(object && given.has(object) ? { object } : {}),
      ...(one instanceof Workload ? { workload: one } : {}),
    });
    yield;
  }
  return subjects;
}

function objectOf(one: JudgedSubject): KubernetesObject | undefined {
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
