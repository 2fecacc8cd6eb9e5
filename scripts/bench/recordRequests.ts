/** A request that a sweep made through the proxy. */
export interface RecordedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Keeps every request to the proxy that `work` makes. */
export async function recordRequests(
  work: () => Promise<void>,
): Promise<readonly RecordedRequest[]> {
  const requests: RecordedRequest[] = [];
  const original = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const url = String(input);
    if (url.includes('/api/kubernetes/proxy/')) {
      requests.push({
        url,
        headers: Object.fromEntries(new Headers(init?.headers)),
      });
    }
    return original(input, init);
  };
  try {
    await work();
  } finally {
    globalThis.fetch = original;
  }
  return requests;
}

/** The bare work of a sweep: the same pages through the same proxy, read and parsed, and nothing else. Answers with the bytes. */
export async function replayRequests(
  requests: readonly RecordedRequest[],
  freshToken: () => Promise<string>,
): Promise<number> {
  let bytes = 0;
  for (const chains of inTurns(requests)) {
    const sizes = await Promise.all(
      chains.map(chain => replayChain(chain, freshToken)),
    );
    bytes += sizes.reduce((sum, size) => sum + size, 0);
  }
  return bytes;
}

async function replayChain(
  chain: readonly RecordedRequest[],
  freshToken: () => Promise<string>,
): Promise<number> {
  let bytes = 0;
  for (const { url, headers } of chain) {
    const authorization = `Bearer ${await freshToken()}`;
    const response = await fetch(url, {
      headers: { ...headers, authorization },
    });
    const text = await response.text();
    // What a cluster does not have, such as /flagz, is asked for all the same.
    if (!response.ok && response.status !== 404)
      throw new Error(`A page that the sweep read answers ${response.status}`);
    if (response.headers.get('content-type')?.includes('json'))
      JSON.parse(text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}

/** Lists of one page go four at a time, as a sweep reads small kinds; longer ones one after the other. */
function inTurns(
  requests: readonly RecordedRequest[],
): (readonly RecordedRequest[])[][] {
  const chains = new Map<string, RecordedRequest[]>();
  for (const request of requests) {
    const key = `${request.headers['backstage-kubernetes-cluster']} ${
      new URL(request.url).pathname
    }`;
    chains.set(key, [...(chains.get(key) ?? []), request]);
  }
  const short = [...chains.values()].filter(chain => chain.length === 1);
  const turns: (readonly RecordedRequest[])[][] = [];
  for (let start = 0; start < short.length; start += 4)
    turns.push(short.slice(start, start + 4));
  return [
    ...turns,
    ...[...chains.values()]
      .filter(chain => chain.length > 1)
      .map(chain => [chain]),
  ];
}
