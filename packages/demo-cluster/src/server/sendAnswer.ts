import { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';
import { Answer } from './Answer';

const compress = promisify(gzip);

/** Kubernetes compresses larger answers only, and fast rather than small. */
const compressFrom = 128 * 1024;

/** Sends an answer, compressed if it is large and the client accepts that. */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  if (answer.padding) {
    await sendPadded(request, response, answer, answer.padding);
    return;
  }
  const body = Buffer.from(answer.body);
  const zipped =
    body.length >= compressFrom && acceptsGzip(request)
      ? await compress(body, { level: 1 })
      : undefined;
  response.writeHead(answer.status, {
    ...commonHeaders(answer),
    'Content-Length': (zipped ?? body).length,
    ...(zipped && { 'Content-Encoding': 'gzip' }),
    ...answer.headers,
  });
  response.end(request.method === 'HEAD' ? undefined : zipped ?? body);
}

/** A client that goes away in the middle ends it, and is no failure. */
async function sendPadded(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  padding: Iterable<string>,
): Promise<void> {
  const zips = acceptsGzip(request);
  response.writeHead(answer.status, {
    ...commonHeaders(answer),
    ...(zips && { 'Content-Encoding': 'gzip' }),
    ...answer.headers,
  });
  const pieces = Readable.from(concatenated(padding, answer.body));
  await (zips
    ? pipeline(pieces, createGzip({ level: 1 }), response)
    : pipeline(pieces, response)
  ).catch(error => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') {
      throw error;
    }
  });
}

function* concatenated(padding: Iterable<string>, body: string) {
  yield* padding;
  yield body;
}

function commonHeaders(answer: Answer): Record<string, string> {
  return {
    'Content-Type': answer.contentType,
    'Cache-Control': 'no-cache, private',
    Vary: 'Accept-Encoding',
  };
}

/**
 * Sends the first half of an answer.
 *
 * @param contentLength - `right` is that of the half, `wrong` that of the whole:
 *   then the connection is closed before the client has what it was promised
 */
export function sendTruncated(
  response: ServerResponse,
  answer: Answer,
  contentLength: 'right' | 'wrong',
): void {
  const whole = Buffer.from(answer.body);
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  const length = contentLength === 'right' ? half.length : whole.length;
  response.writeHead(answer.status, {
    'Content-Type': answer.contentType,
    'Content-Length': length,
  });
  if (contentLength === 'right') {
    response.end(half);
  } else {
    response.write(half, () => response.destroy());
  }
}

function acceptsGzip(request: IncomingMessage): boolean {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted);
}
