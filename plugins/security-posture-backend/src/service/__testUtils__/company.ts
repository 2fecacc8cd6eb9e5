import { Entity } from '@backstage/catalog-model';
import {
  aCluster,
  aDeadCluster,
  aFinding,
  anEntity,
  aPart,
  aSweep,
  CRITICAL,
  NOW,
  talliesBut,
} from '../../views/__testUtils__/samples';
import { StartedApi } from './startApi';

/** Sees and may do everything. */
export const ADMIN = 'user:default/admin';
/** Sees everything, may do nothing but read. */
const VIEWER = 'user:default/viewer';
/** Sees every second service, and owns none. */
export const HALF_BLIND = 'user:default/half-blind';
/** Holds every permission of ours, and none of the catalog's. */
export const BLIND = 'user:default/blind';
/** Holds no permission at all. */
export const STRANGER = 'user:default/stranger';

export const SERVICES = 6;

/** A finding on the service of a number. */
export const FINDING_KEYS = Array.from({ length: SERVICES }, (_, index) =>
  String(index).padStart(32, 'a'),
);

/** Id of a scan of the service of a number. */
export const SCAN_IDS = FINDING_KEYS.map(
  (_, index) => `00000000-0000-4000-9000-00000000000${index}`,
);

/** Id of a scan of a whole cluster. */
const CLUSTER_SCAN = '00000000-0000-4000-9000-000000000100';

const OURS = [
  'security-posture.posture.read',
  'security-posture.cluster.read',
  'security-posture.scan.create',
  'security-posture.cluster.scan.create',
  'security-posture.import.create',
];

const PAYMENTS: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { namespace: 'default', name: 'payments' },
};

export function refOf(index: number): string {
  return `component:default/service-${index}`;
}

export function pathOf(index: number): string {
  return `/entities/component/default/service-${index}`;
}

/** Fills a store and a catalog with a company of six services, of which HALF_BLIND sees those with even numbers. */
export function foundCompany({ reader, policy }: StartedApi): void {
  const numbers = Array.from({ length: SERVICES }, (_, index) => index);
  const silent = aDeadCluster();
  reader.clusters = [aCluster(), silent];
  reader.workloads = new Map([['prod-eu', 40]]);
  reader.sweeps = new Map([['prod-eu', aSweep()]]);
  reader.entities = numbers.map(aService);
  reader.findings = numbers.map(index => ({
    finding: aFinding({
      key: FINDING_KEYS[index],
      subject: { ...aFinding().subject, name: `service-${index}` },
    }),
    entityRefs: [refOf(index)],
  }));
  reader.gaps = [
    {
      cluster: 'prod-eu',
      control: 'sa-exists',
      reason: 'forbidden',
      since: NOW,
    },
  ];
  reader.scans = numbers.map(index => aScanOf(index));
  reader.scans.push({ ...aScanOf(0), id: CLUSTER_SCAN, entityRef: undefined });
  policy.entities = [...numbers.map(catalogEntity), PAYMENTS];
  giveRights(policy);
}

function uidOf(index: number): string {
  return `uid of service-${index}`;
}

function aService(index: number) {
  return anEntity({
    entityRef: refOf(index),
    uid: uidOf(index),
    owner: index < 3 ? 'group:default/payments' : 'group:default/shop',
    parts: [
      aPart({
        subjects: index + 1,
        tallies: talliesBut({
          [CRITICAL]: {
            pass: 0,
            notApplicable: 0,
            notEvaluated: 0,
            fail: { critical: index + 1 },
          },
        }),
      }),
    ],
  });
}

function aScanOf(index: number) {
  return {
    id: SCAN_IDS[index],
    entityRef: refOf(index),
    requestedBy: ADMIN,
    requestedAt: NOW,
    clusters: [{ cluster: 'prod-eu', sweep: aSweep() }],
  };
}

function catalogEntity(index: number): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: 'default',
      name: `service-${index}`,
      uid: uidOf(index),
    },
  };
}

function giveRights({ rights }: StartedApi['policy']): void {
  rights.set(VIEWER, {
    denied: ['security-posture.cluster.scan.create'],
    owns: () => false,
  });
  rights.set(HALF_BLIND, {
    sees: ref => Number(ref.slice(-1)) % 2 === 0,
    owns: () => false,
  });
  rights.set(BLIND, { denied: ['catalog.entity.read'] });
  rights.set(STRANGER, { denied: OURS });
}
