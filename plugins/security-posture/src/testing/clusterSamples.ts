import type {
  AttestableControl,
  AttestationView,
  ClusterMatrix,
  ClusterOverview,
  ClusterView,
  DriftResponse,
  PreflightView,
} from 'backstage-plugin-security-posture-common';
import { aFix, aResource, minutesAgo } from './sampleParts';

const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

/** A cluster of a list, swept and judged. */
export function aClusterView(over: Partial<ClusterView> = {}): ClusterView {
  return {
    name: 'prod-eu',
    production: true,
    state: 'scanned',
    authProvider: 'serviceAccount',
    kubernetesVersion: 'v1.35.4-eks-a1b2c3',
    kubernetes: {
      name: '1.35',
      support: { state: 'supported', ends: '2027-03-27' },
    },
    provider: 'Amazon EKS',
    workloads: 62,
    lastSuccessAt: minutesAgo(12),
    posture: {
      score: { value: 66, grade: 'D', coverage: 0.92 },
      raw: { value: 66, grade: 'D', coverage: 0.92 },
      open: { ...NONE, high: 3, low: 2 },
      exempted: NONE,
      controls: {
        failing: 8,
        exempted: 0,
        passing: 51,
        notEvaluated: 6,
        notApplicable: 21,
      },
      profile: 'cluster@1.0',
      library: '1.0',
    },
    ...over,
  };
}

/** A cluster that went silent after it was judged. */
export function aSilentCluster(over: Partial<ClusterView> = {}): ClusterView {
  return aClusterView({
    name: 'prod-us',
    state: 'unreachable',
    reason: 'unreachable',
    failingSince: minutesAgo(480),
    lastSuccessAt: minutesAgo(540),
    ...over,
  });
}

/** A cluster of which nothing is known. */
export function anUnknownCluster(over: Partial<ClusterView> = {}): ClusterView {
  const { posture, lastSuccessAt, kubernetes, ...rest } = aClusterView();
  return {
    ...rest,
    name: 'lab',
    state: 'neverScanned',
    kubernetesVersion: undefined,
    provider: undefined,
    workloads: 0,
    ...over,
  };
}

/** An attestation in force. */
export function anAttestation(
  over: Partial<AttestationView> = {},
): AttestationView {
  return {
    id: '00000000-0000-4000-b000-000000000001',
    cluster: 'prod-eu',
    control: 'penetration-test',
    title: 'The cluster was tested by people who attack it',
    outcome: 'pass',
    statement: 'Tested by an outside company in September',
    author: 'user:default/m.okafor',
    createdAt: minutesAgo(60 * 24 * 30),
    expiresAt: new Date(Date.now() + 120 * 86_400_000).toISOString(),
    state: 'inForce',
    ...over,
  };
}

/** A control that waits for a person. */
export function anAttestable(
  over: Partial<AttestableControl> = {},
): AttestableControl {
  return {
    control: 'control-plane-firewall',
    title: 'A firewall stands before the API',
    severity: 'medium',
    ...over,
  };
}

/** What a cluster's page shows first. */
export function aClusterOverview(
  over: Partial<ClusterOverview> = {},
): ClusterOverview {
  return {
    cluster: aClusterView(),
    versions: [
      {
        part: 'kubelet',
        name: '1.33',
        nodes: 3,
        support: { state: 'ended', ends: '2026-07-29' },
      },
      {
        part: 'apiServer',
        name: '1.35',
        nodes: 0,
        support: { state: 'supported', ends: '2099-03-27' },
      },
      { part: 'system', name: 'Talos (v1.12.3)', nodes: 14 },
    ],
    supportAsOf: '2026-08-22',
    providerControls: 21,
    nodes: 14,
    services: { total: 21, partial: false },
    weekAgo: 65,
    fixFirst: [
      aFix({
        control: 'node-version-skew',
        severity: 'high',
        title: 'A node runs a Kubernetes version without support',
        workloads: [aResource({ kind: 'Node', name: 'node-1' })],
        workloadsTotal: 3,
        patches: [],
      }),
    ],
    access: {
      items: [
        {
          key: 'access-key',
          control: 'rbac-secrets-read',
          title: 'Somebody may read Secrets',
          severity: 'high',
          resource: aResource({ kind: 'ClusterRoleBinding', name: 'ci' }),
          role: 'ClusterRole ci-admin',
          holders: [
            {
              subject: 'ServiceAccount ci/deployer',
              rights: ['get secrets', 'list secrets'],
              more: 0,
            },
          ],
          openedAt: minutesAgo(600),
        },
      ],
      total: 1,
      exempted: 1,
      bindings: 31,
      risky: 2,
    },
    namespaces: {
      items: [
        {
          name: 'media',
          system: false,
          pods: { total: 12, hostNetwork: 1, ingress: 6, egress: 0 },
          podSecurity: { outcome: 'fail' },
          failing: 3,
          services: [
            {
              entityRef: 'component:default/image-resizer',
              title: 'Image resizer',
            },
          ],
          servicesTotal: 3,
        },
        {
          name: 'payments',
          system: false,
          pods: { total: 14, hostNetwork: 0, ingress: 14, egress: 14 },
          podSecurity: { outcome: 'pass', level: 'restricted' },
          failing: 0,
          services: [],
          servicesTotal: 0,
        },
        {
          name: 'hidden',
          system: false,
          unread: 'forbidden',
          podSecurity: { outcome: 'notEvaluated', reason: 'partial' },
          failing: 0,
          services: [],
          servicesTotal: 0,
        },
      ],
      total: 6,
      partial: false,
    },
    attestations: {
      items: [anAttestation()],
      inForce: 1,
      expired: 0,
      attestable: [
        anAttestable(),
        anAttestable({
          control: 'penetration-test',
          title: 'The cluster was tested by people who attack it',
          replaces: anAttestation(),
        }),
      ],
    },
    sweeps: [
      {
        id: 'sweep-1',
        trigger: 'schedule',
        number: 12,
        startedAt: minutesAgo(13),
        finishedAt: minutesAgo(12),
        durationSeconds: 92,
        objects: 1842,
        unreadLists: 2,
        status: 'complete',
        lists: [],
        opened: 0,
        closed: 1,
      },
    ],
    nextSweepAt: new Date(Date.now() + 200 * 60_000).toISOString(),
    others: [{ name: 'staging' }],
    ...over,
  };
}

/** What may be read of a cluster, but for one kind and one page. */
export function aPreflight(over: Partial<PreflightView> = {}): PreflightView {
  return {
    cluster: 'prod-eu',
    checkedAt: minutesAgo(1),
    answers: true,
    items: [
      {
        name: '/metrics',
        state: 'unreadable',
        reason: 'forbidden',
        controls: ['apiserver-audit-log'],
        grantedBy: 'cluster-role.yaml',
        rule: { nonResourceURLs: ['/metrics'], verbs: ['get'] },
      },
      {
        name: 'pods',
        state: 'readable',
        controls: ['privileged-container'],
        grantedBy: 'cluster-role.yaml',
        rule: { apiGroups: [''], resources: ['pods'], verbs: ['list'] },
      },
      {
        name: 'probes',
        state: 'switchedOff',
        controls: [],
        grantedBy: 'cluster-role-probes.yaml',
        setting: 'securityPosture.clusters.probe',
      },
    ],
    ...over,
  };
}

/** Two clusters by two controls. */
export function aClusterMatrix(
  over: Partial<ClusterMatrix> = {},
): ClusterMatrix {
  const numbers = { notEvaluated: 0, stale: 0, exempted: 0 };
  return {
    clusters: [
      { name: 'prod-eu', production: true, judged: true },
      { name: 'staging', production: false, judged: true },
    ],
    controls: [
      {
        control: 'namespace-psa-enforced',
        title: 'The namespace refuses pods that could take over their node',
        failureTitle: 'Nothing refuses privileged pods in the namespace',
        severity: 'high',
        category: 'network',
        cells: [{ failing: 2, judged: 6, ...numbers }, null],
      },
    ],
    quiet: 40,
    ...over,
  };
}

/** Where two clusters differ. */
export function aDrift(over: Partial<DriftResponse> = {}): DriftResponse {
  return {
    a: { name: 'prod-eu', workloads: 62 },
    b: { name: 'staging', workloads: 9 },
    items: [
      {
        control: 'namespace-psa-enforced',
        title: 'The namespace refuses pods that could take over their node',
        severity: 'high',
        a: { failing: 2, notEvaluated: 0 },
        b: { failing: 0, notEvaluated: 0, gap: 'forbidden' },
      },
    ],
    ...over,
  };
}
