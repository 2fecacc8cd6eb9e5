import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { AddedControls } from 'security-posture-engine';

/** Adds controls to the library. They are judged, scored, shown and exempted as those of the library are. */
export interface SecurityPostureControlsExtensionPoint {
  /**
   * Adds the controls of one module, before the plugin starts; several calls add up.
   *
   * Every control is looked at here, and its examples are judged. Throws, with a sentence that names the module, where an
   * id is taken, where a part is missing or unknown, where an example is not judged as it says, where a patch does not mend
   * a failing example, and where a control claims to answer a Pod Security Standard.
   */
  addControls(added: AddedControls): void;
}

/** The extension point through which a backend module adds controls. */
export const securityPostureControlsExtensionPoint =
  createExtensionPoint<SecurityPostureControlsExtensionPoint>({
    id: 'security-posture.controls',
  });
