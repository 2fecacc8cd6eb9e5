import type { JsonObject, Outcome, Severity } from 'security-posture-engine';
import {
  AttestationRequest,
  AttestationsQuery,
  AttestationsResponse,
  AttestationView,
} from './api/attestations';
import { ControlEntitiesResponse, DriftResponse } from './api/comparisons';
import {
  ControlsResponse,
  ControlView,
  FrameworksResponse,
} from './api/controls';
import { CoverageResponse, UnownedWorkloadsResponse } from './api/coverage';
import { EvaluateRequest, EvaluateResponse } from './api/evaluate';
import {
  ExemptionApproval,
  ExemptionDecision,
  ExemptionDetails,
  ExemptionOptions,
  ExemptionOptionsQuery,
  ExemptionPreview,
  ExemptionRequest,
  ExemptionShortening,
  ExemptionsQuery,
  ExemptionsRegister,
  ExemptionsRegisterQuery,
  ExemptionsResponse,
  ExemptionTarget,
} from './api/exemptions';
import {
  AccessRisks,
  ClusterControlsResponse,
  ClusterMatrix,
  ClusterNamespaces,
  ClusterNodes,
  ClusterOverview,
} from './api/clusterPages';
import { SweepsResponse } from './api/clusters';
import { ExplorerQuery, ExplorerResponse } from './api/explorer';
import { ExportAnswer, ExportQuery } from './api/exports';
import { ExposureResponse } from './api/exposure';
import { FindingsResponse, FindingView } from './api/findings';
import { GateView, PosturesByRefsResponse } from './api/gate';
import {
  HierarchyQuery,
  HierarchyResponse,
  ScopeDetails,
  ScopeMatrixQuery,
  ScopeMatrixResponse,
} from './api/hierarchy';
import {
  ChangesQuery,
  ChangesResponse,
  HistoryQuery,
  HistoryResponse,
  PastPosture,
  PastQuery,
} from './api/history';
import {
  ClustersResponse,
  ClusterView,
  EntitiesResponse,
  EntityOrder,
  SummaryResponse,
} from './api/organisation';
import {
  AuditPolicyDocument,
  ImportKind,
  ImportOptions,
  ImportsResponse,
  ImportView,
  KubeBenchDocument,
} from './api/imports';
import { EntityPosture, MappingView, Readiness } from './api/posture';
import { EvidenceState, OverviewQuery, OverviewResponse } from './api/overview';
import { PreflightView } from './api/preflight';
import { ScanView } from './api/scans';
import { AccessResponse, WorkloadsResponse } from './api/workloads';
import { ScopeOrder, ScopesResponse } from './api/scopes';
import {
  ControlStandingDetails,
  ControlStandingsResponse,
} from './api/standings';
import { TrendResponse, TrendScope } from './api/trends';

/** Which findings of an entity to answer with. */
export interface FindingsQuery {
  outcomes?: Outcome[];
  severities?: Severity[];
  control?: string;
  cluster?: string;
  /** True: only findings that an approved exemption covers now. False: only the others. */
  exempted?: boolean;
  cursor?: string;
  /** At most 200; 50 by default. */
  limit?: number;
}

/** Which entities to answer with, and in which order. */
export interface EntitiesQuery {
  order?: EntityOrder;
  readiness?: Readiness[];
  /** Part of a name or title. */
  search?: string;
  /** Ref of who owns them, or of a group above who does. */
  owner?: string;
  /** Ref of the system that they are part of. */
  system?: string;
  lifecycle?: string;
  /** Id of a control: only those on which it fails and is not exempted. */
  control?: string;
  evidence?: EvidenceState[];
  cursor?: string;
  /** At most 200; 50 by default. */
  limit?: number;
}

/** Which page to answer with. */
export interface PageQuery {
  cursor?: string;
  /** At most 200; 50 by default. */
  limit?: number;
}

/** Which groups, systems or domains to answer with, and in which order. */
export interface ScopesQuery extends PageQuery {
  order?: ScopeOrder;
  /** Part of a name or title. */
  search?: string;
  /** A ref: only those directly below it. `none`: only those below none that the caller may see. */
  parent?: string;
}

/** Of what to answer with a trend. */
export interface TrendQuery {
  scope: TrendScope;
  /** A full ref, or the name of a cluster; absent for the organisation. */
  ref?: string;
  /** Today among them: at most 400; 30 by default. */
  days?: number;
  /** True for what moved the score too; of an entity only. */
  marks?: boolean;
}

/** Which workloads without an owner to answer with. */
export interface UnownedQuery extends PageQuery {
  cluster?: string;
  namespace?: string;
}

/** Options of one request. `token` is for callers outside the browser. */
export interface RequestOptions {
  token?: string;
  signal?: AbortSignal;
}

/**
 * The API of Security Posture, as the caller.
 * Every method throws a ResponseError of `@backstage/errors` where the answer is not a success.
 */
export interface SecurityPostureApi {
  getControls(options?: RequestOptions): Promise<ControlsResponse>;
  getControl(id: string, options?: RequestOptions): Promise<ControlView>;
  getFrameworks(options?: RequestOptions): Promise<FrameworksResponse>;
  getEntities(
    query?: EntitiesQuery,
    options?: RequestOptions,
  ): Promise<EntitiesResponse>;
  /** `entityRef` is a full ref: `component:default/payments-api`. */
  getEntityPosture(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityPosture>;
  getEntityFindings(
    entityRef: string,
    query?: FindingsQuery,
    options?: RequestOptions,
  ): Promise<FindingsResponse>;
  /** Whether an entity may go to production. Only the verdict `pass` says so. */
  getEntityGate(entityRef: string, options?: RequestOptions): Promise<GateView>;
  /** The facts of at most `MOST_ENTITY_REFS` entities, in one answer. */
  getPosturesByRefs(
    entityRefs: readonly string[],
    options?: RequestOptions,
  ): Promise<PosturesByRefsResponse>;
  /** Judges manifests, and compares them with a live entity where one is named. Nothing of them is kept. */
  evaluate(
    request: EvaluateRequest,
    options?: RequestOptions,
  ): Promise<EvaluateResponse>;
  getFinding(key: string, options?: RequestOptions): Promise<FindingView>;
  /** Open findings over all that the caller may see. */
  getFindings(
    query?: ExplorerQuery,
    options?: RequestOptions,
  ): Promise<ExplorerResponse>;
  getEntityWorkloads(
    entityRef: string,
    query?: PageQuery,
    options?: RequestOptions,
  ): Promise<WorkloadsResponse>;
  /** Who can reach the workloads of an entity. */
  getEntityExposure(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ExposureResponse>;
  getEntityAccess(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<AccessResponse>;
  getEntityMapping(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<MappingView>;
  /** How an entity was at a time. */
  getEntityPast(
    entityRef: string,
    query?: PastQuery,
    options?: RequestOptions,
  ): Promise<PastPosture>;
  /** What changed between two times, and why. */
  getEntityChanges(
    entityRef: string,
    query: ChangesQuery,
    options?: RequestOptions,
  ): Promise<ChangesResponse>;
  getEntityHistory(
    entityRef: string,
    query?: HistoryQuery,
    options?: RequestOptions,
  ): Promise<HistoryResponse>;
  /** `scopeRef` is the full ref of a group, system or domain. */
  getScopePast(
    scopeRef: string,
    query?: PastQuery,
    options?: RequestOptions,
  ): Promise<PastPosture>;
  getScopeChanges(
    scopeRef: string,
    query: ChangesQuery,
    options?: RequestOptions,
  ): Promise<ChangesResponse>;
  getClusterPast(
    name: string,
    query?: PastQuery,
    options?: RequestOptions,
  ): Promise<PastPosture>;
  getClusterChanges(
    name: string,
    query: ChangesQuery,
    options?: RequestOptions,
  ): Promise<ChangesResponse>;
  getClusterHistory(
    name: string,
    query?: HistoryQuery,
    options?: RequestOptions,
  ): Promise<HistoryResponse>;
  getClusterFindings(
    name: string,
    query?: Omit<ExplorerQuery, 'clusters'>,
    options?: RequestOptions,
  ): Promise<ExplorerResponse>;
  getClusterSweeps(
    name: string,
    query?: PageQuery,
    options?: RequestOptions,
  ): Promise<SweepsResponse>;
  scanEntity(entityRef: string, options?: RequestOptions): Promise<ScanView>;
  scanCluster(name: string, options?: RequestOptions): Promise<ScanView>;
  getScan(id: string, options?: RequestOptions): Promise<ScanView>;
  getSummary(options?: RequestOptions): Promise<SummaryResponse>;
  /** All that the first page of the board shows. */
  getOverview(
    query?: OverviewQuery,
    options?: RequestOptions,
  ): Promise<OverviewResponse>;
  getTeams(
    query?: ScopesQuery,
    options?: RequestOptions,
  ): Promise<ScopesResponse>;
  getSystems(
    query?: ScopesQuery,
    options?: RequestOptions,
  ): Promise<ScopesResponse>;
  getDomains(
    query?: ScopesQuery,
    options?: RequestOptions,
  ): Promise<ScopesResponse>;
  /** Groups, systems or domains along their hierarchy, with what is to be said of them first. */
  getHierarchy(
    query: HierarchyQuery,
    options?: RequestOptions,
  ): Promise<HierarchyResponse>;
  /** Groups, systems or domains by control: how many of their members fail it. */
  getScopeMatrix(
    query: ScopeMatrixQuery,
    options?: RequestOptions,
  ): Promise<ScopeMatrixResponse>;
  /** One group, system or domain, as a full ref. */
  getScope(scopeRef: string, options?: RequestOptions): Promise<ScopeDetails>;
  getTrend(query: TrendQuery, options?: RequestOptions): Promise<TrendResponse>;
  /** What is open as a file, which is read as the server sends it. A body that breaks off is half of it. */
  getExport(
    query: ExportQuery,
    options?: RequestOptions,
  ): Promise<ExportAnswer>;
  getCoverage(options?: RequestOptions): Promise<CoverageResponse>;
  /** The entities that fail a control, most subjects first. */
  getControlEntities(
    id: string,
    query?: PageQuery,
    options?: RequestOptions,
  ): Promise<ControlEntitiesResponse>;
  /** How every control stands, over what the caller may see. */
  getControlStandings(
    options?: RequestOptions,
  ): Promise<ControlStandingsResponse>;
  /** A control in words, with how it stands. */
  getControlStanding(
    id: string,
    options?: RequestOptions,
  ): Promise<ControlStandingDetails>;
  getUnownedWorkloads(
    query?: UnownedQuery,
    options?: RequestOptions,
  ): Promise<UnownedWorkloadsResponse>;
  /** The controls that do not stand alike in two clusters. */
  getDrift(
    a: string,
    b: string,
    options?: RequestOptions,
  ): Promise<DriftResponse>;
  getClusters(options?: RequestOptions): Promise<ClustersResponse>;
  getCluster(name: string, options?: RequestOptions): Promise<ClusterView>;
  /** Controls by clusters: how many subjects fail, of those that were judged. */
  getClusterMatrix(options?: RequestOptions): Promise<ClusterMatrix>;
  /** All that the first view of a cluster's page shows. */
  getClusterOverview(
    name: string,
    options?: RequestOptions,
  ): Promise<ClusterOverview>;
  getClusterControls(
    name: string,
    options?: RequestOptions,
  ): Promise<ClusterControlsResponse>;
  /** The least bounded first. */
  getClusterNamespaces(
    name: string,
    query?: PageQuery,
    options?: RequestOptions,
  ): Promise<ClusterNamespaces>;
  /** Those on which most is open first. */
  getClusterNodes(
    name: string,
    query?: PageQuery,
    options?: RequestOptions,
  ): Promise<ClusterNodes>;
  /** Bindings that give somebody what a few should have, the gravest first. */
  getClusterAccess(
    name: string,
    query?: PageQuery,
    options?: RequestOptions,
  ): Promise<AccessRisks>;
  /** Asks the cluster itself, so it may take a minute. */
  getClusterPreflight(
    name: string,
    options?: RequestOptions,
  ): Promise<PreflightView>;
  getClusterImports(
    name: string,
    options?: RequestOptions,
  ): Promise<ImportsResponse>;
  /** Takes the place of what was posted for the same cluster and node before. */
  importKubeBench(
    cluster: string,
    document: KubeBenchDocument,
    options?: RequestOptions & ImportOptions,
  ): Promise<ImportView>;
  /** Takes the place of the policy that was posted for the same cluster before. */
  importAuditPolicy(
    cluster: string,
    document: AuditPolicyDocument,
    options?: RequestOptions,
  ): Promise<ImportView>;
  /** Posts a report for an importer that a backend module adds. Takes the place of what was posted for the same cluster and node before. */
  importReport(
    importer: ImportKind,
    cluster: string,
    report: JsonObject,
    options?: RequestOptions & ImportOptions,
  ): Promise<ImportView>;
  getExemptions(
    query?: ExemptionsQuery,
    options?: RequestOptions,
  ): Promise<ExemptionsResponse>;
  getExemption(id: string, options?: RequestOptions): Promise<ExemptionDetails>;
  /** A page of exemptions with their histories, how many each part of the register has, and what the caller may do. */
  getExemptionsRegister(
    query?: ExemptionsRegisterQuery,
    options?: RequestOptions,
  ): Promise<ExemptionsRegister>;
  /** What can be asked for on a finding, and what each scope would cover. */
  getExemptionOptions(
    query: ExemptionOptionsQuery,
    options?: RequestOptions,
  ): Promise<ExemptionOptions>;
  /** What an exemption would cover if it were in force now. */
  previewExemption(
    target: ExemptionTarget,
    options?: RequestOptions,
  ): Promise<ExemptionPreview>;
  /** Asks for an exemption. One that the caller has asked for already and that waits is answered with. */
  requestExemption(
    request: ExemptionRequest,
    options?: RequestOptions,
  ): Promise<ExemptionDetails>;
  approveExemption(
    id: string,
    approval?: ExemptionApproval,
    options?: RequestOptions,
  ): Promise<ExemptionDetails>;
  denyExemption(
    id: string,
    decision?: ExemptionDecision,
    options?: RequestOptions,
  ): Promise<ExemptionDetails>;
  shortenExemption(
    id: string,
    shortening: ExemptionShortening,
    options?: RequestOptions,
  ): Promise<ExemptionDetails>;
  revokeExemption(
    id: string,
    decision?: ExemptionDecision,
    options?: RequestOptions,
  ): Promise<ExemptionDetails>;
  getAttestations(
    query?: AttestationsQuery,
    options?: RequestOptions,
  ): Promise<AttestationsResponse>;
  attest(
    request: AttestationRequest,
    options?: RequestOptions,
  ): Promise<AttestationView>;
  withdrawAttestation(
    id: string,
    options?: RequestOptions,
  ): Promise<AttestationView>;
}
