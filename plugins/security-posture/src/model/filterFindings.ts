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
  category: string;
  /** Name of a container that one of its places is in. */
  container: string;
  /** How long ago it opened: `week` is the last seven days. */
  opened: string;
  /** Part of a control or of what it judges, in any case of letters. */
  search: string;
}

/** The states that a list of open findings can be narrowed to. */
export const FINDING_STATES = ['failing', 'notEvaluated', 'stale'] as const;

/** The periods that a list can be narrowed to what opened in, in milliseconds. */
export const OPENED_WITHIN: Readonly<Record<string, number>> = {
  week: 7 * 24 * 60 * 60_000,
};

/** The outcomes that a state is about; the other states are about all that is open. */
const OUTCOMES_OF_STATE: Readonly<Record<string, FindingsQuery['outcomes']>> = {
  failing: ['fail'],
  notEvaluated: ['notEvaluated'],
};

/** Narrows findings. A filter that names nothing that there is leaves none. */
export function filterFindings(
  findings: readonly FindingView[],
  filters: FindingFilters,
  now: number = Date.now(),
): FindingView[] {
  return findings.filter(
    finding =>
      isInState(finding, filters.state) &&
      isOrEmpty(filters.severity, finding.severity) &&
      isOrEmpty(filters.cluster, finding.resource.cluster) &&
      isOrEmpty(filters.subject, subjectId(finding.resource)) &&
      (!filters.framework || filters.framework in finding.frameworks) &&
      isOrEmpty(filters.category, finding.category) &&
      isIn(finding, filters.container) &&
      openedWithin(finding, filters.opened, now) &&
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
  return state === '';
}

function isIn({ violations }: FindingView, container: string): boolean {
  return (
    container === '' || violations.some(place => place.container === container)
  );
}

function openedWithin(
  { openedAt }: FindingView,
  period: string,
  now: number,
): boolean {
  if (period === '') return true;
  const most = OPENED_WITHIN[period];
  return most !== undefined && now - Date.parse(openedAt) <= most;
}

function mentions(finding: FindingView, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return [finding.title, finding.control, subjectName(finding.resource)].some(
    text => text.toLowerCase().includes(wanted),
  );
}
