import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ClusterPreflight } from '../collect';
import { AttestationStore } from '../database/AttestationStore';
import { CoverageReader } from '../database/CoverageReader';
import { ExemptionStore } from '../database/ExemptionStore';
import { ClusterDetailsReader } from '../database/ClusterDetailsReader';
import { EntityDetailsReader } from '../database/EntityDetailsReader';
import { FindingsExplorer } from '../database/FindingsExplorer';
import { HistoryReader } from '../database/HistoryReader';
import { ImportStore } from '../database/ImportStore';
import { OrganisationReader } from '../database/OrganisationReader';
import { PostureReader, ScanRequests } from '../database/PostureReader';
import { ScopeReader } from '../database/ScopeReader';
import { ExemptionSettings } from '../exemptions/ExemptionSettings';
import { RetentionSettings } from '../retention/retentionCuts';
import { PostureSettings } from '../views/PostureSettings';

/** What of the catalog the API asks. */
export type ReadCatalog = Pick<
  CatalogService,
  'getEntityByRef' | 'getEntitiesByRefs' | 'streamEntities'
>;

/** What the API works with. */
export interface RouterOptions {
  readonly reader: PostureReader;
  readonly organisation: OrganisationReader;
  readonly scopes: ScopeReader;
  readonly coverage: CoverageReader;
  readonly history: HistoryReader;
  readonly explorer: FindingsExplorer;
  readonly clusterDetails: ClusterDetailsReader;
  readonly entityDetails: EntityDetailsReader;
  readonly scans: ScanRequests;
  readonly imports: ImportStore;
  readonly exemptions: ExemptionStore;
  readonly exemptionSettings: ExemptionSettings;
  readonly attestations: AttestationStore;
  /** Sums up the postures that something has changed. */
  readonly rollUp: () => Promise<void>;
  /** Asks the scheduler for sweeps of these clusters now. */
  readonly requestSweeps: (clusters: readonly string[]) => Promise<void>;
  /** Asks a cluster what of it may be read. */
  readonly preflight: (cluster: string) => Promise<ClusterPreflight>;
  readonly settings: PostureSettings;
  readonly retention: RetentionSettings;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly auth: AuthService;
  readonly catalog: ReadCatalog;
  readonly logger: LoggerService;
  readonly auditor: AuditorService;
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly userInfo: UserInfoService;
}
