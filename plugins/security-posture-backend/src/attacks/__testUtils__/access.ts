import {
  postureAttestationCreatePermission,
  postureClusterReadPermission,
  postureClusterScanCreatePermission,
  postureExemptionApprovePermission,
  postureExemptionCreatePermission,
  postureImportCreatePermission,
  postureReadPermission,
  postureScanCreatePermission,
} from 'backstage-plugin-security-posture-common';

import {
  ADMIN,
  HALF_BLIND,
  HALF_BLIND_OF_CLUSTERS,
  STRANGER,
  userWithOnly,
  userWithout,
} from './TestPolicy';

/** Who may use an operation. */
export interface Access {
  /** Names of permissions that are all needed; nobody signed in is refused where there is none. */
  readonly permissions: readonly string[];
  /** True where one of the permissions is enough. */
  readonly any?: true;
  /** True where a service principal is refused, whatever it may do. */
  readonly usersOnly?: true;
  /** What a caller with the permissions gets. Default: 200. */
  readonly status?: 201 | 202;
}

const POSTURE = postureReadPermission.name;
const CLUSTER = postureClusterReadPermission.name;
const APPROVE = postureExemptionApprovePermission.name;

const ofPosture: Access = { permissions: [POSTURE] };
const ofClusters: Access = { permissions: [CLUSTER] };
const ofApprovers: Access = {
  permissions: [POSTURE, APPROVE],
  usersOnly: true,
};

function creating(...permissions: readonly { readonly name: string }[]) {
  return { permissions: permissions.map(({ name }) => name) };
}

/** Who may use which operation of the API. An operation that is added to the document has to be added here. */
export const ACCESS: Readonly<Record<string, Access>> = {
  getOpenApiDocument: { permissions: [] },
  getControls: ofPosture,
  getControl: ofPosture,
  getFrameworks: ofPosture,
  getEntities: ofPosture,
  getEntityPosture: ofPosture,
  getEntityGate: ofPosture,
  getPosturesByRefs: ofPosture,
  evaluate: ofPosture,
  getEntityFindings: ofPosture,
  getEntityWorkloads: ofPosture,
  getEntityAccess: ofPosture,
  getEntityExposure: ofPosture,
  getEntityMapping: ofPosture,
  getFinding: ofPosture,
  getSummary: ofPosture,
  getOverview: ofPosture,
  getClusters: ofClusters,
  getCluster: ofClusters,
  getClusterMatrix: ofClusters,
  getClusterOverview: ofClusters,
  getClusterControls: ofClusters,
  getClusterNamespaces: ofClusters,
  getClusterNodes: ofClusters,
  getClusterAccess: ofClusters,
  getClusterPreflight: ofClusters,
  getClusterImports: ofClusters,
  getScan: { permissions: [POSTURE, CLUSTER], any: true },
  scanEntity: { ...creating(postureScanCreatePermission), status: 202 },
  scanCluster: { ...creating(postureClusterScanCreatePermission), status: 202 },
  getFindings: ofPosture,
  getClusterFindings: ofClusters,
  getClusterSweeps: ofClusters,
  getEntityPast: ofPosture,
  getEntityChanges: ofPosture,
  getEntityHistory: ofPosture,
  getScopePast: ofPosture,
  getScopeChanges: ofPosture,
  getClusterPast: ofClusters,
  getClusterChanges: ofClusters,
  getClusterHistory: ofClusters,
  getControlEntities: ofPosture,
  getCoverage: ofPosture,
  getControlStandings: ofPosture,
  getControlStanding: ofPosture,
  getUnownedWorkloads: ofClusters,
  getDrift: ofClusters,
  getTeams: ofPosture,
  getSystems: ofPosture,
  getDomains: ofPosture,
  getTrend: ofPosture,
  getExport: ofPosture,
  getHierarchy: ofPosture,
  getScopeMatrix: ofPosture,
  getScope: ofPosture,
  getExemptions: ofPosture,
  getExemption: ofPosture,
  getExemptionsRegister: ofPosture,
  getExemptionOptions: {
    ...creating(postureExemptionCreatePermission),
    usersOnly: true,
  },
  previewExemption: {
    ...creating(postureExemptionCreatePermission),
    usersOnly: true,
  },
  requestExemption: {
    ...creating(postureExemptionCreatePermission),
    usersOnly: true,
    status: 201,
  },
  approveExemption: ofApprovers,
  denyExemption: ofApprovers,
  shortenExemption: ofApprovers,
  revokeExemption: ofApprovers,
  getAttestations: ofClusters,
  attest: {
    ...creating(postureAttestationCreatePermission),
    usersOnly: true,
    status: 201,
  },
  withdrawAttestation: {
    ...creating(postureAttestationCreatePermission),
    usersOnly: true,
  },
  importKubeBench: { ...creating(postureImportCreatePermission), status: 201 },
  importReport: { ...creating(postureImportCreatePermission), status: 201 },
  importAuditPolicy: {
    ...creating(postureImportCreatePermission),
    status: 201,
  },
};

/** Users who decide on exemptions as far as their groups go; what their permissions let them is another thing. */
export const APPROVERS: readonly string[] = [
  ADMIN,
  HALF_BLIND,
  HALF_BLIND_OF_CLUSTERS,
  STRANGER,
  userWithOnly(ofApprovers.permissions),
  ...ofApprovers.permissions.map(userWithout),
];
