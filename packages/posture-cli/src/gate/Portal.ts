import { UsageError } from '../UsageError';
import { PortalError } from './PortalError';

/** Items of a page; the most that the API gives. */
const PAGE = '200';

/** How to reach a portal. */
export interface PortalOptions {
  /** Where the backend of the portal is: `https://portal.example.com`. */
  readonly url: string;
  readonly token: string;
  /** For one answer. */
  readonly timeoutSeconds: number;
}

/** Reads lists of the API of a portal. Whatever is no whole and right answer is thrown as a PortalError. */
export class Portal {
  private readonly base: string;

  /** Throws UsageError for an address that is none of a portal. */
  constructor(private readonly options: PortalOptions) {
    this.base = `${baseOf(options.url)}/api/security-posture/v1`;
  }

  /** All items of a list, over all its pages. */
  async *list(
    path: string,
    query: Readonly<Record<string, string>>,
  ): AsyncGenerator<unknown> {
    let cursor: string | undefined;
    do {
      const parameters = { ...query, limit: PAGE, ...(cursor && { cursor }) };
      const { items, nextCursor } = await this.page(path, parameters);
      yield* items;
      if (nextCursor !== undefined && (!items.length || nextCursor === cursor))
        throw new PortalError('The portal answers with pages without end.');
      cursor = nextCursor;
    } while (cursor !== undefined);
  }

  private async page(
    path: string,
    query: Readonly<Record<string, string>>,
  ): Promise<{
    readonly items: readonly unknown[];
    readonly nextCursor?: string;
  }> {
    const text = await this.get(`${path}?${new URLSearchParams(query)}`);
    const page = parsed(text) as {
      items?: unknown;
      nextCursor?: unknown;
    } | null;
    const { items, nextCursor } = page ?? {};
    if (!Array.isArray(items))
      throw new PortalError(
        'The portal answered with something else than a list.',
      );
    if (nextCursor === undefined) return { items };
    if (typeof nextCursor !== 'string' || !nextCursor)
      throw new PortalError('The portal answered with a cursor that is none.');
    return { items, nextCursor };
  }

  private async get(path: string): Promise<string> {
    const { token, timeoutSeconds } = this.options;
    try {
      const response = await fetch(`${this.base}/${path}`, {
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
        },
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutSeconds * 1_000),
      });
      if (response.status !== 200)
        throw new PortalError(statusText(response.status));
      return await response.text();
    } catch (error) {
      if (error instanceof PortalError) throw error;
      throw new PortalError(unreachableText(error, timeoutSeconds));
    }
  }
}

function baseOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new UsageError(
      'The portal must be an address such as https://portal.example.com.',
    );
  if (url.username || url.password)
    throw new UsageError(
      'The address of the portal must hold no credentials: put the token into an environment variable and name it with --token-env.',
    );
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PortalError(
      'The portal answered with something that is no JSON.',
    );
  }
}

function statusText(status: number): string {
  const texts: Readonly<Record<number, string>> = {
    401: 'The portal does not accept the token (401).',
    403: 'The token lacks the permission security-posture.posture.read (403).',
    404: 'The portal shows this token no such entity, or has no Security Posture (404).',
  };
  return texts[status] ?? `The portal answered with ${status}.`;
}

function unreachableText(error: unknown, timeoutSeconds: number): string {
  const { name, cause } = error as Error & { cause?: { code?: string } };
  if (name === 'TimeoutError')
    return `The portal did not answer within ${timeoutSeconds} s.`;
  const code = cause?.code;
  return `The portal cannot be reached${code ? ` (${code})` : ''}.`;
}
