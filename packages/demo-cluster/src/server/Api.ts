import { ApiResource, resourceName } from '../objects/ApiResource';
import { ResourceCatalog } from '../objects/ResourceCatalog';
import { DemoToken, isAllowed, isPathAllowed, userOf } from './AccessRule';
import { attributesOf } from './attributesOf';
import { Answer, jsonAnswer, metricsAnswer, textAnswer } from './Answer';
import { ApiError } from './ApiError';
import {
  forbidden,
  forbiddenPath,
  methodNotAllowed,
  objectNotFound,
  unauthorized,
  unknownPath,
} from './apiErrors';
import { answerFlagz, FlagzContext } from './answerFlagz';
import {
  aggregatedGroups,
  legacyGroup,
  legacyGroups,
  legacyResources,
  legacyVersions,
} from './discovery';
import { ListContext, listObjects } from './listObjects';
import {
  chooseRepresentation,
  discoveryList,
  partialObject,
} from './mediaType';
import { presentMetadata, presentObject } from './present';
import { parseTarget, RequestTarget, ResourceTarget } from './RequestTarget';
import { reviewAccess } from './reviewAccess';
import { Watch, watchObjects } from './watchObjects';

/** A request, free of how it travelled. */
export interface ApiRequest {
  method: string;
  url: URL;
  accept?: string;
  authorization?: string;
  body: string;
}

export interface ApiContext extends ListContext, FlagzContext {
  catalog: ResourceCatalog;
  /** Undefined lets everybody in, as `kubectl proxy` does. */
  tokens?: DemoToken[];
  /** What `/metrics` tells, in the text form of Prometheus. */
  metrics: string;
}

const anyone: DemoToken = { token: '', user: 'kubernetes-admin', rules: 'all' };

/** Aggregated discovery became stable in Kubernetes 1.30. */
const aggregatedSince = 30;

/** The Kubernetes API over the objects of one cluster; it changes none of them. */
export class Api {
  constructor(private readonly context: ApiContext) {}

  /**
   * @returns an answer, or a watch to be streamed
   * @throws ApiError for everything that Kubernetes answers with a failure
   */
  answer(request: ApiRequest): Answer | Watch {
    const token = this.authenticate(request.authorization);
    const target = parseTarget(request.url.pathname);
    if (target.kind === 'resource') {
      return this.answerResource(request, target, token);
    }
    const { pathname } = request.url;
    const verb = request.method.toLowerCase();
    if (!isPathAllowed(token, verb, pathname)) {
      throw forbiddenPath(userOf(token), verb, pathname);
    }
    if (request.method !== 'GET') {
      throw methodNotAllowed();
    }
    return this.answerPath(request, target);
  }

  /** The kind that a path is about: `pods`, `deployments.apps`. */
  resourceOf(pathname: string): string | undefined {
    const target = parseTarget(pathname);
    return target.kind === 'resource' ? resourceName(target) : undefined;
  }

  /**
   * The refusal that the sender of a request would get without any right.
   *
   * @throws ApiError 401 for a sender who is not known
   */
  refusal(request: ApiRequest): ApiError {
    const target = parseTarget(request.url.pathname);
    const user = userOf(this.authenticate(request.authorization));
    if (target.kind === 'resource') {
      return forbidden(user, attributesOf(request, target));
    }
    return forbiddenPath(
      user,
      request.method.toLowerCase(),
      request.url.pathname,
    );
  }

  private authenticate(authorization: string | undefined): DemoToken {
    const { tokens } = this.context;
    if (!tokens) {
      return anyone;
    }
    const [scheme, value] = (authorization ?? '').split(' ');
    const token = tokens.find(known => known.token === value);
    if (!token || scheme.toLowerCase() !== 'bearer') {
      throw unauthorized();
    }
    return token;
  }

  private answerPath(
    request: ApiRequest,
    target: Exclude<RequestTarget, ResourceTarget>,
  ): Answer {
    if (target.kind === 'version') {
      const { group, version } = target;
      return found(legacyResources(this.context.catalog.all(), group, version));
    }
    switch (target.path) {
      case '/version':
        return jsonAnswer(this.context.version);
      case '/readyz':
      case '/livez':
      case '/healthz':
        return textAnswer('ok');
      case '/metrics':
        return metricsAnswer(this.context.metrics);
      case '/flagz':
        return answerFlagz(this.context, request.accept);
      case '/api':
      case '/apis':
        return this.discover(request, target.path === '/api');
      default:
        return this.discoverGroup(target.path);
    }
  }

  private discover(request: ApiRequest, core: boolean): Answer {
    const { catalog, version } = this.context;
    const offered =
      Number(version.minor) >= aggregatedSince ? [discoveryList] : [];
    if (!chooseRepresentation(request.accept, offered)) {
      return jsonAnswer(
        core ? legacyVersions(request.url.host) : legacyGroups(catalog.all()),
      );
    }
    const { as, group, version: form } = discoveryList;
    return {
      ...jsonAnswer(aggregatedGroups(catalog.all(), core)),
      contentType: `application/json;g=${group};v=${form};as=${as}`,
    };
  }

  private discoverGroup(path: string): Answer {
    const group = /^\/apis\/([^/]+)$/.exec(path)?.[1];
    return found(group && legacyGroup(this.context.catalog.all(), group));
  }

  private answerResource(
    request: ApiRequest,
    target: ResourceTarget,
    token: DemoToken,
  ): Answer | Watch {
    const attributes = attributesOf(request, target);
    const resource = this.resource(target);
    if (resource?.plural === 'selfsubjectaccessreviews') {
      return answerReview(request, target, token);
    }
    if (!isAllowed(token, attributes)) {
      throw forbidden(userOf(token), attributes);
    }
    if (!resource || !isShaped(target, resource)) {
      throw unknownPath();
    }
    if (request.method !== 'GET') {
      throw methodNotAllowed();
    }
    return target.name === undefined
      ? this.answerCollection(request, target, resource, attributes.verb)
      : this.answerObject(request, target, resource);
  }

  private resource(target: ResourceTarget): ApiResource | undefined {
    const { group, version, plural } = target;
    return this.context.catalog.find(group, version, plural);
  }

  private answerCollection(
    request: ApiRequest,
    { namespace }: ResourceTarget,
    resource: ApiResource,
    verb: string,
  ): Answer | Watch {
    const { accept } = request;
    const query = request.url.searchParams;
    const asked = { resource, namespace, query, accept };
    return verb === 'watch'
      ? watchObjects(this.context.store, asked)
      : listObjects(this.context, asked);
  }

  private answerObject(
    request: ApiRequest,
    { namespace, name = '' }: ResourceTarget,
    resource: ApiResource,
  ): Answer {
    const representation = chooseRepresentation(request.accept, [
      partialObject,
    ]);
    const table = resourceName(resource);
    const stored = this.context.store.find(table, namespace, name);
    if (!stored) {
      throw objectNotFound(resource, name);
    }
    return jsonAnswer(
      representation
        ? presentMetadata(stored)
        : presentObject(resource, stored),
    );
  }
}

function answerReview(
  request: ApiRequest,
  target: ResourceTarget,
  token: DemoToken,
): Answer {
  if (request.method !== 'POST' || target.name !== undefined) {
    throw methodNotAllowed();
  }
  return reviewAccess(token, request.body);
}

function found(body: object | undefined | ''): Answer {
  if (!body) {
    throw unknownPath();
  }
  return jsonAnswer(body);
}

/** Whether such a path can exist for the kind. */
function isShaped(target: ResourceTarget, resource: ApiResource): boolean {
  const { name, namespace, subresource } = target;
  if (namespace !== undefined && !resource.namespaced) {
    return false;
  }
  if (name !== undefined && resource.namespaced && namespace === undefined) {
    return false;
  }
  return (
    subresource === undefined ||
    (subresource === 'status' && resource.hasStatus)
  );
}
