import type { ReadinessPolicy } from 'backstage-plugin-security-posture-node';

/** Production of Lumen asks for everything to be judged, and for a sweep within half a day. */
export const housePolicy: ReadinessPolicy = {
  id: 'lumen',
  coverage: 1,
  freshness: 12 * 60 * 60 * 1000,
};
