import {
  AttestableControl,
  AttestationState,
} from 'backstage-plugin-security-posture-common';
import { severityRank } from 'security-posture-engine';
import { AttestationRecord } from '../../database/AttestationStore';
import { attestationView } from '../attestationView';
import { ControlIndex } from '../PostureSettings';

const SHOWN = 5;

/** What people state of a cluster: `standing` is neither replaced nor withdrawn, `asked` are ids of controls that a person can answer. */
export function attestationState(
  standing: readonly AttestationRecord[],
  asked: ReadonlySet<string>,
  controls: ControlIndex,
  now: number,
): AttestationState {
  const views = [...standing]
    .sort((left, right) => left.expiresAt - right.expiresAt)
    .map(attestation => attestationView(attestation, controls, now));
  const inForce = views.filter(({ state }) => state === 'inForce');
  return {
    items: views.slice(0, SHOWN),
    inForce: inForce.length,
    expired: views.length - inForce.length,
    attestable: attestable(asked, views, controls),
  };
}

function attestable(
  asked: ReadonlySet<string>,
  views: AttestationState['items'],
  controls: ControlIndex,
): AttestableControl[] {
  return [...new Set([...asked, ...views.map(({ control }) => control)])]
    .flatMap(id => controls.get(id) ?? [])
    .map(({ id, title, severity }) => {
      const replaces = views.find(({ control }) => control === id);
      return {
        control: id,
        title,
        severity,
        ...(replaces ? { replaces } : {}),
      };
    })
    .sort(
      (left, right) =>
        severityRank(left.severity) - severityRank(right.severity) ||
        left.title.localeCompare(right.title),
    );
}
