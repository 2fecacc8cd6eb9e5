import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../toolchain/Failure.mjs';
import { hasEnded } from '../toolchain/processes.mjs';
import { PortalClient } from './PortalClient.mjs';

const TIMEOUT_SECONDS = 120;
const CHECK_EVERY_MS = 300;
const ANSWERING_CLUSTERS = ['prod-eu', 'staging'];

/**
 * Waits until the answering clusters are scanned and a service is judged.
 *
 * @param since - epoch milliseconds: what was scanned before counts for nothing
 */
export async function waitForFirstScan(portal, since) {
  const client = new PortalClient('paul');
  const deadline = Date.now() + TIMEOUT_SECONDS * 1000;
  while (!(await isScanned(client, since))) {
    if (hasEnded(portal.child) || Date.now() > deadline) {
      throw new Failure(
        `The first scan did not finish within ${TIMEOUT_SECONDS} seconds; the portal's log is ${portal.log}.`,
      );
    }
    await sleep(CHECK_EVERY_MS);
  }
}

async function isScanned(client, since) {
  const clusters = await client.get('/security-posture/v1/clusters');
  const scanned = (clusters?.items ?? [])
    .filter(({ state }) => state === 'scanned')
    .filter(({ lastSuccessAt }) => Date.parse(lastSuccessAt) >= since)
    .map(({ name }) => name);
  if (!ANSWERING_CLUSTERS.every(name => scanned.includes(name))) {
    return false;
  }
  const posture = await client.get(
    '/security-posture/v1/entities/component/default/payments-api/posture',
  );
  return posture?.state === 'judged';
}
