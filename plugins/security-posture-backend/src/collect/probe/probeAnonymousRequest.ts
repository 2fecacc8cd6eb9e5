import { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { ProbeResult } from 'security-posture-engine';
import { readBeginning } from '../readBody';
import { ClusterAddress } from './ClusterAddress';
import { tlsOptions } from './tlsOptions';

const PATH = '/api/v1/namespaces?limit=1';
const MOST_BYTES = 64 * 1024;
const ANONYMOUS = 'system:anonymous';

/** What an API server answers to a request for namespaces that carries no credential at all. Rejects where it does not answer. */
export async function probeAnonymousRequest(
  address: ClusterAddress,
  signal: AbortSignal,
): Promise<ProbeResult> {
  const response = await get(address, signal);
  const body = await readBeginning(response, MOST_BYTES);
  response.destroy();
  return {
    probe: 'anonymousRequest',
    status: response.statusCode ?? 0,
    namesAnonymous: body.includes(ANONYMOUS),
  };
}

async function get(
  address: ClusterAddress,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const options = await tlsOptions(address);
  const path = `${address.url.pathname.replace(/\/$/, '')}${PATH}`;
  return new Promise((resolve, reject) => {
    const headers = { Accept: 'application/json' };
    request({ ...options, path, headers, signal, agent: false }, resolve)
      .once('error', reject)
      .end();
  });
}
