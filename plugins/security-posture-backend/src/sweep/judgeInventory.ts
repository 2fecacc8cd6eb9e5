import {
  Control,
  createEvaluator,
  EngineSettings,
  EntityFacts,
  Evaluator,
  Inventory,
  NotEvaluatedReason,
  subjectKey,
  SubjectRef,
  Workload,
} from 'security-posture-engine';
import { KnownSubject, SubjectChange } from '../database/SweepStore';
import { ownersHash } from '../resolve/OwnerIndex';
import { Breathe } from './createBreather';
import { Gap, GapCollector, unreadInputs } from './findGaps';
import { judgeWorkload } from './judgeWorkload';
import { provePatches } from './provePatches';
import { factsOf } from './subjectFacts';
import { subjectHash } from './subjectHash';
import { labelsOf } from './subjectLabels';
import { unseenChange } from './unseenChange';

/** Subjects that are saved together. */
const SAVED_TOGETHER = 20;

/** What judging a cluster needs. */
export interface JudgingInput {
  readonly cluster: string;
  readonly inventory: Inventory;
  /** The workloads to judge: all that were read. */
  readonly workloads: readonly Workload[];
  /** Kinds of workload that could not be listed, with the reason. */
  readonly unreadKinds: ReadonlyMap<string, NotEvaluatedReason>;
  readonly controls: readonly Control[];
  readonly settings: EngineSettings;
  readonly known: ReadonlyMap<string, KnownSubject>;
  /** Entities that own a subject, by the subject's key. */
  readonly ownersOf: (key: string) => readonly EntityFacts[];
  readonly now: number;
  readonly breathe: Breathe;
  /** Called with the subjects that differ from what is stored, a few at a time. */
  readonly save: (changes: readonly SubjectChange[]) => Promise<void>;
}

/** What judging brought, beside what was saved. */
export interface JudgingResult {
  /** Keys of the subjects that are there, as far as could be seen. */
  readonly seen: ReadonlySet<string>;
  readonly gaps: readonly Gap[];
}

/** Judges every workload of a cluster and the cluster itself, and saves those that differ; the others are not written. */
export async function judgeInventory(
  input: JudgingInput,
): Promise<JudgingResult> {
  const { inventory, controls, settings, now } = input;
  const judging: Judging = {
    input,
    evaluator: createEvaluator(controls, inventory, { now, settings }),
    gaps: new GapCollector(unreadInputs(controls, inventory)),
    seen: new Set(),
  };
  let changed: SubjectChange[] = [];
  for (const change of changes(judging)) {
    if (change) changed.push(change);
    if (changed.length === SAVED_TOGETHER) {
      await input.save(changed);
      changed = [];
    }
    await input.breathe();
  }
  if (changed.length) await input.save(changed);
  return { seen: judging.seen, gaps: judging.gaps.gaps };
}

interface Judging {
  readonly input: JudgingInput;
  readonly evaluator: Evaluator;
  readonly gaps: GapCollector;
  readonly seen: Set<string>;
}

/** Judges one subject after the other; undefined stands for one that is as it was. */
function* changes(judging: Judging): Generator<SubjectChange | undefined> {
  const { input, seen } = judging;
  for (const workload of input.workloads) {
    const key = subjectKey(input.cluster, workload.subject);
    // A list that was not quite consistent may show an object twice.
    if (seen.has(key)) continue;
    seen.add(key);
    yield workloadChange(judging, key, workload);
  }
  yield clusterChange(judging);
  for (const subject of input.known.values()) {
    const reason = input.unreadKinds.get(subject.kind);
    if (!reason || seen.has(subject.key)) continue;
    seen.add(subject.key);
    const judgedFor = ownersHash(input.ownersOf(subject.key));
    yield ifDiffers(
      input,
      unseenChange(subject, reason, input.controls, judgedFor, judging.gaps),
    );
  }
}

function workloadChange(
  { input, evaluator, gaps }: Judging,
  key: string,
  workload: Workload,
): SubjectChange | undefined {
  const { controls } = input;
  const owners = input.ownersOf(key);
  const judge = (judged: Workload, only?: ReadonlySet<string>) =>
    judgeWorkload(evaluator, judged, owners, controls, only);
  const findings = judge(workload);
  const content = {
    subject: workload.subject,
    ...(workload.uid ? { uid: workload.uid } : {}),
    labels: JSON.stringify(labelsOf(workload)),
    facts: JSON.stringify(factsOf(workload, input.inventory)),
    findings,
    inGap: gaps.collect(findings),
  };
  const change = ifDiffers(input, {
    key,
    ...content,
    outcomesHash: subjectHash(content),
    judgedFor: ownersHash(owners),
    proven: new Map(),
  });
  return (
    change && {
      ...change,
      proven: provePatches(workload, findings, controls, judge),
    }
  );
}

/** The cluster as a whole is a subject of its own. */
function clusterChange({
  input,
  evaluator,
  gaps,
  seen,
}: Judging): SubjectChange | undefined {
  const subject: SubjectRef = {
    type: 'cluster',
    apiVersion: '',
    kind: 'Cluster',
    name: input.cluster,
  };
  const key = subjectKey(input.cluster, subject);
  seen.add(key);
  const findings = evaluator.evaluate({ subject });
  const content = {
    subject,
    labels: '{}',
    facts: '{}',
    findings,
    inGap: gaps.collect(findings),
  };
  return ifDiffers(input, {
    key,
    ...content,
    outcomesHash: subjectHash(content),
    judgedFor: ownersHash([]),
    proven: new Map(),
  });
}

function ifDiffers(
  { known }: JudgingInput,
  change: SubjectChange,
): SubjectChange | undefined {
  return known.get(change.key)?.outcomesHash === change.outcomesHash
    ? undefined
    : change;
}
