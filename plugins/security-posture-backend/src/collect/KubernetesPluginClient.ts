import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  ClusterReadError,
  isClusterReadError,
} from 'backstage-plugin-security-posture-node';
import { ProxyLimits } from './ProxyLimits';
import { limitBody, readBeginning } from './readBody';
import { readFailureOf } from './readFailureOf';
import { isThrottled, retryDelay, waitFor } from './retryDelay';

const ERROR_BODY_BYTES = 64 * 1024;

/** One request to a route of the kubernetes plugin: GET, or POST of a question that changes nothing. */
export interface PluginRequest {
  /** Below the plugin's address: `/clusters`, `/proxy/version`. */
  readonly route: string;
  /** What messages call it. */
  readonly path: string;
  readonly accept: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The cluster that is asked through the plugin; absent where the plugin itself is asked. */
  readonly cluster?: string;
  /** Set where a review of access is asked for: the review. */
  readonly review?: object;
  readonly signal?: AbortSignal;
}

/** The services that the client calls with. */
export interface PluginClientServices {
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
  /** Is told of every answer of a cluster, with its HTTP status; without one where none came. */
  readonly answered?: (cluster: string, status?: number) => void;
}

/**
 * Sends requests to the kubernetes plugin as this plugin itself; no token of a user is ever involved.
 * Failures become ClusterReadError; an aborted signal rejects with its own reason.
 */
export class KubernetesPluginClient {
  constructor(
    private readonly services: PluginClientServices,
    private readonly limits: ProxyLimits,
  ) {}

  /** The body of a successful answer. Throttled requests are sent again, as often as the limits say. */
  async open(request: PluginRequest): Promise<AsyncIterable<Uint8Array>> {
    for (let attempt = 1; ; attempt += 1) {
      const deadline = AbortSignal.timeout(this.limits.requestMs);
      const response = await this.sendCounted(request, deadline);
      if (response.ok) return this.bodyOf(response, request, deadline);
      if (!isThrottled(response.status) || attempt >= this.limits.attempts)
        throw await this.failureOf(response, request, deadline);
      await response.body?.cancel();
      await waitFor(this.waitBefore(response, attempt), request.signal);
    }
  }

  private async sendCounted(
    request: PluginRequest,
    deadline: AbortSignal,
  ): Promise<Response> {
    let status: number | undefined;
    try {
      const response = await this.send(request, deadline);
      status = response.status;
      return response;
    } finally {
      if (request.cluster) this.services.answered?.(request.cluster, status);
    }
  }

  private async send(
    request: PluginRequest,
    deadline: AbortSignal,
  ): Promise<Response> {
    const url = `${await this.services.discovery.getBaseUrl('kubernetes')}${
      request.route
    }`;
    const token = await this.ownToken();
    try {
      return await fetch(url, {
        ...methodOf(request),
        redirect: 'manual',
        signal: signalOf(request, deadline),
        headers: {
          ...request.headers,
          ...(request.review ? { 'Content-Type': 'application/json' } : {}),
          Accept: request.accept,
          Authorization: `Bearer ${token}`,
        },
      });
    } catch (error) {
      throw connectionFailure(error, request, deadline);
    }
  }

  private async ownToken(): Promise<string> {
    const { auth } = this.services;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'kubernetes',
    });
    return token;
  }

  private async *bodyOf(
    response: Response,
    request: PluginRequest,
    deadline: AbortSignal,
  ): AsyncGenerator<Uint8Array> {
    const body = response.body ?? [];
    try {
      yield* limitBody(
        body as AsyncIterable<Uint8Array>,
        request.path,
        this.limits.bodyBytes,
      );
    } catch (error) {
      throw connectionFailure(error, request, deadline);
    }
  }

  private async failureOf(
    response: Response,
    request: PluginRequest,
    deadline: AbortSignal,
  ): Promise<ClusterReadError> {
    try {
      const text = await readBeginning(response.body, ERROR_BODY_BYTES);
      return readFailureOf(request.path, response.status, text);
    } catch (error) {
      throw connectionFailure(error, request, deadline);
    }
  }

  private waitBefore(response: Response, attempt: number): number {
    return retryDelay(
      response.headers.get('retry-after'),
      attempt,
      this.limits.waitMs,
      Date.now(),
    );
  }
}

function methodOf({ review }: PluginRequest): RequestInit {
  return review
    ? { method: 'POST', body: JSON.stringify(review) }
    : { method: 'GET' };
}

function signalOf(request: PluginRequest, deadline: AbortSignal): AbortSignal {
  return request.signal
    ? AbortSignal.any([request.signal, deadline])
    : deadline;
}

/** What an error of fetch, or of a body that is being read, means. */
function connectionFailure(
  error: unknown,
  { path, signal }: PluginRequest,
  deadline: AbortSignal,
): unknown {
  if (isClusterReadError(error)) return error;
  if (signal?.aborted) return signal.reason;
  return new ClusterReadError(
    deadline.aborted
      ? `${path} was not answered in time`
      : `the connection broke before ${path} was answered`,
    { reason: 'unreachable' },
  );
}
