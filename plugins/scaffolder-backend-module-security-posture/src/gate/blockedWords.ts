import type { GateView } from 'backstage-plugin-security-posture-common';

/** Findings that the sentence names. */
const NAMED = 3;

/** Why an entity may not go to production, in a sentence. */
export function blockedWords(gate: GateView): string {
  const { entityRef, readiness, blockers, blockersTotal } = gate;
  if (readiness === 'unknown') {
    return `It is not known whether ${entityRef} is ready for production (${kindsOf(
      gate,
    )}), so it may not go there`;
  }
  const named = blockers
    .slice(0, NAMED)
    .map(
      ({ severity, title, resource }) =>
        `${severity}: ${title} (${resource.kind} ${resource.name}, ${resource.cluster})`,
    );
  const rest = blockersTotal - named.length;
  const more = rest > 0 ? `; and ${rest} more` : '';
  return `${entityRef} is not ready for production: ${named.join('; ')}${more}`;
}

function kindsOf({ reasons }: GateView): string {
  return (
    [...new Set(reasons.map(({ kind }) => kind))].join(', ') || 'no reason'
  );
}
