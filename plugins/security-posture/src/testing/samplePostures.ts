import type {
  ClusterFreshness,
  EntityPosture,
  FindingsResponse,
  FindingView,
} from 'backstage-plugin-security-posture-common';
import {
  sampleFindings,
  sampleFixes,
  sampleNotEvaluated,
  sampleNotes,
  sampleWorkers,
} from './sampleFindings';
import {
  aCluster,
  aFix,
  aPatch,
  aResource,
  aScan,
  minutesAgo,
  NONE_EXEMPTED,
} from './sampleParts';
import { aRecentScore } from './trendSamples';

/** The posture of payments-api, which is not ready. */
export function aPosture(over: Partial<EntityPosture> = {}): EntityPosture {
  const findings = sampleFindings();
  return {
    entityRef: 'component:default/payments-api',
    state: 'judged',
    readiness: 'notReady',
    reasons: [
      { kind: 'openFindings', severity: 'critical', count: 1 },
      { kind: 'openFindings', severity: 'high', count: 3 },
    ],
    scopeOfReadiness: 'production',
    score: { value: 16, grade: 'F', coverage: 0.96 },
    raw: { value: 16, grade: 'F', coverage: 0.96 },
    controls: {
      failing: 7,
      exempted: 0,
      passing: 32,
      notEvaluated: 1,
      notApplicable: 4,
    },
    open: { critical: 1, high: 3, medium: 3, low: 2, info: 0 },
    exempted: NONE_EXEMPTED,
    exemptions: { pending: 0, inForce: 0 },
    workloads: 5,
    recent: aRecentScore(),
    fixFirst: sampleFixes(),
    gains: [
      { control: 'privileged-container', points: 32.2 },
      { control: 'run-as-non-root', points: 0.9 },
    ],
    findings: aPageOf(findings),
    clusters: [
      aCluster(),
      aCluster({ cluster: 'staging', production: false, workloads: 2 }),
    ],
    mapping: {
      annotated: true,
      query: {
        labelSelector: 'backstage.io/kubernetes-id=payments-api',
        from: 'kubernetes-id',
        clusters: ['prod-eu', 'staging'],
        clustersFrom: 'all',
      },
      steps: [
        { step: 'clusters', found: 66 },
        { step: 'selector', found: 5 },
      ],
      candidates: [],
    },
    profile: 'workload 1',
    library: '0.1.0',
    ...over,
  };
}

/** Findings as the only page of all. */
export function aPageOf(items: FindingView[]): FindingsResponse {
  const notes = items.filter(({ severity }) => severity === 'info').length;
  return { items, total: items.length, notes };
}

/** A posture for each state that has no findings to show. */
export const EMPTY_POSTURES = {
  notMapped: () =>
    anEmptyPosture('notMapped', {
      clusters: ['prod-eu', 'staging'].map(cluster =>
        aCluster({ cluster, workloads: 0 }),
      ),
      mapping: {
        annotated: false,
        query: {
          labelSelector: 'backstage.io/kubernetes-id=payments-api',
          from: 'name',
          clusters: ['prod-eu', 'staging'],
          clustersFrom: 'all',
        },
        steps: [
          { step: 'clusters', found: 66 },
          { step: 'selector', found: 0 },
        ],
        candidates: [aResource()],
        snippet:
          'metadata:\n  annotations:\n    backstage.io/kubernetes-label-selector: app=payments-api\n    backstage.io/kubernetes-namespace: payments\n',
      },
    }),
  noWorkloads: () =>
    anEmptyPosture('noWorkloads', {
      clusters: [aCluster({ workloads: 0 })],
      mapping: {
        annotated: true,
        query: {
          labelSelector: 'backstage.io/kubernetes-id=cdn-purger',
          from: 'kubernetes-id',
          clusters: ['prod-eu'],
          clustersFrom: 'all',
        },
        steps: [
          { step: 'clusters', found: 41 },
          { step: 'selector', found: 0 },
        ],
        candidates: [],
      },
    }),
  noClusterAllowed: () =>
    anEmptyPosture('noWorkloads', {
      clusters: [],
      mapping: {
        annotated: true,
        query: {
          labelSelector: 'backstage.io/kubernetes-id=payments-api',
          from: 'kubernetes-id',
          clusters: [],
          clustersFrom: 'relation',
        },
        steps: [
          { step: 'clusters', found: 0 },
          { step: 'selector', found: 0 },
        ],
        candidates: [aResource()],
        snippet:
          'metadata:\n  annotations:\n    backstage.io/kubernetes-id: payments-api\n    backstage.io/kubernetes-namespace: payments\nspec:\n  dependsOn:\n    - resource:default/prod-eu\n# Label the workload the same:\n# backstage.io/kubernetes-id: payments-api\n',
      },
    }),
  neverScanned: () =>
    anEmptyPosture('neverScanned', {
      clusters: [
        aCluster({
          state: 'neverScanned',
          lastSuccessAt: undefined,
          workloads: 0,
        }),
      ],
    }),
  unreachable: () =>
    anEmptyPosture('unreachable', {
      clusters: [
        aCluster({
          cluster: 'prod-us',
          state: 'unreachable',
          reason: 'unreachable',
          lastSuccessAt: undefined,
          failingSince: minutesAgo(8 * 60),
          workloads: 0,
        }),
      ],
    }),
  needsUserCredentials: () =>
    anEmptyPosture('needsUserCredentials', {
      clusters: [
        aCluster({
          cluster: 'lab',
          production: false,
          state: 'needsUserCredentials',
          reason: 'needsUserCredentials',
          lastSuccessAt: undefined,
          workloads: 0,
        }),
      ],
    }),
  noClusters: () => anEmptyPosture('noClusters', { clusters: [] }),
};

/** Postures of judged entities, by what is special about them. */
export const JUDGED_POSTURES = {
  notReady: () => aPosture(),
  ready: aReadyPosture,
  partlyEvaluated: aPartlyEvaluatedPosture,
  stale: aStalePosture,
  staleAndNotReady: () =>
    aPosture({
      reasons: [
        { kind: 'openFindings', severity: 'critical', count: 1 },
        staleReason(),
      ],
      clusters: [aCluster(), aSilentCluster()],
    }),
  scannedInPart: () =>
    aPosture({
      score: { value: null, grade: null, coverage: 0.43 },
      raw: { value: null, grade: null, coverage: 0.43 },
      reasons: [
        { kind: 'openFindings', severity: 'critical', count: 1 },
        { kind: 'lowCoverage', coverage: 0.43, required: 0.9 },
      ],
      recent: aRecentScore({ by: null }),
      clusters: [aCluster({ title: 'Production EU', reason: 'forbidden' })],
    }),
  scanRunning: () => ({ ...aReadyPosture(), scan: aScan() }),
  outsideProduction: () =>
    aPosture({
      open: { critical: 1, high: 4, medium: 3, low: 2, info: 0 },
      exempted: NONE_EXEMPTED,
    }),
  readyButOutside: () =>
    aPosture({
      ...aReadyPosture(),
      score: { value: 67, grade: 'D', coverage: 1 },
      raw: { value: 67, grade: 'D', coverage: 1 },
      open: { critical: 0, high: 1, medium: 3, low: 0, info: 0 },
      exempted: NONE_EXEMPTED,
    }),
  withNotes: () =>
    aPosture({
      findings: aPageOf([...sampleFindings(), ...sampleNotes()]),
    }),
  exemplary: () =>
    aPosture({
      ...aReadyPosture(),
      score: { value: 100, grade: 'A', coverage: 1 },
      raw: { value: 100, grade: 'A', coverage: 1 },
      controls: {
        failing: 0,
        exempted: 0,
        passing: 40,
        notEvaluated: 0,
        notApplicable: 4,
      },
      open: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
      exempted: NONE_EXEMPTED,
      fixFirst: [],
      findings: aPageOf([]),
    }),
  noScore: () =>
    aPosture({
      readiness: 'unknown',
      reasons: [{ kind: 'nothingEvaluated' }],
      score: { value: null, grade: null, coverage: 0 },
      raw: { value: null, grade: null, coverage: 0 },
      controls: {
        failing: 0,
        exempted: 0,
        passing: 0,
        notEvaluated: 40,
        notApplicable: 4,
      },
      open: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
      exempted: NONE_EXEMPTED,
      fixFirst: [],
      findings: aPageOf([sampleNotEvaluated()]),
    }),
};

function anEmptyPosture(
  state: EntityPosture['state'],
  over: Partial<EntityPosture>,
): EntityPosture {
  return aPosture({
    state,
    readiness: 'unknown',
    reasons: [{ kind: 'nothingEvaluated' }],
    score: { value: null, grade: null, coverage: null },
    raw: { value: null, grade: null, coverage: null },
    controls: {
      failing: 0,
      exempted: 0,
      passing: 0,
      notEvaluated: 0,
      notApplicable: 0,
    },
    open: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
    exempted: NONE_EXEMPTED,
    workloads: 0,
    recent: undefined,
    fixFirst: [],
    findings: aPageOf([]),
    ...over,
  });
}

function aReadyPosture(): EntityPosture {
  const findings = sampleFindings()
    .filter(({ severity }) => severity === 'medium')
    .map(finding => ({ ...finding, consequenceOf: undefined }));
  return aPosture({
    readiness: 'ready',
    reasons: [],
    recent: aRecentScore({ by: 0, moved: undefined }),
    score: { value: 88, grade: 'C', coverage: 1 },
    raw: { value: 88, grade: 'C', coverage: 1 },
    controls: {
      failing: 3,
      exempted: 0,
      passing: 37,
      notEvaluated: 0,
      notApplicable: 4,
    },
    open: { critical: 0, high: 0, medium: 3, low: 0, info: 0 },
    exempted: NONE_EXEMPTED,
    fixFirst: [
      aFix({
        control: 'seccomp-profile',
        severity: 'medium',
        title: 'A seccomp profile is missing',
        why: 'Without a profile a process may call every system call of the kernel.',
        fix: 'Set `seccompProfile.type: RuntimeDefault` on the pod.',
        place: undefined,
        workloads: [aResource(), aResource({ cluster: 'staging' })],
        workloadsTotal: 2,
        alsoEnds: [],
        effect: {
          scoreFrom: 88,
          scoreTo: 97,
          gradeFrom: 'C',
          gradeTo: 'B',
          severityOpen: 3,
          severityFewer: 2,
        },
        findingKey: 'seccomp-1',
      }),
    ],
    findings: aPageOf(findings),
  });
}

function aPartlyEvaluatedPosture(): EntityPosture {
  return aPosture({
    ...aReadyPosture(),
    readiness: 'unknown',
    reasons: [{ kind: 'lowCoverage', coverage: 0.87, required: 0.9 }],
    score: { value: 87, grade: 'C', coverage: 0.87 },
    raw: { value: 87, grade: 'C', coverage: 0.87 },
    controls: {
      failing: 2,
      exempted: 0,
      passing: 40,
      notEvaluated: 4,
      notApplicable: 4,
    },
    findings: aPageOf([
      ...sampleFindings().filter(finding => finding.severity === 'medium'),
      sampleNotEvaluated(),
    ]),
  });
}

function aStalePosture(): EntityPosture {
  return aPosture({
    ...aReadyPosture(),
    readiness: 'unknown',
    reasons: [staleReason()],
    score: { value: 67, grade: 'D', coverage: 0.92 },
    raw: { value: 67, grade: 'D', coverage: 0.92 },
    open: { critical: 0, high: 2, medium: 0, low: 0, info: 0 },
    exempted: NONE_EXEMPTED,
    controls: {
      failing: 1,
      exempted: 0,
      passing: 39,
      notEvaluated: 0,
      notApplicable: 4,
    },
    fixFirst: [
      {
        ...sampleFixes()[1],
        workloads: sampleWorkers().slice(0, 2),
        workloadsTotal: 2,
        patches: sampleWorkers()
          .slice(0, 2)
          .map(resource => aPatch({ resource })),
        effect: {
          scoreFrom: 67,
          scoreTo: 100,
          gradeFrom: 'D',
          gradeTo: 'A',
          severityOpen: 2,
          severityFewer: 2,
        },
      },
    ],
    clusters: [aCluster(), aSilentCluster()],
    findings: aPageOf(
      sampleFindings()
        .slice(1, 3)
        .map(finding => ({ ...finding, staleSince: minutesAgo(8 * 60) })),
    ),
  });
}

function aSilentCluster(): ClusterFreshness {
  return aCluster({
    cluster: 'prod-us',
    state: 'unreachable',
    reason: 'unreachable',
    lastSuccessAt: minutesAgo(9 * 60),
    failingSince: minutesAgo(8 * 60),
    workloads: 2,
  });
}

function staleReason() {
  return {
    kind: 'staleCluster' as const,
    cluster: 'prod-us',
    since: minutesAgo(8 * 60),
    reason: 'unreachable' as const,
  };
}
