import { FindingsFilter } from 'backstage-plugin-security-posture-common';
import { ExportScope } from '../../database/ExportReader';
import { ScopeOfQuery } from '../scopeOfQuery';
import { ExportMoment } from './exportMoment';

/** What is exported, for whom, and as of when. */
export interface Exported extends ExportMoment {
  readonly found: ScopeOfQuery;
  readonly scope: ExportScope;
  /** As the caller named it; absent where all findings are exported. */
  readonly filter?: FindingsFilter;
}
