import type { Rescan } from '../../api';

/** Scanning an entity, as far as its user may. */
export interface ScanControl extends Rescan {
  /** True where the user may ask for a scan. */
  allowed: boolean;
}
