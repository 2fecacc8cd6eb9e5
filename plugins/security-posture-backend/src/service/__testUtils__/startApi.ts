import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ExtendedHttpServer } from '@backstage/backend-defaults/rootHttpRouter';
import { DEFAULT_SETTINGS, DEFAULT_TABLES } from 'security-posture-engine';
import { ClusterPreflight } from '../../collect';
import { JudgingQueue } from '../../evaluate/JudgingQueue';
import { settings } from '../../views/__testUtils__/samples';
import { Importers, OWN_IMPORTERS } from '../../importers/Importers';
import { createRouter } from '../createRouter';
import { RouterOptions } from '../RouterOptions';
import { CallerPolicy } from './CallerPolicy';
import { MemoryAttestations } from './MemoryAttestations';
import { MemoryExemptions } from './MemoryExemptions';
import {
  emptyClusterDetails,
  emptyEntityDetails,
  emptyExplorer,
  emptyExports,
  emptyHistory,
} from './emptyPast';
import {
  emptyCoverage,
  emptyOverview,
  emptyScopes,
  emptyStandings,
} from './emptyRollUps';
import { MemoryImports } from './MemoryImports';
import { MemoryReader } from './MemoryReader';
import { RolledUpOrganisation } from './RolledUpOrganisation';
import { validateResponses } from './validateResponses';

/** Who decides on exemptions in tests: the mock of user info knows users only as members of themselves. */
export const APPROVER = 'user:default/approver';

const EXEMPTION_SETTINGS = {
  approvers: [APPROVER, 'user:default/admin'],
  maxDays: 365,
  maxDaysGrave: 90,
  approveAnnotations: false,
};

/** The API in a Backstage backend, over a store and a catalog in memory. */
export interface StartedApi {
  readonly server: ExtendedHttpServer;
  readonly reader: MemoryReader;
  readonly policy: CallerPolicy;
  readonly auditor: ReturnType<typeof mockServices.auditor.mock>;
  /** Clusters that the scheduler was told of. */
  readonly requestSweeps: jest.Mock<Promise<void>, [readonly string[]]>;
  readonly imports: MemoryImports;
  readonly exemptions: MemoryExemptions;
  readonly attestations: MemoryAttestations;
  /** What clusters answer to a preflight. */
  readonly preflight: jest.Mock<Promise<ClusterPreflight>, [string]>;
  /** The clock of the API. */
  readonly time: { now: number };
  stop(): Promise<void>;
}

/** Starts the API; requests without credentials are refused, as in a portal. `over` takes the place of what it works with else. */
export async function startApi(
  now: number,
  over: Partial<RouterOptions> = {},
): Promise<StartedApi> {
  const reader = new MemoryReader();
  const policy = new CallerPolicy();
  const auditor = mockServices.auditor.mock();
  const requestSweeps = jest.fn(async (_: readonly string[]) => {});
  const imports = new MemoryImports();
  const exemptions = new MemoryExemptions();
  const attestations = new MemoryAttestations();
  const preflight = jest.fn(
    async (_: string): Promise<ClusterPreflight> => ({
      answers: true,
      items: [],
    }),
  );
  const time = { now };
  const plugin = createBackendPlugin({
    pluginId: 'security-posture',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
        },
        async init({ httpRouter, ...services }) {
          httpRouter.use(validateResponses());
          httpRouter.use(
            await createRouter({
              ...services,
              reader,
              organisation: new RolledUpOrganisation(reader),
              scopes: emptyScopes,
              coverage: emptyCoverage,
              overview: emptyOverview,
              standings: emptyStandings,
              scans: reader,
              imports,
              importers: new Importers(OWN_IMPORTERS),
              exemptions,
              exemptionSettings: EXEMPTION_SETTINGS,
              attestations,
              rollUp: async () => {},
              userInfo: mockServices.userInfo(),
              preflight,
              history: emptyHistory,
              explorer: emptyExplorer,
              exports: emptyExports,
              clusterDetails: emptyClusterDetails,
              entityDetails: emptyEntityDetails,
              retention: { detailDays: 90, scoreDays: 400 },
              requestSweeps,
              judging: new JudgingQueue(),
              engine: DEFAULT_SETTINGS,
              tables: () => DEFAULT_TABLES,
              supportDates: () => DEFAULT_TABLES.supportDates,
              nextSweepAfter: (_, after) => after + 3_600_000,
              settings,
              clock: () => time.now,
              catalog: policy.catalog,
              permissions: policy.permissions,
              auditor,
              ...over,
            }),
          );
        },
      });
    },
  });
  const backend = await startTestBackend({ features: [plugin] });
  return {
    server: backend.server,
    reader,
    policy,
    auditor,
    requestSweeps,
    imports,
    exemptions,
    attestations,
    preflight,
    time,
    stop: () => backend.stop(),
  };
}
