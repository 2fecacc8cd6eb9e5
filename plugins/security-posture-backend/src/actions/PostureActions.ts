import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { SecurityPostureApi } from 'backstage-plugin-security-posture-common';

/** Asks the API as whoever called an action: what they may not see or do there, an action does not show or do. */
export type AskAsCaller = <Answer>(
  credentials: BackstageCredentials,
  ask: (api: SecurityPostureApi) => Promise<Answer>,
) => Promise<Answer>;

/** Adds one action to Backstage's registry. */
export type RegisterAction = (
  registry: ActionsRegistryService,
  asCaller: AskAsCaller,
) => void;
