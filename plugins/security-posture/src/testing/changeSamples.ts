import type {
  ChangesResponse,
  FindingChange,
  FindingRow,
  HistoryEvent,
  PastScore,
} from 'backstage-plugin-security-posture-common';
import { aResource, NONE_EXEMPTED } from './sampleParts';

/** What the score of payments-api was on a day. */
export function aPastScore(over: Partial<PastScore> = {}): PastScore {
  const score = { value: 65, grade: 'D' as const, coverage: 0.96 };
  return {
    day: '2026-11-12',
    profile: 'workload@1',
    library: '0.1.0',
    score,
    raw: score,
    open: { ...NONE_EXEMPTED, high: 3, medium: 5, low: 2 },
    exempted: NONE_EXEMPTED,
    blocking: { critical: 0, high: 3 },
    workloads: 4,
    ...over,
  };
}

/** A finding as lists of changes have it. */
export function aFindingRow(over: Partial<FindingRow> = {}): FindingRow {
  return {
    key: 'privileged-1',
    control: 'privileged-container',
    title: 'A container is privileged',
    severity: 'critical',
    category: 'podSpec',
    outcome: 'fail',
    resource: aResource(),
    place: {
      container: 'agent',
      path: 'spec.template.spec.containers[1].securityContext.privileged',
      message: 'container "agent" is privileged',
    },
    places: 1,
    openedAt: '2026-11-13T06:12:00Z',
    ...over,
  };
}

/** What became of the sample's findings in a week: one of each sort. */
export function sampleFindingChanges(): FindingChange[] {
  return [
    {
      change: 'opened',
      because: 'opened',
      at: '2026-11-13T06:12:00Z',
      finding: aFindingRow(),
    },
    {
      change: 'changed',
      because: 'changed',
      at: '2026-11-15T12:00:00Z',
      finding: aFindingRow({
        key: 'root-1',
        title: 'A container runs as root',
        severity: 'high',
        place: { path: 'spec', message: 'container "worker" runs as user 0' },
      }),
      before: aFindingRow({
        key: 'root-1',
        title: 'A container runs as root',
        severity: 'high',
        place: { path: 'spec', message: 'container "job" runs as user 0' },
      }),
    },
    {
      change: 'closed',
      because: 'passed',
      at: '2026-11-16T18:00:00Z',
      finding: aFindingRow({
        key: 'seccomp-1',
        title: 'A seccomp profile is missing',
        severity: 'medium',
      }),
    },
  ];
}

/** Events of every kind that pages tell of, newest first. */
export function sampleEvents(): HistoryEvent[] {
  const resource = aResource();
  const { cluster } = resource;
  return [
    {
      at: '2026-11-19T02:10:00Z',
      what: 'clusterUnreachable',
      cluster: 'prod-us',
      to: 'unreachable',
    },
    {
      at: '2026-11-16T18:00:00Z',
      what: 'findingClosed',
      because: 'passed',
      cluster,
      resource,
      finding: {
        key: 'seccomp-1',
        control: 'seccomp-profile',
        title: 'A seccomp profile is missing',
        severity: 'medium',
        outcome: 'fail',
      },
    },
    {
      at: '2026-11-13T06:12:00Z',
      what: 'imageChanged',
      cluster,
      resource,
      from: 'payments/agent:1',
      to: 'payments/agent:2',
    },
    {
      at: '2026-11-13T06:12:00Z',
      what: 'findingOpened',
      cluster,
      resource,
      finding: {
        key: 'privileged-1',
        control: 'privileged-container',
        title: 'A container is privileged',
        severity: 'critical',
        outcome: 'fail',
      },
    },
    {
      at: '2026-10-20T09:00:00Z',
      what: 'exemptionApproved',
      ref: 'exemption-1',
      from: 'pending',
      to: 'approved',
    },
    {
      at: '2026-10-06T04:00:00Z',
      what: 'libraryChanged',
      from: '1.3.0',
      to: '1.4.0',
    },
  ];
}

/** What changed in a week in which the score of payments-api fell from 65 to 33. */
export function aChangesAnswer(
  over: Partial<ChangesResponse> = {},
): ChangesResponse {
  return {
    from: '2026-11-12T23:59:59.999Z',
    to: '2026-11-19T10:14:00Z',
    detail: 'full',
    scoreFrom: aPastScore(),
    scoreTo: aPastScore({
      day: '2026-11-13',
      score: { value: 33, grade: 'F', coverage: 0.9 },
      open: { ...NONE_EXEMPTED, critical: 1, high: 3, medium: 4, low: 2 },
      workloads: 5,
    }),
    findings: {
      items: sampleFindingChanges(),
      counts: { opened: 1, closed: 1, changed: 1 },
    },
    workloadsNew: { items: [aResource({ name: 'settlement' })], total: 1 },
    workloadsGone: { items: [], total: 0 },
    events: sampleEvents().slice(0, 3).reverse(),
    partial: false,
    ...over,
  };
}
