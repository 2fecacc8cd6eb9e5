import {
  BackendFeature,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { JsonObject } from '@backstage/types';
import {
  postureExemptionCreatePermission,
  postureScanCreatePermission,
} from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { DEFAULT_SETTINGS, DEFAULT_TABLES } from 'security-posture-engine';
import { DatabaseAttestationStore } from '../../database/DatabaseAttestationStore';
import { DatabaseExemptionStore } from '../../database/DatabaseExemptionStore';
import { DatabaseClusterDetailsReader } from '../../database/DatabaseClusterDetailsReader';
import { DatabaseEntityDetailsReader } from '../../database/DatabaseEntityDetailsReader';
import { DatabaseExportReader } from '../../database/DatabaseExportReader';
import { DatabaseFindingsExplorer } from '../../database/DatabaseFindingsExplorer';
import { DatabaseHistoryReader } from '../../database/DatabaseHistoryReader';
import { DatabaseImportStore } from '../../database/DatabaseImportStore';
import { DatabaseCoverageReader } from '../../database/DatabaseCoverageReader';
import { DatabaseScopeReader } from '../../database/DatabaseScopeReader';
import { DatabaseOrganisationReader } from '../../database/DatabaseOrganisationReader';
import { DatabaseOverviewReader } from '../../database/DatabaseOverviewReader';
import { DatabasePostureReader } from '../../database/DatabasePostureReader';
import { DatabaseStandingReader } from '../../database/DatabaseStandingReader';
import { rollUpAll } from '../../database/__testUtils__/rolledUp';
import { JudgingQueue } from '../../evaluate/JudgingQueue';
import { settings } from '../../views/__testUtils__/samples';
import { Importers, OWN_IMPORTERS } from '../../importers/Importers';
import { createRouter } from '../createRouter';
import { catalogOf, decidedBy, forwardedUsers } from './portalParts';
import { validateResponses } from './validateResponses';

/** Whom the policy lets see and scan everything; everyone else sees and scans what they own. */
export const PLATFORM_ENGINEER = 'user:default/paul';

const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    if (user?.info.userEntityRef === PLATFORM_ENGINEER)
      return { result: AuthorizeResult.ALLOW };
    const isOwner = catalogConditions.isEntityOwner({
      claims: user?.info.ownershipEntityRefs ?? [],
    });
    for (const conditional of [
      catalogEntityReadPermission,
      postureScanCreatePermission,
      postureExemptionCreatePermission,
    ]) {
      if (isPermission(permission, conditional))
        return createCatalogConditionalDecision(conditional, isOwner);
    }
    return { result: AuthorizeResult.ALLOW };
  },
};

function pluginOver(knex: Knex, now: number) {
  return createBackendPlugin({
    pluginId: 'security-posture',
    register(env) {
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          userInfo: coreServices.userInfo,
        },
        async init({ httpRouter, ...services }) {
          const store = new DatabasePostureReader(knex);
          httpRouter.use(validateResponses());
          httpRouter.use(
            await createRouter({
              ...services,
              reader: store,
              organisation: new DatabaseOrganisationReader(knex),
              overview: new DatabaseOverviewReader(knex),
              scopes: new DatabaseScopeReader(knex),
              coverage: new DatabaseCoverageReader(knex),
              standings: new DatabaseStandingReader(knex),
              scans: store,
              imports: new DatabaseImportStore(knex),
              importers: new Importers(OWN_IMPORTERS),
              history: new DatabaseHistoryReader(knex),
              explorer: new DatabaseFindingsExplorer(knex),
              exports: new DatabaseExportReader(knex),
              clusterDetails: new DatabaseClusterDetailsReader(knex),
              entityDetails: new DatabaseEntityDetailsReader(knex),
              retention: { detailDays: 90, scoreDays: 400 },
              exemptions: new DatabaseExemptionStore(knex),
              exemptionSettings: {
                approvers: [PLATFORM_ENGINEER],
                maxDays: 365,
                maxDaysGrave: 90,
                approveAnnotations: false,
              },
              attestations: new DatabaseAttestationStore(knex),
              rollUp: () => rollUpAll(knex, now),
              preflight: async () => ({ answers: false, items: [] }),
              requestSweeps: async () => {},
              judging: new JudgingQueue(),
              engine: DEFAULT_SETTINGS,
              tables: () => DEFAULT_TABLES,
              supportDates: () => DEFAULT_TABLES.supportDates,
              nextSweepAfter: (_, after) => after + 3_600_000,
              settings,
              clock: () => now,
            }),
          );
        },
      });
    },
  });
}

/** How the callers of a portal are known. */
export interface PortalAuth {
  readonly config: JsonObject;
  readonly features: readonly BackendFeature[];
}

/**
 * Starts the API over a database, with the real catalog, the real permission backend and a policy with conditions.
 * Callers are known by the tokens of the test kit, unless `auth` says otherwise.
 */
export async function startPortal(
  knex: Knex,
  entities: readonly Entity[],
  now: number,
  auth: PortalAuth = { config: {}, features: [forwardedUsers()] },
) {
  return startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: { ...auth.config, permission: { enabled: true } },
      }),
      permissionsServiceFactory,
      ...auth.features,
      catalogPlugin,
      permissionPlugin,
      decidedBy(policy),
      catalogOf(entities),
      pluginOver(knex, now),
    ],
  });
}
