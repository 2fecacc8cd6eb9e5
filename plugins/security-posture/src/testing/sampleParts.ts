import type {
  ClusterFreshness,
  FindingView,
  FixFirstItem,
  PatchView,
  ResourcePatchView,
  ResourceView,
  ScanView,
} from 'backstage-plugin-security-posture-common';

/** Where no exemption covers anything. */
export const NONE_EXEMPTED = {
  critical: 0,
  high: 0,
  medium: 0,
  low: 0,
  info: 0,
};

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

/** A proven patch of a container. */
export function aPatch(
  over: Partial<ResourcePatchView> = {},
): ResourcePatchView {
  const resource = over.resource ?? aResource();
  const strategicMerge = `apiVersion: ${resource.apiVersion}
kind: ${resource.kind}
metadata:
  name: ${resource.name}
  namespace: ${resource.namespace}
spec:
  template:
    spec:
      containers:
        - name: agent
          securityContext:
            privileged: false
`;
  return {
    resource,
    proven: true,
    strategicMerge,
    ...over,
  };
}

/** The finding of a privileged container. */
export function aFinding(over: Partial<FindingView> = {}): FindingView {
  return {
    key: 'privileged-1',
    control: 'privileged-container',
    title: 'A container runs privileged',
    why: 'A process in a privileged container can take over the node and every pod on it.',
    fix: 'Remove `securityContext.privileged`, and add only the capabilities that the process needs.',
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
    patch: patchOf(aPatch()),
    ...over,
  };
}

/** A patch as its finding carries it: the finding names the object. */
export function patchOf({
  proven,
  strategicMerge,
}: ResourcePatchView): PatchView {
  return { proven, strategicMerge };
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
        unread: [],
      },
      {
        cluster: 'staging',
        state: 'waiting',
        listsRead: 0,
        listsTotal: 13,
        objectsRead: 0,
        unread: [],
      },
    ],
    ...over,
  };
}
