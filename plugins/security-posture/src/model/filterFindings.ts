import type {
  FindingsQuery,
  FindingView,
} from 'backstage-plugin-security-posture-common';
import { SEVERITIES } from './severities';
import { subjectId, subjectName } from './subjectName';

/** Filters of a list of findings. An empty text filters nothing. */
export interface FindingFilters {
  state: string;
  severity: string;
  cluster: string;
  /** As {@link subjectId} writes it. */
  subject: string;
  framework: string;
  /** Part of a control or of what it judges, in any case of letters. */
  search: string;
}

/** The states that a list of open findings can be narrowed to. */
export const FINDING_STATES = ['failing', 'notEvaluated', 'stale'] as const;

/** The outcomes that a state is about; the other states are about all that is open. */
const OUTCOMES_OF_STATE: Readonly<Record<string, FindingsQuery['outcomes']>> = {
  failing: ['fail'],
  notEvaluated: ['notEvaluated'],
};

/** Narrows findings. */
export function filterFindings(
  findings: readonly FindingView[],
  filters: FindingFilters,
): FindingView[] {
  return findings.filter(
    finding =>
      isInState(finding, filters.state) &&
      isOrEmpty(filters.severity, finding.severity) &&
      isOrEmpty(filters.cluster, finding.resource.cluster) &&
      isOrEmpty(filters.subject, subjectId(finding.resource)) &&
      (!filters.framework || filters.framework in finding.frameworks) &&
      mentions(finding, filters.search),
  );
}

/** What the server can narrow by itself. */
export function queryOf({
  state,
  severity,
  cluster,
}: FindingFilters): FindingsQuery {
  return {
    outcomes: OUTCOMES_OF_STATE[state] ?? ['fail', 'notEvaluated'],
    ...(isSeverity(severity) ? { severities: [severity] } : {}),
    ...(cluster ? { cluster } : {}),
  };
}

/** How many filters are set. */
export function countFilters(filters: FindingFilters): number {
  return Object.values(filters).filter(Boolean).length;
}

function isSeverity(text: string): text is FindingView['severity'] {
  return SEVERITIES.some(severity => severity === text);
}

function isOrEmpty(wanted: string, found: string): boolean {
  return wanted === '' || wanted === found;
}

function isInState(finding: FindingView, state: string): boolean {
  if (state === 'failing') return finding.outcome === 'fail';
  if (state === 'notEvaluated') return finding.outcome === 'notEvaluated';
  if (state === 'stale') return finding.staleSince !== undefined;
  return true;
}

function mentions(finding: FindingView, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return [finding.title, finding.control, subjectName(finding.resource)].some(
    text => text.toLowerCase().includes(wanted),
  );
}
