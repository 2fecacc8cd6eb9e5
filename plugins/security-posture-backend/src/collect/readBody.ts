import { ClusterReadError } from 'backstage-plugin-security-posture-node';

/** The bytes of a body as they arrive, cut off (`tooLarge`) where they pass the limit. */
export async function* limitBody(
  body: AsyncIterable<Uint8Array>,
  path: string,
  limit: number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > limit)
      throw new ClusterReadError(
        `the answer to ${path} is larger than ${limit} bytes`,
        { reason: 'tooLarge' },
      );
    yield chunk;
  }
}

/** Reads a body to its end as JSON. What is no JSON, cut off or garbage, is a `parseError`. */
export async function readJson(
  body: AsyncIterable<Uint8Array>,
  path: string,
): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new ClusterReadError(`the answer to ${path} is no JSON`, {
      reason: 'parseError',
    });
  }
}

/** The beginning of a text, for telling who sent it; empty where it cannot be read. */
export async function readBeginning(
  body: AsyncIterable<Uint8Array> | null,
  limit: number,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > limit) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}
