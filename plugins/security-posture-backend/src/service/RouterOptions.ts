import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  DataTable,
  DataTables,
  EngineSettings,
  SupportedProduct,
} from 'security-posture-engine';
import { ClusterPreflight } from '../collect';
import { AttestationStore } from '../database/AttestationStore';
import { CoverageReader } from '../database/CoverageReader';
import { ExemptionStore } from '../database/ExemptionStore';
import { ExportReader } from '../database/ExportReader';
import { ClusterDetailsReader } from '../database/ClusterDetailsReader';
import { EntityDetailsReader } from '../database/EntityDetailsReader';
import { FindingsExplorer } from '../database/FindingsExplorer';
import { HistoryReader } from '../database/HistoryReader';
import { ImportStore } from '../database/ImportStore';
import { OrganisationReader } from '../database/OrganisationReader';
import { OverviewReader } from '../database/OverviewReader';
import { PostureReader, ScanRequests } from '../database/PostureReader';
import { ScopeReader } from '../database/ScopeReader';
import { StandingReader } from '../database/StandingReader';
import { JudgingQueue } from '../evaluate/JudgingQueue';
import { ExemptionSettings } from '../exemptions/ExemptionSettings';
import { Importers } from '../importers/Importers';
import { RetentionSettings } from '../retention/retentionCuts';
import { PostureSettings } from '../views/PostureSettings';

/** What of the catalog the API asks. */
export type ReadCatalog = Pick<
  CatalogService,
  'getEntityByRef' | 'getEntitiesByRefs' | 'getEntityFacets'
>;

/** What the API works with. */
export interface RouterOptions {
  readonly reader: PostureReader;
  readonly organisation: OrganisationReader;
  readonly overview: OverviewReader;
  readonly scopes: ScopeReader;
  readonly coverage: CoverageReader;
  readonly standings: StandingReader;
  readonly history: HistoryReader;
  readonly explorer: FindingsExplorer;
  readonly exports: ExportReader;
  readonly clusterDetails: ClusterDetailsReader;
  readonly entityDetails: EntityDetailsReader;
  readonly scans: ScanRequests;
  readonly imports: ImportStore;
  readonly importers: Importers;
  readonly exemptions: ExemptionStore;
  readonly exemptionSettings: ExemptionSettings;
  readonly attestations: AttestationStore;
  /** Sums up the postures that something has changed. */
  readonly rollUp: () => Promise<void>;
  /** Asks the scheduler for sweeps of these clusters now. */
  readonly requestSweeps: (clusters: readonly string[]) => Promise<void>;
  /** Asks a cluster what of it may be read. */
  readonly preflight: (cluster: string) => Promise<ClusterPreflight>;
  /** Where requests wait for their manifests to be judged. */
  readonly judging: JudgingQueue;
  /** What the rules of controls are set to. */
  readonly engine: EngineSettings;
  /** Facts that grow old, as of now. */
  readonly tables: () => DataTables;
  /** Support dates as of now. */
  readonly supportDates: () => DataTable<SupportedProduct>;
  /** When a cluster is swept next by schedule, in epoch milliseconds. */
  readonly nextSweepAfter: (cluster: string, now: number) => number;
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
