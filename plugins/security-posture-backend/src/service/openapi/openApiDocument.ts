import { clusterPagePaths } from './paths/clusterPages';
import { controlPaths } from './paths/controls';
import { coveragePaths } from './paths/coverage';
import { documentPaths } from './paths/document';
import { entityPaths } from './paths/entities';
import { evaluatePaths } from './paths/evaluate';
import { exemptionPaths } from './paths/exemptions';
import { entityDetailPaths } from './paths/entityDetails';
import { explorerPaths } from './paths/explorer';
import { exportPaths } from './paths/exports';
import { gatePaths } from './paths/gate';
import { historyPaths } from './paths/history';
import { importPaths } from './paths/imports';
import { organisationPaths } from './paths/organisation';
import { overviewPaths } from './paths/overview';
import { scopePaths } from './paths/scopes';
import { standingPaths } from './paths/standings';
import { clusterPageSchemas } from './schemas/clusterPages';
import { controlSchemas } from './schemas/controls';
import { coverageSchemas } from './schemas/coverage';
import { evaluateSchemas } from './schemas/evaluate';
import { exemptionSchemas } from './schemas/exemptions';
import { explorerSchemas } from './schemas/explorer';
import { exportSchemas } from './schemas/exports';
import { exposureSchemas } from './schemas/exposure';
import { findingSchemas } from './schemas/findings';
import { gateSchemas } from './schemas/gate';
import { historySchemas } from './schemas/history';
import { importSchemas } from './schemas/imports';
import { organisationSchemas } from './schemas/organisation';
import { overviewSchemas } from './schemas/overview';
import { postureSchemas } from './schemas/posture';
import { preflightSchemas } from './schemas/preflight';
import { scopeSchemas } from './schemas/scopes';
import { standingSchemas } from './schemas/standings';
import { workloadSchemas } from './schemas/workloads';
import { wordSchemas } from './schemas/words';

/** The API in OpenAPI 3.1: what requests are validated against, and what `/v1/openapi.json` serves. Paths begin after `/v1`. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Security Posture',
    version: '1',
    description:
      'The posture of catalog entities and clusters against the NSA/CISA Kubernetes Hardening Guide.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  paths: {
    ...controlPaths,
    ...entityPaths,
    ...entityDetailPaths,
    ...gatePaths,
    ...evaluatePaths,
    ...explorerPaths,
    ...exportPaths,
    ...historyPaths,
    ...organisationPaths,
    ...clusterPagePaths,
    ...overviewPaths,
    ...scopePaths,
    ...coveragePaths,
    ...standingPaths,
    ...importPaths,
    ...exemptionPaths,
    ...documentPaths,
  },
  components: {
    schemas: {
      ...wordSchemas,
      ...controlSchemas,
      ...findingSchemas,
      ...gateSchemas,
      ...evaluateSchemas,
      ...explorerSchemas,
      ...exportSchemas,
      ...historySchemas,
      ...workloadSchemas,
      ...exposureSchemas,
      ...postureSchemas,
      ...organisationSchemas,
      ...clusterPageSchemas,
      ...overviewSchemas,
      ...scopeSchemas,
      ...coverageSchemas,
      ...standingSchemas,
      ...importSchemas,
      ...exemptionSchemas,
      ...preflightSchemas,
    },
    securitySchemes: {
      backstage: {
        type: 'http' as const,
        scheme: 'bearer',
        description: 'A Backstage token of a user or a service',
      },
    },
  },
  security: [{ backstage: [] }],
};
