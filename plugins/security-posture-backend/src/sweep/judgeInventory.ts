import {
  clusterRef,
  Attestation,
  Control,
  createEvaluator,
  DataTables,
  EngineSettings,
  EntityFacts,
  Gap,
  GapCollector,
  Inventory,
  NotEvaluatedReason,
  restsOnReports,
  subjectKey,
  SubjectType,
  subjectsBesideWorkloads,
  unreadInputs,
  Workload,
} from 'security-posture-engine';
import { KnownSubject, SubjectChange } from '../database/SweepStore';
import { ownersHash } from '../resolve/OwnerIndex';
import { Breathe } from './createBreather';
import { Judging, subjectChange, workloadChange } from './subjectChange';
import { storedUses } from './subjectFacts';
import { addSubjectGaps, unreadSubjectKinds } from './unreadSubjects';
import { unseenChange } from './unseenChange';

/** Subjects that are saved together: the store shares them out to transactions. */
const SAVED_TOGETHER = 100;

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
  readonly tables: DataTables;
  readonly known: ReadonlyMap<string, KnownSubject>;
  /** Entities that own a workload, by its key. */
  readonly ownersOf: (key: string) => readonly EntityFacts[];
  /** What people state of the cluster. */
  readonly attestations: readonly Attestation[];
  readonly now: number;
  readonly breathe: Breathe;
  /** Called with the subjects that differ from what is stored, a few at a time. */
  readonly save: (changes: readonly SubjectChange[]) => Promise<void>;
}

/** What judging brought, beside what was saved. */
export interface JudgingResult {
  /** Keys of the subjects that are there, as far as could be seen. */
  readonly seen: ReadonlySet<string>;
  /** Keys of the images and service accounts that each workload uses, by the workload's key. */
  readonly uses: ReadonlyMap<string, readonly string[]>;
  /** Keys of the subjects that the cluster itself answers for: control plane, nodes, bindings and namespaces. */
  readonly own: ReadonlySet<string>;
  readonly gaps: readonly Gap[];
  /** Controls that rest on reports of other tools and that were judged on some subject. */
  readonly reported: ReadonlySet<string>;
}

/** Judges every subject of a cluster and the cluster itself, and saves those that differ; the others are not written. */
export async function judgeInventory(
  input: JudgingInput,
): Promise<JudgingResult> {
  const judging = beginJudging(input);
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
  const { seen, uses, own, gaps, reported } = judging;
  return { seen, uses, own, gaps: gaps.gaps, reported };
}

function beginJudging(input: JudgingInput): Judging {
  const { cluster, inventory, controls, settings, tables, now, ownersOf } =
    input;
  const gaps = new GapCollector(unreadInputs(controls, inventory));
  addSubjectGaps(gaps, controls, inventory, clusterRef(cluster));
  return {
    input,
    evaluator: createEvaluator(controls, inventory, {
      now,
      settings,
      tables,
      attestations: input.attestations,
      entitiesOf: workload => ownersOf(subjectKey(cluster, workload)),
    }),
    gaps,
    seen: new Set(),
    uses: new Map(),
    own: new Set(),
    restingOnReports: new Set(
      controls.filter(restsOnReports).map(({ id }) => id),
    ),
    reported: new Set(),
  };
}

/** Judges one subject after the other; undefined stands for one that is as it was. */
function* changes(judging: Judging): Generator<SubjectChange | undefined> {
  const { input, seen } = judging;
  const { cluster, inventory } = input;
  for (const workload of input.workloads) {
    const key = subjectKey(cluster, workload.subject);
    if (isFirst(seen, key)) yield workloadChange(judging, key, workload);
  }
  const others = subjectsBesideWorkloads(inventory, clusterRef(cluster));
  for (const judged of others) {
    const key = subjectKey(cluster, judged.subject);
    if (!isFirst(seen, key)) continue;
    if (isOwn(judged.subject.type)) judging.own.add(key);
    yield subjectChange(judging, key, judged);
  }
  yield* unseenChanges(judging);
}

/** Workloads, images and service accounts count for entities; the rest for the cluster (scoring.md). */
function isOwn(type: SubjectType): boolean {
  return type !== 'workload' && type !== 'image' && type !== 'serviceAccount';
}

/** A list that was not quite consistent may show an object twice. */
function isFirst(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  return true;
}

function* unseenChanges(
  judging: Judging,
): Generator<SubjectChange | undefined> {
  const { input, seen, gaps } = judging;
  const unread = unreadSubjectKinds(input.inventory, input.unreadKinds);
  for (const subject of input.known.values()) {
    const reason = unread.get(subject.kind);
    if (!reason || seen.has(subject.key)) continue;
    seen.add(subject.key);
    if (isOwn(subject.type)) judging.own.add(subject.key);
    else judging.uses.set(subject.key, storedUses(subject.facts));
    const judgedFor = ownersHash(input.ownersOf(subject.key));
    const change = unseenChange(
      subject,
      reason,
      input.controls,
      judgedFor,
      gaps,
    );
    yield subject.outcomesHash === change.outcomesHash ? undefined : change;
  }
}
