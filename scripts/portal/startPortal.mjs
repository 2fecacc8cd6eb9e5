import { rm } from 'node:fs/promises';
import { checkPort } from '../toolchain/checkPort.mjs';
import { inRepository } from '../toolchain/paths.mjs';
import { say } from '../toolchain/say.mjs';
import { TYPESCRIPT } from '../toolchain/startNode.mjs';
import { PORTAL_URL, PORTS } from './addresses.mjs';
import { buildApp } from './buildApp.mjs';
import { PORTAL_CONFIG } from './portalConfig.mjs';
import { preparePast } from './preparePast.mjs';
import { startService } from './startService.mjs';
import { waitForFirstScan } from './waitForFirstScan.mjs';

/** Fails if a port of the demo is taken: cheap, so asked before the long work. */
export async function checkPorts() {
  for (const { port, purpose } of PORTS) {
    await checkPort(port, purpose);
  }
}

/**
 * Builds what is not built, starts the demo clusters and the portal with the
 * past of the demo company and waits for the first scan. Expects the
 * dependencies to be installed. Resolves to the two services, with the process
 * and log of each.
 *
 * @param isBare whether nothing runs but what postures need
 */
export async function startPortal({ isBare = false } = {}) {
  await checkPorts();
  const [clusters, putPast] = await Promise.all([
    startClusters(),
    preparePast(),
    buildApp(),
  ]);
  const startedAt = Date.now();
  const backend = await startBackend(
    putPast,
    isBare ? 'src/bare.ts' : 'src/index.ts',
  );
  say('Scanning the demo clusters …');
  await waitForFirstScan(backend, startedAt);
  return [clusters, backend];
}

function startClusters() {
  say('Starting the demo clusters …');
  return startService({
    name: 'demo clusters',
    nodeArguments: [
      'bin/demo-clusters.mjs',
      '--config',
      inRepository('scripts/portal/demoClusters.yaml'),
    ],
    folder: 'packages/demo-cluster',
    environment: {},
    url: 'http://127.0.0.1:17002/version',
    timeoutSeconds: 60,
  });
}

async function startBackend(putPast, entry) {
  say('Starting the portal …');
  const database = inRepository('.demo/database');
  await rm(database, { recursive: true, force: true });
  await putPast(database);
  return startService({
    name: 'portal',
    nodeArguments: [
      ...TYPESCRIPT,
      entry,
      ...PORTAL_CONFIG.flatMap(path => ['--config', inRepository(path)]),
    ],
    folder: 'packages/backend',
    environment: { NODE_ENV: 'development' },
    url: `${PORTAL_URL}/.backstage/health/v1/readiness`,
    timeoutSeconds: 120,
  });
}
