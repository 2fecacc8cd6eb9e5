import { listed } from 'security-posture-engine';
import { Discovery, Served } from '../discoverResources';

/** A discovery that tells this of each kind, and of no other. */
export function discoveryOf(served: () => Served): Discovery {
  return {
    served,
    kindsOf: () => [],
    servedResources: listed([]),
  };
}
