import { createHash } from 'node:crypto';
import {
  Control,
  createEvaluator,
  EngineSettings,
  EntityFacts,
  Evaluator,
  Finding,
  Inventory,
  NotEvaluatedReason,
  subjectKey,
  SubjectRef,
  Workload,
} from 'security-posture-engine';
import { KnownSubject, SubjectChange } from '../database/SweepStore';
import { isGap, unreadInputs } from './findGaps';
import { judgeWorkload } from './judgeWorkload';
import { provePatchOf } from './provePatchOf';
import { factsOf } from './subjectFacts';
import { labelsOf } from './subjectLabels';
import { yieldToEventLoop } from './yieldToEventLoop';

/** Workloads judged between two breaths of the event loop. */
const CHUNK = 20;

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
  readonly signal: AbortSignal;
  /** Called with the subjects that differ from what is stored, a few at a time. */
  readonly save: (changes: readonly SubjectChange[]) => Promise<void>;
}

/** What judging brought, beside what was saved. */
export interface JudgingResult {
  /** Keys of the subjects that are there, as far as could be seen. */
  readonly seen: ReadonlySet<string>;
  readonly gaps: readonly {
    readonly control: string;
    readonly reason: NotEvaluatedReason;
  }[];
}

/** Judges every workload of a cluster and saves those that differ; the others are not written. */
export async function judgeInventory(
  input: JudgingInput,
): Promise<JudgingResult> {
  const { inventory, workloads, controls, settings, now } = input;
  const evaluator = createEvaluator(controls, inventory, { now, settings });
  const unread = unreadInputs(controls, inventory);
  const gaps = new Map<
    string,
    { control: string; reason: NotEvaluatedReason }
  >();
  const seen = new Set<string>();
  const judge = (workload: Workload): SubjectChange => {
    const key = subjectKey(input.cluster, workload.subject);
    seen.add(key);
    const findings = judgeWorkload(
      evaluator,
      workload,
      input.ownersOf(key),
      controls,
    );
    return changeOf(key, workload, findings, {
      inventory,
      inGap: collectGaps(findings, unread, gaps),
      prove: finding => provePatchOf(finding, workload, findings, evaluator),
    });
  };
  for (let start = 0; start < workloads.length; start += CHUNK) {
    const changes = workloads.slice(start, start + CHUNK).map(judge);
    await input.save(changes.filter(change => differs(change, input.known)));
    await yieldToEventLoop(input.signal);
  }
  await saveCluster(input, evaluator, unread, gaps, seen);
  await saveUnseen(input, seen);
  return { seen, gaps: [...gaps.values()] };
}

/** The cluster as a whole is a subject of its own. */
async function saveCluster(
  input: JudgingInput,
  evaluator: Evaluator,
  unread: ReturnType<typeof unreadInputs>,
  gaps: Map<string, { control: string; reason: NotEvaluatedReason }>,
  seen: Set<string>,
): Promise<void> {
  const subject: SubjectRef = {
    type: 'cluster',
    apiVersion: '',
    kind: 'Cluster',
    name: input.cluster,
  };
  const key = subjectKey(input.cluster, subject);
  const findings = evaluator.evaluateCluster(subject);
  seen.add(key);
  const change: SubjectChange = {
    key,
    subject,
    labels: '{}',
    facts: '{}',
    outcomesHash: hashOf('', '', findings),
    findings,
    inGap: collectGaps(findings, unread, gaps),
    prove: () => undefined,
  };
  await input.save([change].filter(one => differs(one, input.known)));
}

/** Subjects of kinds that could not be listed are still there: every control on them is not evaluated. */
async function saveUnseen(
  input: JudgingInput,
  seen: Set<string>,
): Promise<void> {
  const unseen = [...input.known.values()].filter(
    subject => !seen.has(subject.key) && input.unreadKinds.has(subject.kind),
  );
  for (const subject of unseen) seen.add(subject.key);
  const changes = unseen.map(subject => unseenChange(subject, input));
  await input.save(changes.filter(change => differs(change, input.known)));
}

function unseenChange(
  known: KnownSubject,
  { controls, unreadKinds }: JudgingInput,
): SubjectChange {
  const subject: SubjectRef = {
    type: 'workload',
    apiVersion: known.apiVersion,
    kind: known.kind,
    ...(known.namespace === undefined ? {} : { namespace: known.namespace }),
    name: known.name,
  };
  const reason = unreadKinds.get(known.kind)!;
  const findings = controls
    .filter(control => control.subject === 'workload')
    .map<Finding>(control => ({
      control: control.id,
      subject,
      outcome: 'notEvaluated',
      reason,
      severity: control.severity,
      violations: [],
    }));
  return {
    key: known.key,
    subject,
    labels: known.labels,
    facts: known.facts,
    outcomesHash: hashOf(known.labels, known.facts, findings),
    findings,
    inGap: new Set(controls.map(control => control.id)),
    prove: () => undefined,
  };
}

function collectGaps(
  findings: readonly Finding[],
  unread: ReadonlyMap<string, ReadonlySet<NotEvaluatedReason>>,
  gaps: Map<string, { control: string; reason: NotEvaluatedReason }>,
): ReadonlySet<string> {
  const inGap = new Set<string>();
  for (const finding of findings) {
    if (!isGap(finding, unread)) continue;
    const reason = finding.reason as NotEvaluatedReason;
    gaps.set(`${finding.control} ${reason}`, {
      control: finding.control,
      reason,
    });
    inGap.add(finding.control);
  }
  return inGap;
}

function changeOf(
  key: string,
  workload: Workload,
  findings: readonly Finding[],
  rest: {
    readonly inventory: Inventory;
    readonly inGap: ReadonlySet<string>;
    readonly prove: (finding: Finding) => boolean | undefined;
  },
): SubjectChange {
  const labels = JSON.stringify(labelsOf(workload));
  const facts = JSON.stringify(factsOf(workload, rest.inventory));
  return {
    key,
    subject: workload.subject,
    ...(workload.uid ? { uid: workload.uid } : {}),
    labels,
    facts,
    outcomesHash: hashOf(labels, facts, findings),
    findings,
    inGap: rest.inGap,
    prove: rest.prove,
  };
}

function differs(
  change: SubjectChange,
  known: ReadonlyMap<string, KnownSubject>,
): boolean {
  return known.get(change.key)?.outcomesHash !== change.outcomesHash;
}

/** One hash over all that is stored of a subject, so that an unchanged one is not written. */
function hashOf(
  labels: string,
  facts: string,
  findings: readonly Finding[],
): string {
  const hash = createHash('sha256').update(labels).update(facts);
  for (const {
    control,
    outcome,
    reason,
    note,
    severity,
    consequenceOf,
    violations,
  } of findings) {
    hash.update(
      JSON.stringify([
        control,
        outcome,
        reason,
        note,
        severity,
        consequenceOf,
        violations,
      ]),
    );
  }
  return hash.digest('hex').slice(0, 32);
}
