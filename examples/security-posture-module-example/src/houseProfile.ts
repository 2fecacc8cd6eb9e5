import {
  BASE_LIBRARY,
  Profile,
  workloadProfile,
} from 'security-posture-engine';
import { ownRegistry } from './ownRegistry';

const { 'cpu-limit': _, ...severities } = workloadProfile(
  BASE_LIBRARY.controls,
).severities;

/** What entities are scored over where an organisation sets no CPU limits, and takes its own registry seriously. */
export const houseProfile: Profile = {
  id: 'lumen',
  version: '1',
  severities: { ...severities, [ownRegistry.id]: 'critical' },
};
