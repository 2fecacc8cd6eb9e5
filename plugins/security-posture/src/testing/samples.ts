import type {
  ClusterFreshness,
  EntityPosture,
  FindingView,
  FixFirstItem,
  PatchView,
  ResourceView,
  ScanView,
} from 'backstage-plugin-security-posture-common';

/** A time some minutes before now, as the API writes it. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

/** A Deployment in prod-eu. */
export function aResource(over: Partial<ResourceView> = {}): ResourceView {
  return {
    cluster: 'prod-eu',
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'payments',
    name: 'payments-api',
    ...over,
  };
}

/** A proven patch in all its forms. */
export function aPatch(over: Partial<PatchView> = {}): PatchView {
  return {
    resource: aResource(),
    proven: true,
    forms: [
      { id: 'strategicMerge', language: 'yaml', text: STRATEGIC_MERGE },
      { id: 'kustomize', language: 'yaml', text: KUSTOMIZE },
      { id: 'kubectl', language: 'bash', text: KUBECTL },
    ],
    ...over,
  };
}

/** The finding of a privileged container. */
export function aFinding(over: Partial<FindingView> = {}): FindingView {
  return {
    key: 'privileged-1',
    control: 'privileged-container',
    title: 'A container runs privileged',
    severity: 'critical',
    category: 'podSpec',
    outcome: 'fail',
    resource: aResource(),
    violations: [
      {
        path: 'spec.template.spec.containers[1].securityContext.privileged',
        container: 'agent',
        field: 'securityContext.privileged',
        message: 'container "agent" is privileged',
        actual: true,
        expected: false,
      },
    ],
    frameworks: {
      nsa: ['P1', 'P4'],
      'pss-baseline': ['privileged'],
      cis: { '1.12': ['5.2.2'] },
      'nist-800-190': ['4.4.3'],
      'owasp-k8s': ['K01'],
    },
    openedAt: minutesAgo(6 * 24 * 60),
    patch: aPatch(),
    ...over,
  };
}

/** The first thing to fix on payments-api. */
export function aFix(over: Partial<FixFirstItem> = {}): FixFirstItem {
  return {
    control: 'privileged-container',
    severity: 'critical',
    title: 'A container runs privileged',
    why: 'A process in a privileged container can take over the node and every pod on it.',
    fix: 'Remove `securityContext.privileged`, and add only the capabilities that the process needs.',
    workloads: [aResource()],
    workloadsTotal: 1,
    place: {
      container: 'agent',
      path: 'spec.template.spec.containers[1].securityContext.privileged',
      message: 'container "agent" is privileged',
    },
    alsoEnds: ['seccomp-unconfined'],
    effect: {
      scoreFrom: 16,
      scoreTo: 50,
      gradeFrom: 'F',
      gradeTo: 'D',
      severityOpen: 1,
      severityFewer: 1,
    },
    findingKey: 'privileged-1',
    patches: [aPatch()],
    ...over,
  };
}

/** A cluster that was scanned 12 minutes ago. */
export function aCluster(
  over: Partial<ClusterFreshness> = {},
): ClusterFreshness {
  return {
    cluster: 'prod-eu',
    production: true,
    state: 'scanned',
    lastSuccessAt: minutesAgo(12),
    workloads: 3,
    ...over,
  };
}

/** A scan that has read one of two clusters. */
export function aScan(over: Partial<ScanView> = {}): ScanView {
  return {
    id: 'scan-1',
    state: 'running',
    requestedAt: minutesAgo(1),
    clusters: [
      {
        cluster: 'prod-eu',
        state: 'running',
        listsRead: 8,
        listsTotal: 13,
        objectsRead: 1240,
      },
      {
        cluster: 'staging',
        state: 'waiting',
        listsRead: 0,
        listsTotal: 13,
        objectsRead: 0,
      },
    ],
    ...over,
  };
}

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
    score: { value: 16, grade: 'F', coverage: 0.96 },
    controls: { failing: 7, passing: 32, notEvaluated: 1, notApplicable: 4 },
    open: { critical: 1, high: 3, medium: 3, low: 2, info: 0 },
    workloads: 5,
    fixFirst: sampleFixes(),
    findings: { items: findings, total: findings.length },
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
      },
      steps: [
        { step: 'clusters', found: 2 },
        { step: 'selector', found: 5 },
      ],
      candidates: [],
    },
    profile: 'workload 1',
    library: '0.1.0',
    ...over,
  };
}

/** A posture for each state that has no findings to show. */
export const EMPTY_POSTURES = {
  notMapped: () =>
    anEmptyPosture('notMapped', {
      clusters: [],
      mapping: {
        annotated: false,
        query: {
          labelSelector: 'backstage.io/kubernetes-id=payments-api',
          from: 'name',
          clusters: ['prod-eu', 'staging'],
        },
        steps: [
          { step: 'clusters', found: 2 },
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
        },
        steps: [
          { step: 'clusters', found: 1 },
          { step: 'selector', found: 0 },
        ],
        candidates: [],
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
  scanRunning: () => ({ ...aReadyPosture(), scan: aScan() }),
  exemplary: () =>
    aPosture({
      ...aReadyPosture(),
      score: { value: 100, grade: 'A', coverage: 1 },
      controls: { failing: 0, passing: 40, notEvaluated: 0, notApplicable: 4 },
      open: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
      fixFirst: [],
      findings: { items: [], total: 0 },
    }),
  noScore: () =>
    aPosture({
      readiness: 'unknown',
      reasons: [{ kind: 'nothingEvaluated' }],
      score: { value: null, grade: null, coverage: 0 },
      controls: { failing: 0, passing: 0, notEvaluated: 40, notApplicable: 4 },
      open: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
      fixFirst: [],
      findings: { items: [sampleNotEvaluated()], total: 1 },
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
    controls: { failing: 0, passing: 0, notEvaluated: 0, notApplicable: 0 },
    open: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
    workloads: 0,
    fixFirst: [],
    findings: { items: [], total: 0 },
    ...over,
  });
}

function aReadyPosture(): EntityPosture {
  const findings = sampleFindings().filter(
    finding => finding.severity === 'medium',
  );
  return aPosture({
    readiness: 'ready',
    reasons: [],
    score: { value: 88, grade: 'C', coverage: 1 },
    controls: { failing: 3, passing: 37, notEvaluated: 0, notApplicable: 4 },
    open: { critical: 0, high: 0, medium: 3, low: 0, info: 0 },
    fixFirst: [
      aFix({
        control: 'seccomp-profile',
        severity: 'medium',
        title: 'A seccomp profile is missing',
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
    findings: { items: findings, total: findings.length },
  });
}

function aPartlyEvaluatedPosture(): EntityPosture {
  return aPosture({
    ...aReadyPosture(),
    readiness: 'unknown',
    reasons: [{ kind: 'lowCoverage', coverage: 0.87, required: 0.9 }],
    score: { value: 87, grade: 'C', coverage: 0.87 },
    controls: { failing: 2, passing: 40, notEvaluated: 4, notApplicable: 4 },
    findings: {
      items: [
        ...sampleFindings().filter(finding => finding.severity === 'medium'),
        sampleNotEvaluated(),
      ],
      total: 4,
    },
  });
}

function aStalePosture(): EntityPosture {
  return aPosture({
    ...aReadyPosture(),
    readiness: 'unknown',
    reasons: [staleReason()],
    score: { value: 67, grade: 'D', coverage: 0.92 },
    clusters: [aCluster(), aSilentCluster()],
    findings: {
      items: sampleFindings()
        .slice(1, 3)
        .map(finding => ({ ...finding, staleSince: minutesAgo(8 * 60) })),
      total: 2,
    },
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

function sampleFixes(): FixFirstItem[] {
  return [
    aFix(),
    aFix({
      control: 'run-as-non-root',
      severity: 'high',
      title: 'A container runs as root',
      why: 'A process with UID 0 that leaves its container is root on the node.',
      fix: 'Set `runAsNonRoot: true` and a numeric `runAsUser` above 0.',
      workloads: sampleWorkers(),
      workloadsTotal: 3,
      place: {
        container: 'worker',
        path: 'spec.template.spec.containers[0].securityContext.runAsUser',
        message: 'container "worker" runs as user 0',
      },
      alsoEnds: [],
      effect: {
        scoreFrom: 16,
        scoreTo: 16,
        gradeFrom: 'F',
        gradeTo: 'F',
        severityOpen: 3,
        severityFewer: 3,
      },
      findingKey: 'root-1',
      patches: sampleWorkers().map(resource => aPatch({ resource })),
    }),
    aFix({
      control: 'secrets-in-environment',
      severity: 'medium',
      title: 'A secret is handed over in an environment variable',
      why: 'Environment variables leak into logs, crash reports and child processes.',
      fix: 'Mount the Secret as a file.',
      workloads: [aResource({ kind: 'CronJob', name: 'settlement-export' })],
      workloadsTotal: 1,
      place: undefined,
      alsoEnds: [],
      effect: {
        scoreFrom: 16,
        scoreTo: 17,
        gradeFrom: 'F',
        gradeTo: 'F',
        severityOpen: 3,
        severityFewer: 1,
      },
      findingKey: 'secret-1',
      patches: [],
    }),
  ];
}

function sampleWorkers(): ResourceView[] {
  return [
    aResource({ name: 'payments-worker' }),
    aResource({ kind: 'CronJob', name: 'settlement-export' }),
    aResource({ name: 'payments-worker', cluster: 'staging' }),
  ];
}

function sampleFindings(): FindingView[] {
  return [
    aFinding(),
    ...sampleWorkers().map((resource, index) =>
      aFinding({
        key: `root-${index + 1}`,
        control: 'run-as-non-root',
        title: 'A container runs as root',
        severity: 'high',
        resource,
        violations: [
          {
            path: 'spec.template.spec.containers[0].securityContext.runAsUser',
            container: 'worker',
            field: 'securityContext.runAsUser',
            message: 'container "worker" runs as user 0',
            actual: 0,
            expected: '1 or more',
          },
        ],
        openedAt: minutesAgo(78 * 24 * 60),
        patch: aPatch({ resource }),
      }),
    ),
    aFinding({
      key: 'seccomp-1',
      control: 'seccomp-profile',
      title: 'A seccomp profile is missing',
      severity: 'medium',
      violations: [
        {
          path: 'spec.template.spec.securityContext.seccompProfile.type',
          message: 'no seccomp profile is set',
          expected: 'RuntimeDefault',
        },
      ],
      consequenceOf: 'privileged-container',
    }),
    aFinding({
      key: 'capabilities-1',
      control: 'drop-all-capabilities',
      title: 'A container keeps capabilities that it was not given',
      severity: 'medium',
      violations: [
        {
          path: 'spec.template.spec.containers[0].securityContext.capabilities.drop',
          container: 'api',
          message: 'container "api" does not drop ALL',
          actual: ['NET_RAW'],
          expected: ['ALL'],
        },
      ],
    }),
    aFinding({
      key: 'secret-1',
      control: 'secrets-in-environment',
      title: 'A secret is handed over in an environment variable',
      severity: 'medium',
      resource: aResource({ kind: 'CronJob', name: 'settlement-export' }),
      violations: [
        {
          path: 'spec.jobTemplate.spec.template.spec.containers[0].env[2].valueFrom.secretKeyRef',
          container: 'export',
          message:
            'variable DATABASE_PASSWORD of container "export" comes from a Secret',
          expected: 'a mounted file',
        },
      ],
      patch: undefined,
    }),
    ...['payments-api', 'payments-worker'].map(name =>
      aFinding({
        key: `readonly-${name}`,
        control: 'read-only-root-filesystem',
        title: 'The root file system of a container is writable',
        severity: 'low',
        resource: aResource({ name }),
        frameworks: { nsa: ['P2'] },
        violations: [
          {
            path: 'spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem',
            container: 'api',
            message: 'container "api" may write to its root file system',
            expected: true,
          },
        ],
      }),
    ),
  ];
}

function sampleNotEvaluated(): FindingView {
  return aFinding({
    key: 'signature-1',
    control: 'image-signature',
    title: 'Images are signed',
    severity: 'medium',
    outcome: 'notEvaluated',
    reason: 'noReport',
    reasonText: 'no report of another tool was found',
    violations: [],
    patch: undefined,
  });
}

const STRATEGIC_MERGE = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: payments-api
  namespace: payments
spec:
  template:
    spec:
      containers:
        - name: agent
          securityContext:
            privileged: false
`;

const KUSTOMIZE = `patches:
  - target:
      kind: Deployment
      name: payments-api
      namespace: payments
    patch: |-
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: payments-api
`;

const KUBECTL = `kubectl --namespace payments patch deployment payments-api \\
  --type strategic \\
  --patch-file patch.yaml
`;
