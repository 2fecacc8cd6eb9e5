import {
  ClusterDescription,
  ClusterReader,
  ClusterReadError,
  isClusterReadError,
} from 'backstage-plugin-security-posture-node';
import { ApiServerFlags } from 'security-posture-engine';
import { limitBody } from '../readBody';
import { parseFlags } from './parseFlags';

const PATH = '/flagz';
const ACCEPT = [
  'application/json;v=v1beta1;g=config.k8s.io;as=Flagz',
  'application/json;v=v1alpha1;g=config.k8s.io;as=Flagz',
  'text/plain',
].join(',');
const MOST_BYTES = 1024 * 1024;
/** No such page, or none in any of these forms: nothing is told, and that is read. */
const NOTHING_TOLD: readonly (number | undefined)[] = [404, 406];

/**
 * The flags of the API server, one item; none where it does not tell them.
 * Rejects with a ClusterReadError: `tooLarge` above 1 MB, `parseError` for what is no list of flags.
 */
export async function readApiServerFlags(
  reader: ClusterReader,
  cluster: ClusterDescription,
  signal: AbortSignal,
): Promise<readonly ApiServerFlags[]> {
  let answer: string;
  try {
    const body = await reader.stream(cluster, PATH, ACCEPT, { signal });
    answer = await textOf(limitBody(body, PATH, MOST_BYTES));
  } catch (error) {
    if (isClusterReadError(error) && NOTHING_TOLD.includes(error.status))
      return [];
    throw error;
  }
  const flags = parseFlags(answer);
  if (!flags)
    throw new ClusterReadError(`the answer to ${PATH} is no list of flags`, {
      reason: 'parseError',
    });
  return [{ flags }];
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
