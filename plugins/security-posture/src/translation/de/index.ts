import { flattenMessages } from '../flattenMessages';
import { attestationMessagesInGerman } from './attestations';
import { boardMessagesInGerman } from './board';
import { cardMessagesInGerman } from './card';
import { clusterMessagesInGerman } from './clusters';
import { controlMessagesInGerman } from './control';
import { controlsMessagesInGerman } from './controls';
import { coverageMessagesInGerman } from './coverage';
import { entityMessagesInGerman } from './entity';
import { exemptionMessagesInGerman } from './exemptions';
import { findingsMessagesInGerman } from './findings';
import { matrixMessagesInGerman } from './matrix';
import { organisationMessagesInGerman } from './organisation';
import { overviewMessagesInGerman } from './overview';
import { scopesMessagesInGerman } from './scopes';
import { setupMessagesInGerman } from './setup';
import { sharedMessagesInGerman } from './shared';
import { tabMessagesInGerman } from './tab';
import { trendMessagesInGerman } from './trend';

/** All texts of the plugin in German. */
export default flattenMessages({
  attestations: attestationMessagesInGerman,
  board: boardMessagesInGerman,
  card: cardMessagesInGerman,
  clusters: clusterMessagesInGerman,
  control: controlMessagesInGerman,
  controls: controlsMessagesInGerman,
  coverage: coverageMessagesInGerman,
  entity: entityMessagesInGerman,
  exemptions: exemptionMessagesInGerman,
  findings: findingsMessagesInGerman,
  matrix: matrixMessagesInGerman,
  organisation: organisationMessagesInGerman,
  overview: overviewMessagesInGerman,
  scopes: scopesMessagesInGerman,
  setup: setupMessagesInGerman,
  shared: sharedMessagesInGerman,
  tab: tabMessagesInGerman,
  trend: trendMessagesInGerman,
});
