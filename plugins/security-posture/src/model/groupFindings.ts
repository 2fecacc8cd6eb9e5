import type {
  FindingView,
  ResourceView,
} from 'backstage-plugin-security-posture-common';
import { bySeverity, Severity } from './severities';
import { subjectId, subjectName } from './subjectName';

/** Findings that are listed as one row: those of one control, or those about one object. */
export interface FindingGroup {
  id: string;
  title: string;
  /** The gravest among them. */
  severity: Severity;
  findings: FindingView[];
  clusters: string[];
  /** What they are about, each once. */
  subjects: ResourceView[];
  /** ISO time of the first that opened. */
  openedAt: string;
  /** Id of the control that all of them follow from. */
  consequenceOf?: string;
}

/** What a list of findings may be grouped by. */
export type Grouping = 'control' | 'subject';

/** Groups findings, the gravest group first, else in the order in which they come. */
export function groupFindings(
  findings: readonly FindingView[],
  by: Grouping,
): FindingGroup[] {
  const groups = new Map<string, FindingView[]>();
  for (const finding of findings) {
    const id = groupId(finding, by);
    groups.set(id, [...(groups.get(id) ?? []), finding]);
  }
  return [...groups]
    .map(([id, members]) => groupOf(id, members, by))
    .sort((left, right) => bySeverity(left.severity, right.severity));
}

/** Findings that fail and ones that could not be judged differ in their title, so they are groups of their own. */
function groupId(finding: FindingView, by: Grouping): string {
  return by === 'subject'
    ? subjectId(finding.resource)
    : `${finding.control} ${finding.outcome}`;
}

function groupOf(
  id: string,
  findings: FindingView[],
  by: Grouping,
): FindingGroup {
  const [first] = findings;
  return {
    id,
    title: by === 'subject' ? subjectName(first.resource) : first.title,
    severity: findings.map(({ severity }) => severity).sort(bySeverity)[0],
    findings,
    clusters: distinct(findings.map(({ resource }) => resource.cluster)),
    subjects: subjectsOf(findings),
    openedAt: findings.map(({ openedAt }) => openedAt).sort()[0],
    consequenceOf: by === 'control' ? sharedCause(findings) : undefined,
  };
}

function subjectsOf(findings: readonly FindingView[]): ResourceView[] {
  const byId = findings.map(
    ({ resource }) => [subjectId(resource), resource] as const,
  );
  return [...new Map(byId).values()];
}

function sharedCause(findings: readonly FindingView[]): string | undefined {
  const [cause, ...others] = distinct(
    findings.map(({ consequenceOf }) => consequenceOf),
  );
  return others.length === 0 ? cause : undefined;
}

/** The values, each once, in the order in which they come. */
export function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
