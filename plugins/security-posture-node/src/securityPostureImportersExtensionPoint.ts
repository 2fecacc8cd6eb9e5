import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ReportImporter } from './ReportImporter';

/** An importer that a module brings along. */
export interface AddedImporter {
  /** Who adds it. */
  readonly module: string;
  readonly importer: ReportImporter;
}

/** Takes in reports of tools that the plugin does not know. */
export interface SecurityPostureImportersExtensionPoint {
  /**
   * Adds an importer, before the plugin starts. Throws, with a sentence that names the module, where the id is taken or is
   * none, and where it cannot read.
   */
  addImporter(added: AddedImporter): void;
}

/** The extension point through which a backend module adds report importers. */
export const securityPostureImportersExtensionPoint =
  createExtensionPoint<SecurityPostureImportersExtensionPoint>({
    id: 'security-posture.importers',
  });
