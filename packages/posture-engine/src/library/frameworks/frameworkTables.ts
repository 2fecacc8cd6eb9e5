import { CIS_1_12 } from './cisBenchmark112';
import { FrameworkTable } from './FrameworkTable';
import { NIST_800_190 } from './nist800190';
import { NSA_GUIDE } from './nsaGuide';
import { OWASP_TOP_TEN } from './owaspTopTen';
import { PSS_BASELINE, PSS_RESTRICTED } from './podSecurityStandards';

/** Every framework with all that it asks for; CIS once per edition, the newest first. */
export const FRAMEWORK_TABLES: readonly FrameworkTable[] = [
  NSA_GUIDE,
  PSS_BASELINE,
  PSS_RESTRICTED,
  CIS_1_12,
  NIST_800_190,
  OWASP_TOP_TEN,
];
