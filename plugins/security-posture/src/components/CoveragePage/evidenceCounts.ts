import type { CoverageResponse } from 'backstage-plugin-security-posture-common';

/** Services of which the same is known. */
export interface EvidenceCount {
  evidence:
    | 'judged'
    | 'stale'
    | 'notMapped'
    | 'noWorkloads'
    | 'neverScanned'
    | 'needsUserCredentials'
    | 'unreachable'
    | 'noClusters';
  services: number;
}

/** Services by what is known of them, those with a posture first. Old postures are told apart from fresh ones. */
export function evidenceCounts({
  states,
  stale,
}: CoverageResponse['entities']): EvidenceCount[] {
  const { judged, ...others } = states;
  return [
    { evidence: 'judged', services: judged - stale },
    { evidence: 'stale', services: stale },
    ...(Object.keys(others) as (keyof typeof others)[]).map(evidence => ({
      evidence,
      services: others[evidence],
    })),
  ];
}
