import {
  ClusterReadError,
  ReadFailure,
} from 'backstage-plugin-security-posture-node';

/** The failure that a read ends with; throws where it succeeds or fails otherwise. */
export async function readErrorOf(
  read: Promise<unknown>,
): Promise<ClusterReadError> {
  const error = await read.then(
    () => undefined,
    reason => reason,
  );
  if (error instanceof ClusterReadError) return error;
  throw error ?? new Error('The read succeeded.');
}

/** Expects that a read fails for this reason, and that its message quotes nothing that was sent. */
export async function expectReadError(
  read: Promise<unknown>,
  failure: ReadFailure,
): Promise<void> {
  const { reason, status, reach, message } = await readErrorOf(read);
  expect({ reason, status, reach }).toEqual({
    reach: 'request',
    status: undefined,
    ...failure,
  });
  expect(message).not.toMatch(/token|Bearer|<html|continue=|User "/i);
}
