import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { ConnectionOptions } from 'node:tls';
import { ClusterAddress } from './ClusterAddress';

/** How a TLS connection to an address is made: as the kubernetes plugin makes it, without a client certificate. */
export async function tlsOptions(
  address: ClusterAddress,
): Promise<ConnectionOptions> {
  const { url, caFile, skipTlsVerify } = address;
  const host = hostOf(address);
  const ca = address.ca ?? (caFile && (await readFile(caFile, 'utf8')));
  return {
    host,
    port: Number(url.port || 443),
    ...(isIP(host) ? {} : { servername: host }),
    ...(ca ? { ca } : {}),
    rejectUnauthorized: !skipTlsVerify,
  };
}

/** The name or address of the host, an address of version 6 without its brackets. */
export function hostOf({ url }: ClusterAddress): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}
