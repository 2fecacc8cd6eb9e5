import { lookup } from 'node:dns/promises';
import { ProbeResult } from 'security-posture-engine';
import { ClusterAddress } from './ClusterAddress';
import { hostOf } from './tlsOptions';

/** What the name of an API server resolves to here. Rejects where it does not. */
export async function probeAddresses(
  address: ClusterAddress,
): Promise<ProbeResult> {
  const host = hostOf(address);
  const found = await lookup(host, { all: true });
  const addresses = found.map(({ address: text }) => text).sort();
  return { probe: 'addresses', host, addresses: [...new Set(addresses)] };
}
