import { ClusterReadError } from 'backstage-plugin-security-posture-node';
import { isJsonObject } from 'security-posture-engine';

/** Who gave an answer: the API server, Backstage, or something else on the way. */
type Speaker = 'kubernetes' | 'backstage' | 'other';

/**
 * What an answer that is no success means. `body` is its text, or the beginning of it.
 * The message names the path and the status, and quotes nothing.
 */
export function readFailureOf(
  path: string,
  status: number,
  body: string,
): ClusterReadError {
  const speaker = speakerOf(body);
  if (speaker === 'backstage') return backstageFailure(status);
  if (status === 401)
    return new ClusterReadError(
      'the cluster does not accept the credentials of the kubernetes plugin',
      { reason: 'unreachable', status, reach: 'cluster' },
    );
  if (status === 403 && speaker === 'kubernetes')
    return new ClusterReadError(`the API server forbids to read ${path}`, {
      reason: 'forbidden',
      status,
    });
  return new ClusterReadError(`${path} was answered with ${status}`, {
    reason: 'unreachable',
    status,
  });
}

/** Statuses of Backstage are no statuses of the cluster, so the error carries none. */
function backstageFailure(status: number): ClusterReadError {
  if (status === 401 || status === 403)
    return new ClusterReadError(
      'the kubernetes plugin refuses the Security Posture plugin',
      { reason: 'unreachable', reach: 'cluster' },
    );
  if (status === 404)
    return new ClusterReadError('the kubernetes plugin has no such cluster', {
      reason: 'unreachable',
      reach: 'cluster',
    });
  return new ClusterReadError(
    'the kubernetes plugin could not reach the cluster',
    { reason: 'unreachable' },
  );
}

function speakerOf(body: string): Speaker {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return 'other';
  }
  if (!isJsonObject(json)) return 'other';
  if (json.kind === 'Status') return 'kubernetes';
  return isJsonObject(json.error) ? 'backstage' : 'other';
}
