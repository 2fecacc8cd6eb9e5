import { randomUUID } from 'node:crypto';
import { isJsonObject, JsonObject, ProbeResult } from 'security-posture-engine';

type AccessReview = Extract<ProbeResult, { probe: 'accessReview' }>;

/** Sends a SubjectAccessReview to the API server and answers with what came back. */
export type ReviewAccess = (review: JsonObject) => Promise<unknown>;

/** Whether a user may list Secrets everywhere, over all authorizers of the API server. Rejects where it does not say. */
export async function probeAccess(
  user: AccessReview['user'],
  review: ReviewAccess,
): Promise<ProbeResult> {
  const answer = await review({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SubjectAccessReview',
    spec: {
      ...userOf(user),
      resourceAttributes: { verb: 'list', group: '', resource: 'secrets' },
    },
  });
  const status = isJsonObject(answer) ? answer.status : undefined;
  if (!isJsonObject(status) || typeof status.allowed !== 'boolean')
    throw new Error('The answer is no SubjectAccessReview.');
  return { probe: 'accessReview', user, allowed: status.allowed };
}

function userOf(user: AccessReview['user']): JsonObject {
  return user === 'anonymous'
    ? { user: 'system:anonymous', groups: ['system:unauthenticated'] }
    : { user: `security-posture-nobody-${randomUUID()}` };
}
