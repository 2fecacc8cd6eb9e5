import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { SecurityPostureService } from 'backstage-plugin-security-posture-node';
import { askAsCaller } from './askAsCaller';
import { RegisterAction } from './PostureActions';
import { registerExplainControl } from './registerExplainControl';
import { registerGetEntityPosture } from './registerGetEntityPosture';
import { registerListBlockers } from './registerListBlockers';
import { registerListFindings } from './registerListFindings';
import { registerProposePatch } from './registerProposePatch';
import { registerRequestExemption } from './registerRequestExemption';
import { registerVerifyPatch } from './registerVerifyPatch';

const ACTIONS: readonly RegisterAction[] = [
  registerGetEntityPosture,
  registerListFindings,
  registerListBlockers,
  registerExplainControl,
  registerProposePatch,
  registerVerifyPatch,
  registerRequestExemption,
];

/** Offers the plugin to assistants, as actions that are done as their caller. */
export function registerActions(
  registry: ActionsRegistryService,
  posture: SecurityPostureService,
): void {
  const asCaller = askAsCaller(posture);
  for (const register of ACTIONS) register(registry, asCaller);
}
