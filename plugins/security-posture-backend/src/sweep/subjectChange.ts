import {
  Evaluator,
  Finding,
  isJudged,
  GapCollector,
  ObjectSubject,
  SubjectBesideWorkloads,
  Workload,
} from 'security-posture-engine';
import { SubjectChange } from '../database/SweepStore';
import { ownersHash } from '../resolve/OwnerIndex';
import type { JudgingInput } from './judgeInventory';
import { describeOther } from './describeOther';
import { judgeWorkload } from './judgeWorkload';
import { provePatches } from './provePatches';
import { factsOf, storedUses } from './subjectFacts';
import { subjectHash } from './subjectHash';
import { labelsOf } from './subjectLabels';

/** What judging the subjects of a cluster gathers. */
export interface Judging {
  readonly input: JudgingInput;
  readonly evaluator: Evaluator;
  readonly gaps: GapCollector;
  /** Keys of the subjects that were judged. */
  readonly seen: Set<string>;
  /** Keys of the images and service accounts that a workload uses, by its key. */
  readonly uses: Map<string, readonly string[]>;
  /** Keys of the subjects that the cluster itself answers for. */
  readonly own: Set<string>;
  /** Controls that can be judged by reports of other tools only, and those of them that were judged. */
  readonly restingOnReports: ReadonlySet<string>;
  readonly reported: Set<string>;
}

/** Judges a workload. Undefined where it is as it was. */
export function workloadChange(
  { input, evaluator, gaps, uses }: Judging,
  key: string,
  workload: Workload,
): SubjectChange | undefined {
  const { controls } = input;
  const owners = input.ownersOf(key);
  const judge = (judged: Workload, only?: ReadonlySet<string>) =>
    judgeWorkload(evaluator, judged, owners, controls, only);
  const findings = judge(workload);
  const { inventory, cluster } = input;
  const facts = factsOf(workload, inventory, cluster, lastImages(input, key));
  uses.set(key, facts.uses);
  const change = ifDiffers(input, {
    key,
    ...contentOf(workload, findings, gaps),
    ...(workload.uid ? { uid: workload.uid } : {}),
    labels: JSON.stringify(labelsOf(workload)),
    facts: JSON.stringify(facts),
    judgedFor: ownersHash(owners),
  });
  return (
    change && {
      ...change,
      proven: provePatches(workload, findings, controls, judge),
    }
  );
}

/** Keys of the images that a workload was last seen to run. */
function lastImages({ known }: JudgingInput, key: string): readonly string[] {
  const facts = known.get(key)?.facts;
  return facts === undefined
    ? []
    : storedUses(facts).filter(used => known.get(used)?.type === 'image');
}

/** Judges a subject that is no workload. Undefined where it is as it was. */
export function subjectChange(
  judging: Judging,
  key: string,
  judged: SubjectBesideWorkloads,
): SubjectChange | undefined {
  const { input, evaluator, gaps } = judging;
  const findings = evaluator.evaluate(judged);
  noteReports(judging, findings);
  const uid = (judged as Partial<ObjectSubject>).object?.metadata.uid;
  return ifDiffers(input, {
    key,
    ...contentOf(judged, findings, gaps),
    ...(uid ? { uid } : {}),
    labels: '{}',
    facts: JSON.stringify(describeOther(judged, input) ?? {}),
    judgedFor: ownersHash([]),
  });
}

/** No control over workloads rests on reports alone: it is images, nodes and clusters that other tools report on. */
function noteReports(
  { restingOnReports, reported }: Judging,
  findings: readonly Finding[],
): void {
  for (const finding of findings)
    if (restingOnReports.has(finding.control) && isJudged(finding))
      reported.add(finding.control);
}

function contentOf(
  { subject }: Pick<SubjectBesideWorkloads, 'subject'>,
  findings: readonly Finding[],
  gaps: GapCollector,
) {
  return { subject, findings, inGap: gaps.collect(findings) };
}

function ifDiffers(
  { known }: JudgingInput,
  change: Omit<SubjectChange, 'outcomesHash' | 'proven'>,
): SubjectChange | undefined {
  const outcomesHash = subjectHash(change);
  return known.get(change.key)?.outcomesHash === outcomesHash
    ? undefined
    : { ...change, outcomesHash, proven: new Map() };
}
