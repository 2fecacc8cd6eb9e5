import { parseEntityRef } from '@backstage/catalog-model';
import type { JsonObject } from 'security-posture-engine';
import { ResponseError } from '@backstage/errors';
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
  AuditPolicyDocument,
  ImportKind,
  ImportOptions,
  ImportsResponse,
  ImportView,
  KubeBenchDocument,
} from './api/imports';
import {
  ClustersResponse,
  ClusterView,
  EntitiesResponse,
  SummaryResponse,
} from './api/organisation';
import { EntityPosture, MappingView } from './api/posture';
import { OverviewQuery, OverviewResponse } from './api/overview';
import { PreflightView } from './api/preflight';
import { ScanView } from './api/scans';
import { AccessResponse, WorkloadsResponse } from './api/workloads';
import { ScopesResponse } from './api/scopes';
import {
  ControlStandingDetails,
  ControlStandingsResponse,
} from './api/standings';
import { TrendResponse } from './api/trends';
import {
  EntitiesQuery,
  FindingsQuery,
  PageQuery,
  RequestOptions,
  ScopesQuery,
  SecurityPostureApi,
  TrendQuery,
  UnownedQuery,
} from './SecurityPostureApi';
import { exportAnswer } from './exportAnswer';

/** What the client needs: where the plugin is, and how to fetch. */
export interface SecurityPostureClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi?: { fetch: typeof fetch };
}

type QueryValue = string | number | boolean | readonly string[] | undefined;

/** The typed client of the API. Runs in browsers and in Node. */
export class SecurityPostureClient implements SecurityPostureApi {
  private readonly fetch: typeof fetch;

  constructor(private readonly options: SecurityPostureClientOptions) {
    const { fetchApi } = options;
    this.fetch = fetchApi
      ? (input, init) => fetchApi.fetch(input, init)
      : (input, init) => fetch(input, init);
  }

  getControls(options?: RequestOptions): Promise<ControlsResponse> {
    return this.request('GET', 'controls', {}, options);
  }

  getControl(id: string, options?: RequestOptions): Promise<ControlView> {
    return this.request(
      'GET',
      `controls/${encodeURIComponent(id)}`,
      {},
      options,
    );
  }

  getFrameworks(options?: RequestOptions): Promise<FrameworksResponse> {
    return this.request('GET', 'frameworks', {}, options);
  }

  getEntities(
    query: EntitiesQuery = {},
    options?: RequestOptions,
  ): Promise<EntitiesResponse> {
    return this.request('GET', 'entities', { ...query }, options);
  }

  getEntityPosture(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityPosture> {
    return this.request('GET', `${entityPath(entityRef)}/posture`, {}, options);
  }

  getEntityFindings(
    entityRef: string,
    query: FindingsQuery = {},
    options?: RequestOptions,
  ): Promise<FindingsResponse> {
    return this.request(
      'GET',
      `${entityPath(entityRef)}/findings`,
      { ...query },
      options,
    );
  }

  getEntityGate(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<GateView> {
    return this.request('GET', `${entityPath(entityRef)}/gate`, {}, options);
  }

  getPosturesByRefs(
    entityRefs: readonly string[],
    options?: RequestOptions,
  ): Promise<PosturesByRefsResponse> {
    const body = { entityRefs };
    return this.request('POST', 'postures/by-refs', {}, options, body);
  }

  evaluate(
    request: EvaluateRequest,
    options?: RequestOptions,
  ): Promise<EvaluateResponse> {
    return this.request('POST', 'evaluate', {}, options, request);
  }

  getFinding(key: string, options?: RequestOptions): Promise<FindingView> {
    return this.request(
      'GET',
      `findings/${encodeURIComponent(key)}`,
      {},
      options,
    );
  }

  getFindings(
    query: ExplorerQuery = {},
    options?: RequestOptions,
  ): Promise<ExplorerResponse> {
    return this.request('GET', 'findings', { ...query }, options);
  }

  getEntityWorkloads(
    entityRef: string,
    query: PageQuery = {},
    options?: RequestOptions,
  ): Promise<WorkloadsResponse> {
    const path = `${entityPath(entityRef)}/workloads`;
    return this.request('GET', path, { ...query }, options);
  }

  getEntityExposure(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<ExposureResponse> {
    const path = `${entityPath(entityRef)}/exposure`;
    return this.request('GET', path, {}, options);
  }

  getEntityAccess(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<AccessResponse> {
    return this.request('GET', `${entityPath(entityRef)}/access`, {}, options);
  }

  getEntityMapping(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<MappingView> {
    return this.request('GET', `${entityPath(entityRef)}/mapping`, {}, options);
  }

  getEntityPast(
    entityRef: string,
    query: PastQuery = {},
    options?: RequestOptions,
  ): Promise<PastPosture> {
    const path = `${entityPath(entityRef)}/past`;
    return this.request('GET', path, { ...query }, options);
  }

  getEntityChanges(
    entityRef: string,
    query: ChangesQuery,
    options?: RequestOptions,
  ): Promise<ChangesResponse> {
    const path = `${entityPath(entityRef)}/changes`;
    return this.request('GET', path, { ...query }, options);
  }

  getEntityHistory(
    entityRef: string,
    query: HistoryQuery = {},
    options?: RequestOptions,
  ): Promise<HistoryResponse> {
    const path = `${entityPath(entityRef)}/history`;
    return this.request('GET', path, { ...query }, options);
  }

  getScopePast(
    scopeRef: string,
    query: PastQuery = {},
    options?: RequestOptions,
  ): Promise<PastPosture> {
    const path = `${refPath('scopes', scopeRef)}/past`;
    return this.request('GET', path, { ...query }, options);
  }

  getScopeChanges(
    scopeRef: string,
    query: ChangesQuery,
    options?: RequestOptions,
  ): Promise<ChangesResponse> {
    const path = `${refPath('scopes', scopeRef)}/changes`;
    return this.request('GET', path, { ...query }, options);
  }

  getClusterPast(
    name: string,
    query: PastQuery = {},
    options?: RequestOptions,
  ): Promise<PastPosture> {
    const path = `${clusterPath(name)}/past`;
    return this.request('GET', path, { ...query }, options);
  }

  getClusterChanges(
    name: string,
    query: ChangesQuery,
    options?: RequestOptions,
  ): Promise<ChangesResponse> {
    const path = `${clusterPath(name)}/changes`;
    return this.request('GET', path, { ...query }, options);
  }

  getClusterHistory(
    name: string,
    query: HistoryQuery = {},
    options?: RequestOptions,
  ): Promise<HistoryResponse> {
    const path = `${clusterPath(name)}/history`;
    return this.request('GET', path, { ...query }, options);
  }

  getClusterFindings(
    name: string,
    query: Omit<ExplorerQuery, 'clusters'> = {},
    options?: RequestOptions,
  ): Promise<ExplorerResponse> {
    const path = `${clusterPath(name)}/findings`;
    return this.request('GET', path, { ...query }, options);
  }

  getClusterSweeps(
    name: string,
    query: PageQuery = {},
    options?: RequestOptions,
  ): Promise<SweepsResponse> {
    const path = `${clusterPath(name)}/sweeps`;
    return this.request('GET', path, { ...query }, options);
  }

  scanEntity(entityRef: string, options?: RequestOptions): Promise<ScanView> {
    return this.request('POST', `${entityPath(entityRef)}/scan`, {}, options);
  }

  scanCluster(name: string, options?: RequestOptions): Promise<ScanView> {
    return this.request(
      'POST',
      `clusters/${encodeURIComponent(name)}/scan`,
      {},
      options,
    );
  }

  getScan(id: string, options?: RequestOptions): Promise<ScanView> {
    return this.request('GET', `scans/${encodeURIComponent(id)}`, {}, options);
  }

  getOverview(
    query: OverviewQuery = {},
    options?: RequestOptions,
  ): Promise<OverviewResponse> {
    return this.request('GET', 'overview', { ...query }, options);
  }

  getSummary(options?: RequestOptions): Promise<SummaryResponse> {
    return this.request('GET', 'summary', {}, options);
  }

  getTeams(
    query: ScopesQuery = {},
    options?: RequestOptions,
  ): Promise<ScopesResponse> {
    return this.request('GET', 'teams', { ...query }, options);
  }

  getSystems(
    query: ScopesQuery = {},
    options?: RequestOptions,
  ): Promise<ScopesResponse> {
    return this.request('GET', 'systems', { ...query }, options);
  }

  getDomains(
    query: ScopesQuery = {},
    options?: RequestOptions,
  ): Promise<ScopesResponse> {
    return this.request('GET', 'domains', { ...query }, options);
  }

  getHierarchy(
    query: HierarchyQuery,
    options?: RequestOptions,
  ): Promise<HierarchyResponse> {
    return this.request('GET', 'scopes', { ...query }, options);
  }

  getScopeMatrix(
    query: ScopeMatrixQuery,
    options?: RequestOptions,
  ): Promise<ScopeMatrixResponse> {
    return this.request('GET', 'scopes/matrix', { ...query }, options);
  }

  getScope(scopeRef: string, options?: RequestOptions): Promise<ScopeDetails> {
    return this.request('GET', refPath('scopes', scopeRef), {}, options);
  }

  getTrend(
    query: TrendQuery,
    options?: RequestOptions,
  ): Promise<TrendResponse> {
    return this.request('GET', 'trends', { ...query }, options);
  }

  async getExport(
    query: ExportQuery,
    options?: RequestOptions,
  ): Promise<ExportAnswer> {
    const response = await this.send('GET', 'export', { ...query }, options);
    return exportAnswer(response);
  }

  getCoverage(options?: RequestOptions): Promise<CoverageResponse> {
    return this.request('GET', 'coverage', {}, options);
  }

  getControlEntities(
    id: string,
    query: PageQuery = {},
    options?: RequestOptions,
  ): Promise<ControlEntitiesResponse> {
    return this.request(
      'GET',
      `controls/${encodeURIComponent(id)}/entities`,
      { ...query },
      options,
    );
  }

  getControlStandings(
    options?: RequestOptions,
  ): Promise<ControlStandingsResponse> {
    return this.request('GET', 'control-standings', {}, options);
  }

  getControlStanding(
    id: string,
    options?: RequestOptions,
  ): Promise<ControlStandingDetails> {
    const path = `control-standings/${encodeURIComponent(id)}`;
    return this.request('GET', path, {}, options);
  }

  getUnownedWorkloads(
    query: UnownedQuery = {},
    options?: RequestOptions,
  ): Promise<UnownedWorkloadsResponse> {
    return this.request(
      'GET',
      'workloads',
      { owner: 'none', ...query },
      options,
    );
  }

  getDrift(
    a: string,
    b: string,
    options?: RequestOptions,
  ): Promise<DriftResponse> {
    return this.request('GET', 'drift', { a, b }, options);
  }

  getClusters(options?: RequestOptions): Promise<ClustersResponse> {
    return this.request('GET', 'clusters', {}, options);
  }

  getCluster(name: string, options?: RequestOptions): Promise<ClusterView> {
    return this.request(
      'GET',
      `clusters/${encodeURIComponent(name)}`,
      {},
      options,
    );
  }

  getClusterMatrix(options?: RequestOptions): Promise<ClusterMatrix> {
    return this.request('GET', 'matrix/clusters', {}, options);
  }

  getClusterOverview(
    name: string,
    options?: RequestOptions,
  ): Promise<ClusterOverview> {
    return this.request('GET', `${clusterPath(name)}/overview`, {}, options);
  }

  getClusterControls(
    name: string,
    options?: RequestOptions,
  ): Promise<ClusterControlsResponse> {
    return this.request('GET', `${clusterPath(name)}/controls`, {}, options);
  }

  getClusterNamespaces(
    name: string,
    query: PageQuery = {},
    options?: RequestOptions,
  ): Promise<ClusterNamespaces> {
    return this.request(
      'GET',
      `${clusterPath(name)}/namespaces`,
      { ...query },
      options,
    );
  }

  getClusterNodes(
    name: string,
    query: PageQuery = {},
    options?: RequestOptions,
  ): Promise<ClusterNodes> {
    return this.request(
      'GET',
      `${clusterPath(name)}/nodes`,
      { ...query },
      options,
    );
  }

  getClusterAccess(
    name: string,
    query: PageQuery = {},
    options?: RequestOptions,
  ): Promise<AccessRisks> {
    return this.request(
      'GET',
      `${clusterPath(name)}/access`,
      { ...query },
      options,
    );
  }

  getClusterPreflight(
    name: string,
    options?: RequestOptions,
  ): Promise<PreflightView> {
    return this.request(
      'GET',
      `clusters/${encodeURIComponent(name)}/preflight`,
      {},
      options,
    );
  }

  getClusterImports(
    name: string,
    options?: RequestOptions,
  ): Promise<ImportsResponse> {
    return this.request(
      'GET',
      `clusters/${encodeURIComponent(name)}/imports`,
      {},
      options,
    );
  }

  importKubeBench(
    cluster: string,
    document: KubeBenchDocument,
    options: RequestOptions & ImportOptions = {},
  ): Promise<ImportView> {
    const { node } = options;
    return this.request(
      'POST',
      'imports/kube-bench',
      { cluster, node },
      options,
      document,
    );
  }

  importAuditPolicy(
    cluster: string,
    document: AuditPolicyDocument,
    options?: RequestOptions,
  ): Promise<ImportView> {
    return this.request(
      'POST',
      'imports/audit-policy',
      { cluster },
      options,
      document,
    );
  }

  importReport(
    importer: ImportKind,
    cluster: string,
    report: JsonObject,
    options: RequestOptions & ImportOptions = {},
  ): Promise<ImportView> {
    const { node } = options;
    return this.request(
      'POST',
      `imports/${encodeURIComponent(importer)}`,
      { cluster, node },
      options,
      report,
    );
  }

  getExemptions(
    query: ExemptionsQuery = {},
    options?: RequestOptions,
  ): Promise<ExemptionsResponse> {
    return this.request('GET', 'exemptions', { ...query }, options);
  }

  getExemption(
    id: string,
    options?: RequestOptions,
  ): Promise<ExemptionDetails> {
    return this.request(
      'GET',
      `exemptions/${encodeURIComponent(id)}`,
      {},
      options,
    );
  }

  getExemptionsRegister(
    query: ExemptionsRegisterQuery = {},
    options?: RequestOptions,
  ): Promise<ExemptionsRegister> {
    return this.request('GET', 'exemptions/register', { ...query }, options);
  }

  getExemptionOptions(
    query: ExemptionOptionsQuery,
    options?: RequestOptions,
  ): Promise<ExemptionOptions> {
    return this.request('GET', 'exemptions/options', { ...query }, options);
  }

  previewExemption(
    target: ExemptionTarget,
    options?: RequestOptions,
  ): Promise<ExemptionPreview> {
    return this.request('POST', 'exemptions/preview', {}, options, target);
  }

  requestExemption(
    request: ExemptionRequest,
    options?: RequestOptions,
  ): Promise<ExemptionDetails> {
    return this.request('POST', 'exemptions', {}, options, request);
  }

  approveExemption(
    id: string,
    approval: ExemptionApproval = {},
    options?: RequestOptions,
  ): Promise<ExemptionDetails> {
    return this.decide(id, 'approve', approval, options);
  }

  denyExemption(
    id: string,
    decision: ExemptionDecision = {},
    options?: RequestOptions,
  ): Promise<ExemptionDetails> {
    return this.decide(id, 'deny', decision, options);
  }

  shortenExemption(
    id: string,
    shortening: ExemptionShortening,
    options?: RequestOptions,
  ): Promise<ExemptionDetails> {
    return this.decide(id, 'shorten', shortening, options);
  }

  revokeExemption(
    id: string,
    decision: ExemptionDecision = {},
    options?: RequestOptions,
  ): Promise<ExemptionDetails> {
    return this.decide(id, 'revoke', decision, options);
  }

  getAttestations(
    query: AttestationsQuery = {},
    options?: RequestOptions,
  ): Promise<AttestationsResponse> {
    return this.request('GET', 'attestations', { ...query }, options);
  }

  attest(
    request: AttestationRequest,
    options?: RequestOptions,
  ): Promise<AttestationView> {
    return this.request('POST', 'attestations', {}, options, request);
  }

  withdrawAttestation(
    id: string,
    options?: RequestOptions,
  ): Promise<AttestationView> {
    return this.request(
      'POST',
      `attestations/${encodeURIComponent(id)}/withdraw`,
      {},
      options,
    );
  }

  private decide(
    id: string,
    step: 'approve' | 'deny' | 'shorten' | 'revoke',
    decision: ExemptionDecision,
    options?: RequestOptions,
  ): Promise<ExemptionDetails> {
    return this.request(
      'POST',
      `exemptions/${encodeURIComponent(id)}/${step}`,
      {},
      options,
      decision,
    );
  }

  private async request<T>(
    method: 'GET' | 'POST',
    path: string,
    query: Record<string, QueryValue>,
    options?: RequestOptions,
    body?: object,
  ): Promise<T> {
    const response = await this.send(method, path, query, options, body);
    return (await response.json()) as T;
  }

  private async send(
    method: 'GET' | 'POST',
    path: string,
    query: Record<string, QueryValue>,
    options: RequestOptions = {},
    body?: object,
  ): Promise<Response> {
    const base = await this.options.discoveryApi.getBaseUrl('security-posture');
    const response = await this.fetch(
      `${base}/v1/${path}${queryString(query)}`,
      {
        method,
        headers: {
          accept: 'application/json',
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(options.token
            ? { authorization: `Bearer ${options.token}` }
            : {}),
        },
        ...(options.signal ? { signal: options.signal } : {}),
        ...(body ? { body: JSON.stringify(body) } : {}),
      },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}

function entityPath(entityRef: string): string {
  return refPath('entities', entityRef);
}

function refPath(base: 'entities' | 'scopes', entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return [base, ...[kind, namespace, name].map(encodeURIComponent)].join('/');
}

function clusterPath(name: string): string {
  return `clusters/${encodeURIComponent(name)}`;
}

/** Lists are joined by commas, as the API reads them. */
function queryString(query: Record<string, QueryValue>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    parameters.set(
      name,
      Array.isArray(value) ? value.join(',') : String(value),
    );
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}
