import type {
  AccessResponse,
  AccountRightView,
  AccountView,
  ExposureNode,
  ExposureResponse,
  WorkloadExposureView,
  WorkloadsResponse,
  WorkloadView,
} from 'backstage-plugin-security-posture-common';
import { aResource, minutesAgo } from './sampleParts';

/** A workload on which something fails. */
export function aWorkload(over: Partial<WorkloadView> = {}): WorkloadView {
  return {
    resource: aResource(),
    images: ['registry.example.com/payments/api:3.8.2'],
    serviceAccount: 'payments',
    firstSeenAt: minutesAgo(60 * 24 * 12),
    outcomes: { pass: 31, fail: 10, notApplicable: 4, notEvaluated: 2 },
    failing: { critical: 1, high: 3, medium: 6, low: 0, info: 2 },
    worst: 'critical',
    ...over,
  };
}

/** Workloads as the only page of all. */
export function aWorkloadsAnswer(
  over: Partial<WorkloadsResponse> = {},
): WorkloadsResponse {
  const items = over.items ?? [
    aWorkload(),
    aWorkload({
      resource: aResource({ name: 'payments-worker', cluster: 'staging' }),
      serviceAccount: undefined,
      failing: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
      worst: undefined,
    }),
  ];
  return { total: items.length, ...over, items };
}

/** The right to read Secrets in a namespace. */
export function aRight(over: Partial<AccountRightView> = {}): AccountRightView {
  return {
    verbs: ['get', 'list'],
    objects: ['secrets'],
    names: [],
    namespace: 'payments',
    role: { kind: 'Role', name: 'secret-reader' },
    binding: { kind: 'RoleBinding', name: 'payments' },
    severity: 'medium',
    ...over,
  };
}

/** A service account that may read Secrets. */
export function anAccount(over: Partial<AccountView> = {}): AccountView {
  return {
    resource: aResource({ kind: 'ServiceAccount', name: 'payments' }),
    rights: [aRight()],
    rightsLeftOut: 0,
    token: true,
    workloads: [aResource()],
    workloadsTotal: 1,
    findings: [],
    ...over,
  };
}

/** What the service accounts of an entity may do. */
export function anAccessAnswer(
  items = [anAccount()],
  over: Partial<AccessResponse> = {},
): AccessResponse {
  return {
    items,
    total: items.length,
    workloadsTotal: 5,
    workloadsLookedAt: 5,
    ...over,
  };
}

const PLACE = { cluster: 'prod-eu', namespace: 'payments' };

/** An Ingress, its Service, a policy, the account and its right, around one workload. */
export function exposureNodes(): ExposureNode[] {
  const ingress: ExposureNode = {
    id: 'ingress',
    type: 'ingress',
    ...PLACE,
    kind: 'Ingress',
    name: 'payments',
    hosts: [{ host: 'pay.example.com', tls: 'no' }],
  };
  const service: ExposureNode = {
    id: 'service',
    type: 'service',
    ...PLACE,
    kind: 'Service',
    name: 'payments-api',
    service: { type: 'ClusterIP', exposure: 'cluster' },
  };
  const policy: ExposureNode = {
    id: 'policy',
    type: 'policy',
    ...PLACE,
    kind: 'NetworkPolicy',
    name: 'default-deny',
    directions: ['ingress'],
  };
  return [
    ingress,
    service,
    policy,
    {
      id: 'workload',
      type: 'workload',
      ...PLACE,
      kind: 'Deployment',
      name: 'payments-api',
    },
    {
      id: 'account',
      type: 'serviceAccount',
      ...PLACE,
      kind: 'ServiceAccount',
      name: 'payments',
      token: true,
    },
    {
      id: 'right',
      type: 'right',
      ...PLACE,
      kind: 'Right',
      name: 'right',
      right: aRight(),
    },
  ];
}

/** Who reaches one workload: from outside, without TLS. */
export function anExposedWorkload(
  over: Partial<WorkloadExposureView> = {},
): WorkloadExposureView {
  return {
    id: 'workload',
    resource: aResource(),
    reach: 'outside',
    tls: 'no',
    entries: ['ingress'],
    services: ['service'],
    policies: ['policy'],
    serviceAccount: 'account',
    isolation: { ingress: 'refused', egress: 'unguarded' },
    hostNetwork: false,
    hostPorts: [],
    unread: [],
    leftOut: { services: 0, entries: 0, policies: 0 },
    ...over,
  };
}

/** The exposure of one workload. */
export function anExposure(
  over: Partial<ExposureResponse> = {},
): ExposureResponse {
  const workloads = over.workloads ?? [anExposedWorkload()];
  const reach = { outside: 0, restricted: 0, inside: 0, unknown: 0 };
  for (const workload of workloads) reach[workload.reach] += 1;
  return {
    total: workloads.length,
    reach,
    nodes: exposureNodes(),
    edges: [
      { from: 'ingress', to: 'service' },
      { from: 'service', to: 'workload' },
      { from: 'policy', to: 'workload' },
      { from: 'workload', to: 'account' },
      { from: 'account', to: 'right' },
    ],
    partial: false,
    unread: [],
    ...over,
    workloads,
  };
}
