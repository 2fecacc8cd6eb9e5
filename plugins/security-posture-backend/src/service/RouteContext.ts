import { Approvers } from './access/Approvers';
import { CallerAccess } from './access/CallerAccess';
import { VisibleEntities } from './access/VisibleEntities';
import { ControlIndex } from '../views/PostureSettings';
import { RememberedGaps } from './RememberedGaps';
import { RememberedNumbers } from './RememberedNumbers';
import { RememberedOverviews } from './RememberedOverviews';
import { RememberedScopes } from './RememberedScopes';
import { RememberedStandings } from './RememberedStandings';
import { RememberedWorkloads } from './RememberedWorkloads';
import { RouterOptions } from './RouterOptions';

/** What every area of routes is handed. */
export interface RouteContext extends RouterOptions {
  readonly access: CallerAccess;
  readonly approvers: Approvers;
  readonly visible: VisibleEntities;
  readonly gaps: RememberedGaps;
  readonly numbers: RememberedNumbers;
  readonly overviews: RememberedOverviews;
  readonly rememberedScopes: RememberedScopes;
  readonly rememberedStandings: RememberedStandings;
  readonly workloads: RememberedWorkloads;
  readonly controls: ControlIndex;
}
