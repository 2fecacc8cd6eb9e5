import {
  ClusterReadError,
  ReadFailure,
} from 'backstage-plugin-security-posture-node';

/** Words of answers, requests and tokens that no message may quote. */
const QUOTED = /token|Bearer|<html|continue=|User "/i;

/**
 * Why a read fails; reach and status only where they say something.
 * Throws where the read succeeds, fails otherwise, or says why in words that were sent.
 */
export async function failureOf(read: Promise<unknown>): Promise<ReadFailure> {
  const error = await read.then(
    () => new Error('The read succeeded.'),
    reason => reason,
  );
  if (!(error instanceof ClusterReadError)) throw error;
  const { reason, status, reach, message } = error;
  if (QUOTED.test(message)) throw new Error(`It quotes: ${message}`);
  return {
    reason,
    ...(status === undefined ? {} : { status }),
    ...(reach === 'request' ? {} : { reach }),
  };
}
