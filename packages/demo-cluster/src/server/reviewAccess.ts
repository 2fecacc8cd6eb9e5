import { JsonObject } from '../objects/Manifest';
import { DemoToken, isAllowed, isPathAllowed } from './AccessRule';
import { Answer, jsonAnswer } from './Answer';
import { badRequest } from './apiErrors';

interface ReviewSpec extends JsonObject {
  resourceAttributes?: {
    verb?: string;
    group?: string;
    resource?: string;
    subresource?: string;
    namespace?: string;
    name?: string;
  };
  nonResourceAttributes?: { path?: string; verb?: string };
}

/**
 * Answers a SelfSubjectAccessReview by the rights of the token.
 *
 * @throws ApiError 400 for a body that is no such review.
 */
export function reviewAccess(token: DemoToken, body: string): Answer {
  const spec = parseReview(body);
  const allowed = decide(token, spec);
  return jsonAnswer(
    {
      kind: 'SelfSubjectAccessReview',
      apiVersion: 'authorization.k8s.io/v1',
      metadata: {},
      spec,
      status: { allowed },
    },
    201,
  );
}

function decide(token: DemoToken, spec: ReviewSpec): boolean {
  const wanted = spec.resourceAttributes;
  if (!wanted) {
    const { verb = '', path = '' } = spec.nonResourceAttributes ?? {};
    return isPathAllowed(token, verb, path);
  }
  return isAllowed(token, {
    verb: wanted.verb ?? '',
    group: wanted.group ?? '',
    resource: wanted.resource ?? '',
    subresource: wanted.subresource || undefined,
    namespace: wanted.namespace || undefined,
    name: wanted.name || undefined,
  });
}

function parseReview(body: string): ReviewSpec {
  const review = parseObject(body);
  const spec = review.spec as ReviewSpec | undefined;
  if (!spec?.resourceAttributes === !spec?.nonResourceAttributes || !spec) {
    throw badRequest(
      'exactly one of nonResourceAttributes or resourceAttributes must be specified',
    );
  }
  return spec;
}

function parseObject(body: string): JsonObject {
  try {
    return Object(JSON.parse(body));
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw badRequest('the body is not JSON');
    }
    throw error;
  }
}
