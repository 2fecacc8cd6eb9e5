import { LoggerService } from '@backstage/backend-plugin-api';
import { Control, EngineSettings, Profile } from 'security-posture-engine';
import { ResolveStore } from '../database/ResolveStore';
import { ServiceLocator } from './ServiceLocator';

/** What resolving works with. */
export interface ResolveEnvironment {
  readonly store: ResolveStore;
  readonly locator: ServiceLocator;
  readonly controls: readonly Control[];
  /** Version of the library that they make. */
  readonly library: string;
  readonly profile: Profile;
  readonly settings: EngineSettings;
  readonly logger: LoggerService;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}
