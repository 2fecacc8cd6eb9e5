import { IncomingMessage } from 'node:http';
import { ApiError } from './ApiError';

/** @throws ApiError 413 if it is longer than that. */
export async function readBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > maxBytes) {
      throw new ApiError(
        413,
        'RequestEntityTooLarge',
        `the body is larger than ${maxBytes} bytes`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
