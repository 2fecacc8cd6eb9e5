import type {
  ControlEntitiesResponse,
  ControlStanding,
  ControlStandingDetails,
  ControlStandingsResponse,
  ExplorerResponse,
  ExplorerRow,
} from 'backstage-plugin-security-posture-common';

/** A control that fails on four of eighteen services. */
export function aStanding(
  over: Partial<ControlStanding> = {},
): ControlStanding {
  return {
    id: 'privileged-container',
    title: 'Containers run without the privileges of their host',
    severity: 'critical',
    category: 'podSpec',
    subject: 'workload',
    scope: 'container',
    optional: false,
    frameworks: { nsa: ['P4'], 'pss-baseline': ['privileged'] },
    over: 'entities',
    numbers: {
      failing: 4,
      exempted: 1,
      notEvaluated: 1,
      clean: 12,
      subjects: 6,
      exemptedSubjects: 2,
    },
    change: 2,
    ...over,
  };
}

/** Controls of every group: failing, exempted, not evaluated, clean, unknown and optional. */
export function aStandingsAnswer(
  over: Partial<ControlStandingsResponse> = {},
): ControlStandingsResponse {
  const numbers = {
    failing: 0,
    exempted: 0,
    notEvaluated: 0,
    clean: 18,
    subjects: 0,
    exemptedSubjects: 0,
  };
  return {
    library: '1.4.0',
    comparedSince: '2026-10-20T10:00:00.000Z',
    partial: false,
    items: [
      aStanding(),
      aStanding({
        id: 'run-as-non-root',
        title: 'Containers run as a user other than root',
        severity: 'high',
        numbers: { ...numbers, failing: 2, clean: 16, subjects: 3 },
        change: -3,
      }),
      aStanding({
        id: 'host-path-volume',
        title: 'Pods mount no path of their host',
        severity: 'high',
        numbers: { ...numbers, exempted: 1, clean: 17, exemptedSubjects: 1 },
        change: 0,
      }),
      aStanding({
        id: 'image-vulnerabilities',
        title: 'Images have no known critical vulnerability',
        severity: 'high',
        category: 'image',
        subject: 'image',
        scope: 'image',
        frameworks: { nsa: ['I1'] },
        numbers: { ...numbers, notEvaluated: 18, clean: 0 },
        change: 0,
      }),
      aStanding({
        id: 'host-pid',
        title: 'Pods do not share process ids with their host',
        severity: 'high',
        numbers,
        change: 0,
      }),
      aStanding({
        id: 'etcd-client-tls',
        title: 'etcd admits clients with a certificate only',
        severity: 'high',
        category: 'controlPlane',
        subject: 'cluster',
        scope: 'controlPlane',
        frameworks: { nsa: ['C2'] },
        over: 'clusters',
        numbers: null,
        change: null,
      }),
      aStanding({
        id: 'image-digest',
        title: 'Images are named by their digest',
        severity: 'low',
        category: 'image',
        optional: true,
        numbers: null,
        change: null,
      }),
    ],
    ...over,
  };
}

/** The page of a control that fails, with a patch. */
export function aControlPage(
  over: Partial<ControlStandingDetails> = {},
): ControlStandingDetails {
  const { id, title, severity, category, subject, scope, frameworks } =
    aStanding();
  return {
    control: {
      id,
      title,
      severity,
      category,
      subject,
      scope,
      frameworks,
      failureTitle: 'A container runs privileged',
      why: 'Whoever takes a privileged container takes the node.',
      fix: 'Remove `securityContext.privileged`.',
      optional: false,
      references: ['https://kubernetes.io/docs/concepts/security/'],
      reads: '`securityContext.privileged` of every container.',
      notes: 'Agents of a node often need this.',
      examples: {
        pass: ['containers:\n  - name: web\n'],
        fail: [
          'containers:\n  - name: web\n    securityContext:\n      privileged: true\n',
        ],
      },
    },
    standing: aStanding(),
    comparedSince: '2026-10-20T10:00:00.000Z',
    askedFor: [
      {
        framework: 'nsa',
        title: 'NSA/CISA Kubernetes Hardening Guide',
        edition: 'v1.2, August 2022',
        source: 'https://media.defense.gov/guide.pdf',
        items: [{ id: 'P4', title: 'Pod security enforcement' }],
      },
    ],
    exampleFix: {
      example: 0,
      patch: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'web',
        strategicMerge:
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  template:\n    spec:\n      containers:\n        - name: web\n          securityContext:\n            privileged: false\n',
      },
    },
    weeks: [
      { from: '2026-11-05', opened: 3, closed: 0 },
      { from: '2026-11-12', opened: 0, closed: 1 },
    ],
    gaps: [],
    partial: false,
    ...over,
  };
}

/** The services that fail a control. */
export function aControlEntitiesAnswer(
  over: Partial<ControlEntitiesResponse> = {},
): ControlEntitiesResponse {
  return {
    control: 'privileged-container',
    items: [
      {
        entityRef: 'component:default/payments-api',
        title: 'Payments API',
        owner: 'group:default/payments',
        readiness: 'notReady',
        subjects: 3,
        exempted: 0,
      },
      {
        entityRef: 'component:default/ledger',
        readiness: 'ready',
        subjects: 0,
        exempted: 2,
      },
    ],
    total: 2,
    subjects: 3,
    exempted: 2,
    exemptedShare: 0.4,
    partial: false,
    ...over,
  };
}

/** A finding on a workload of a service. */
export function anExplorerRow(over: Partial<ExplorerRow> = {}): ExplorerRow {
  return {
    key: 'a1',
    control: 'privileged-container',
    title: 'A container runs privileged',
    severity: 'critical',
    category: 'podSpec',
    outcome: 'fail',
    resource: {
      cluster: 'prod-eu',
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'payments',
      name: 'payments-api',
    },
    place: {
      container: 'agent',
      path: 'spec.template.spec.containers[1].securityContext.privileged',
      message: 'container "agent" is privileged',
    },
    places: 1,
    openedAt: '2026-11-13T10:00:00.000Z',
    entities: ['component:default/payments-api'],
    exempted: false,
    ...over,
  };
}

/** A page of the findings explorer with a finding in every state. */
export function anExplorerAnswer(
  over: Partial<ExplorerResponse> = {},
): ExplorerResponse {
  return {
    items: [
      anExplorerRow(),
      anExplorerRow({
        key: 'a2',
        severity: 'high',
        title: 'A container is told to run as root',
        exempted: true,
        places: 3,
        entities: [
          'component:default/a',
          'component:default/b',
          'component:default/c',
        ],
      }),
      anExplorerRow({
        key: 'a3',
        severity: 'medium',
        title: 'Images are scanned',
        outcome: 'notEvaluated',
        reason: 'noReport',
        place: undefined,
        places: 0,
        entities: [],
      }),
      anExplorerRow({
        key: 'a4',
        severity: 'low',
        title: 'The root filesystem can be written to',
        staleSince: '2026-11-19T02:10:00.000Z',
      }),
    ],
    total: 4,
    partial: false,
    ...over,
  };
}
