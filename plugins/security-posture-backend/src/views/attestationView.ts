import { AttestationView } from 'backstage-plugin-security-posture-common';
import { AttestationRecord } from '../database/AttestationStore';
import { isoTime } from './isoTime';
import { ControlIndex } from './PostureSettings';

/** An attestation in words. */
export function attestationView(
  attestation: AttestationRecord,
  controls: ControlIndex,
  now: number,
): AttestationView {
  const { control, ended, link } = attestation;
  return {
    id: attestation.id,
    cluster: attestation.cluster,
    control,
    title: controls.get(control)?.title ?? control,
    outcome: attestation.outcome,
    statement: attestation.statement,
    ...(link ? { link } : {}),
    author: attestation.author,
    createdAt: isoTime(attestation.createdAt),
    expiresAt: isoTime(attestation.expiresAt),
    state:
      ended?.because ?? (attestation.expiresAt > now ? 'inForce' : 'expired'),
    ...(ended ? { endedAt: isoTime(ended.at), endedBy: ended.by } : {}),
  };
}
