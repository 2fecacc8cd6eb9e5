import {
  allControls,
  BASE_LIBRARY,
  clusterProfile,
  ControlTallies,
  DEFAULT_READINESS_THRESHOLDS,
  workloadProfile,
} from 'security-posture-engine';
import {
  ClusterRecord,
  EntityPostureRecord,
  FindingRecord,
  PosturePart,
  SweepRecord,
} from '../../database/records';
import { profileKey } from '../../sweep/tallyEntities';
import { PostureSettings } from '../PostureSettings';

/** The moment at which samples are looked at. */
export const NOW = Date.parse('2026-11-21T12:00:00Z');

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A critical, a high, a medium control, and one that is not in the default profile. */
export const CRITICAL = 'privileged-container';
export const HIGH = 'host-network';
export const MEDIUM = 'run-as-non-root';

/** The control library with the default profile and thresholds. */
export const settings: PostureSettings = {
  thresholds: DEFAULT_READINESS_THRESHOLDS,
  profile: workloadProfile(allControls()),
  clusterProfile: clusterProfile(allControls()),
  controls: allControls(),
  library: BASE_LIBRARY.version,
  addedBy: new Map(),
};

/** A cluster that was swept ten minutes ago. */
export function aCluster(over: Partial<ClusterRecord> = {}): ClusterRecord {
  return {
    name: 'prod-eu',
    authProvider: 'serviceAccount',
    version: 'v1.36.0',
    production: false,
    state: 'scanned',
    sweepNo: 3,
    lastSuccessAt: NOW - 10 * MINUTE,
    ...over,
  };
}

/** A cluster that never answered. */
export function aDeadCluster(over: Partial<ClusterRecord> = {}): ClusterRecord {
  return {
    name: 'prod-us',
    authProvider: 'serviceAccount',
    production: false,
    state: 'unreachable',
    reason: 'unreachable',
    failingSince: NOW - 8 * HOUR,
    sweepNo: 0,
    ...over,
  };
}

/** Tallies of one workload on which every control of the profile passes, but for these. */
export function talliesBut(over: ControlTallies = {}): ControlTallies {
  const passing = Object.keys(settings.profile.severities).map(control => [
    control,
    { pass: 1, notApplicable: 0, notEvaluated: 0, fail: {} },
  ]);
  return { ...Object.fromEntries(passing), ...over };
}

/** What a workload on which everything passes but these adds. */
export function aPart(over: Partial<PosturePart> = {}): PosturePart {
  return {
    cluster: 'prod-eu',
    profile: profileKey(settings.profile),
    subjects: 1,
    tallies: talliesBut(),
    library: '0.1.0',
    ...over,
  };
}

/** An entity that one passing workload in prod-eu belongs to. */
export function anEntity(
  over: Partial<EntityPostureRecord> = {},
): EntityPostureRecord {
  return {
    entityRef: 'component:default/payments-api',
    kind: 'component',
    tags: [],
    mapping: {
      annotated: true,
      query: {
        labelSelector: 'backstage.io/kubernetes-id=payments-api',
        from: 'kubernetes-id',
        clusters: ['prod-eu'],
        clustersFrom: 'all',
      },
    },
    parts: [aPart()],
    ...over,
  };
}

/** A privileged container of a Deployment. */
export function aFinding(over: Partial<FindingRecord> = {}): FindingRecord {
  return {
    key: '0123456789abcdef0123456789abcdef',
    control: CRITICAL,
    cluster: 'prod-eu',
    subject: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'payments',
      name: 'payments-api',
    },
    outcome: 'fail',
    severity: 'critical',
    violations: [
      {
        path: 'spec.template.spec.containers[0].securityContext.privileged',
        container: 'agent',
        field: 'securityContext.privileged',
        message: 'container "agent" is privileged',
        actual: true,
        expected: false,
      },
    ],
    patchProven: true,
    openSince: NOW - 6 * 24 * HOUR,
    ...over,
  };
}

/** A sweep that is over. */
export function aSweep(over: Partial<SweepRecord> = {}): SweepRecord {
  return {
    id: '1b4e28ba-2fa1-41d2-883f-0016d3cca427',
    cluster: 'prod-eu',
    number: 3,
    trigger: 'schedule',
    startedAt: NOW - 11 * MINUTE,
    finishedAt: NOW - 10 * MINUTE,
    status: 'complete',
    progress: { listsRead: 2, listsTotal: 2, objectsRead: 43 },
    lists: [
      { resource: 'deployments', objects: 43 },
      { resource: 'nodes', reason: 'forbidden' },
    ],
    ...over,
  };
}
