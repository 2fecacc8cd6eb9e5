import { DEFAULT_SETTINGS, DEFAULT_TABLES } from 'security-posture-engine';
import { mockServices } from '@backstage/backend-test-utils';
import { RequestHandler, Router } from 'express';
import { JudgingQueue } from '../../evaluate/JudgingQueue';
import { settings } from '../../views/__testUtils__/samples';
import { CallerPolicy } from '../__testUtils__/CallerPolicy';
import { MemoryAttestations } from '../__testUtils__/MemoryAttestations';
import { MemoryExemptions } from '../__testUtils__/MemoryExemptions';
import {
  emptyCoverage,
  emptyOverview,
  emptyScopes,
  emptyStandings,
} from '../__testUtils__/emptyRollUps';
import { MemoryImports } from '../__testUtils__/MemoryImports';
import { MemoryReader } from '../__testUtils__/MemoryReader';
import { RolledUpOrganisation } from '../__testUtils__/RolledUpOrganisation';
import {
  emptyClusterDetails,
  emptyEntityDetails,
  emptyExplorer,
  emptyExports,
  emptyHistory,
} from '../__testUtils__/emptyPast';
import { createRouter } from '../createRouter';
import { Importers, OWN_IMPORTERS } from '../../importers/Importers';
import { openApiDocument } from './openApiDocument';

interface Layer {
  readonly handle: RequestHandler & { readonly stack?: Layer[] };
  readonly route?: {
    readonly path: string;
    readonly methods: Readonly<Record<string, boolean>>;
  };
}

/** `GET /path/{parameter}` for every route of a router and of the routers in it. */
function routesOf(router: { stack: Layer[] }): string[] {
  return router.stack.flatMap(({ route, handle }) => {
    if (!route) return handle.stack ? routesOf({ stack: handle.stack }) : [];
    const path = route.path.replace(/^\/v1/, '').replace(/:(\w+)/g, '{$1}');
    return Object.keys(route.methods).map(
      method => `${method.toUpperCase()} ${path}`,
    );
  });
}

function documented(): string[] {
  return Object.entries(openApiDocument.paths).flatMap(([path, item]) =>
    Object.keys(item).map(method => `${method.toUpperCase()} ${path}`),
  );
}

async function aRouter(): Promise<Router> {
  const reader = new MemoryReader();
  const { catalog, permissions } = new CallerPolicy();
  return createRouter({
    reader,
    organisation: new RolledUpOrganisation(reader),
    scopes: emptyScopes,
    coverage: emptyCoverage,
    overview: emptyOverview,
    standings: emptyStandings,
    scans: reader,
    imports: new MemoryImports(),
    importers: new Importers(OWN_IMPORTERS),
    exemptions: new MemoryExemptions(),
    exemptionSettings: {
      approvers: [],
      maxDays: 365,
      maxDaysGrave: 90,
      approveAnnotations: false,
    },
    attestations: new MemoryAttestations(),
    rollUp: async () => {},
    history: emptyHistory,
    explorer: emptyExplorer,
    exports: emptyExports,
    clusterDetails: emptyClusterDetails,
    entityDetails: emptyEntityDetails,
    retention: { detailDays: 90, scoreDays: 400 },
    preflight: async () => ({ answers: false, items: [] }),
    requestSweeps: async () => {},
    judging: new JudgingQueue(),
    engine: DEFAULT_SETTINGS,
    tables: () => DEFAULT_TABLES,
    supportDates: () => DEFAULT_TABLES.supportDates,
    nextSweepAfter: (_, now) => now,
    settings,
    clock: () => 0,
    auth: mockServices.auth.mock(),
    catalog,
    logger: mockServices.logger.mock(),
    auditor: mockServices.auditor.mock(),
    httpAuth: mockServices.httpAuth.mock(),
    permissions,
    userInfo: mockServices.userInfo.mock(),
  });
}

/** Every `$ref` below a value. */
function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' ? [String(inner)] : refsIn(inner),
  );
}

describe('openApiDocument', () => {
  it('describes every route, and no other', async () => {
    const router = (await aRouter()) as unknown as { stack: Layer[] };
    const routes = [...new Set(routesOf(router))].sort();
    expect(routes).toEqual(documented().sort());
    expect(routes).toContain('POST /entities/{kind}/{namespace}/{name}/scan');
  });

  it('refers to schemas that it has, and has none that nothing refers to', () => {
    const used = new Set(
      refsIn(openApiDocument).map(ref => ref.replace(/^.*\//, '')),
    );
    expect([...used].sort()).toEqual(
      Object.keys(openApiDocument.components.schemas).sort(),
    );
  });

  it('gives every operation an id of its own', () => {
    const ids = Object.values(openApiDocument.paths)
      .flatMap(item => Object.values(item))
      .map(operation => operation?.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
  });
});
