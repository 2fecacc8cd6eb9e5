import { Finding } from '../model/finding';
import { FailingFinding, failureKey, failureKeys } from './failureKey';
import { JudgedManifest } from './judgeManifests';

/** An approved exemption of a control on all that belongs to an entity, or on one workload. */
export interface LiveExemption {
  readonly control: string;
  /** Absent for one on the entity. */
  readonly workload?: { readonly kind: string; readonly name: string };
}

/** What is known of a live entity. */
export interface LiveEntity {
  /** `failureKeys` of the failures that are open, exempted or not. */
  readonly open: ReadonlySet<string>;
  readonly exemptions: readonly LiveExemption[];
  /** Those of `open` that an exemption covers, of whatever scope; none where that is not known. */
  readonly covered?: ReadonlySet<string>;
}

/** A failing finding of manifests, beside the live entity. */
export interface ComparedFailure<Judged> {
  readonly judged: Judged;
  /** As it was found, with all its violations. */
  readonly finding: Finding;
  /** The finding with those violations that the live entity does not have; absent where it has all. */
  readonly fresh?: Finding;
  /** Whether an exemption covers it: one of its control, or that which the live entity has of the same finding. */
  readonly exempted: boolean;
}

/** What is compared of a judged subject. */
type Comparable = Pick<JudgedManifest, 'subject' | 'findings'>;

/** Tells new failures of manifests from those that the live entity has. Findings of severity info are notes and are left out. */
export function compareWithLive<Judged extends Comparable>(
  subjects: readonly Judged[],
  live: LiveEntity,
): readonly ComparedFailure<Judged>[] {
  return subjects.flatMap(judged =>
    judged.findings.filter(isFailure).map(finding => {
      const fresh = newPartOf(finding, live);
      return {
        judged,
        finding,
        ...(fresh ? { fresh } : {}),
        exempted:
          isExempted(finding, live.exemptions) || isCovered(finding, live),
      };
    }),
  );
}

/**
 * Those of the live entity's failures that are over in the manifests: their object is there, and all of its name passes the
 * control. What the manifests do not hold, or do not show enough of, is not fixed; nor is what only does not apply any more.
 */
export function fixedFailures<Failure extends FailingFinding>(
  subjects: readonly Comparable[],
  failures: readonly Failure[],
): readonly Failure[] {
  const over = new Map<string, boolean>();
  for (const { subject, findings } of subjects)
    for (const finding of findings) {
      const key = failureKey({ control: finding.control, ...subject });
      const passes = finding.outcome === 'pass';
      over.set(key, passes && (over.get(key) ?? true));
    }
  return failures.filter(({ control, subject: { kind, name, title } }) =>
    [name, title].some(
      one =>
        one !== undefined && over.get(failureKey({ control, kind, name: one })),
    ),
  );
}

function isFailure({ outcome, severity }: Finding): boolean {
  return outcome === 'fail' && severity !== 'info';
}

function newPartOf(
  finding: Finding,
  { open }: LiveEntity,
): Finding | undefined {
  const { control, subject, violations } = finding;
  const { kind, name } = subject;
  if (!violations.length)
    return open.has(failureKey({ control, kind, name })) ? undefined : finding;
  const fresh = violations.filter(
    violation => !open.has(failureKey({ control, kind, name, violation })),
  );
  return fresh.length ? { ...finding, violations: fresh } : undefined;
}

function isCovered(finding: Finding, { covered }: LiveEntity): boolean {
  return (
    covered !== undefined && failureKeys(finding).every(key => covered.has(key))
  );
}

/** A critical finding needs an exemption of its own, and what follows from another is exempted with that. */
function isExempted(
  { control, severity, consequenceOf, subject }: Finding,
  exemptions: readonly LiveExemption[],
): boolean {
  if (severity === 'critical') return false;
  return exemptions.some(
    exemption =>
      [control, consequenceOf].includes(exemption.control) &&
      (!exemption.workload ||
        (exemption.workload.kind === subject.kind &&
          exemption.workload.name === subject.name)),
  );
}
