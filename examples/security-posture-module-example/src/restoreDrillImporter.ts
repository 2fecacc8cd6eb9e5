import { InputError } from '@backstage/errors';
import type { ReportImporter } from 'backstage-plugin-security-posture-node';

/** Id of the importer, and kind of what it keeps. */
export const RESTORE_DRILL = 'restore-drill';

/** Takes in what the drill prints, and keeps how many backups were restored and the names of those that were not. */
export const restoreDrillImporter: ReportImporter = {
  id: RESTORE_DRILL,
  read({ backups }) {
    if (!Array.isArray(backups) || !backups.every(isBackup))
      throw new InputError(
        'A report of a restore drill has backups, each with a name and restored: true or false',
      );
    const failed = backups.filter(({ restored }) => !restored);
    return {
      restored: backups.length - failed.length,
      failed: failed.map(({ name }) => name).sort(),
    };
  },
};

function isBackup(
  value: {
    readonly name?: unknown;
    readonly restored?: unknown;
  } | null,
): value is { readonly name: string; readonly restored: boolean } {
  return typeof value?.name === 'string' && typeof value.restored === 'boolean';
}
