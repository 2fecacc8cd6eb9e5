import { attestationMessages } from './attestations';
import { boardMessages } from './board';
import { cardMessages } from './card';
import { clusterMessages } from './clusters';
import { controlMessages } from './control';
import { controlsMessages } from './controls';
import { coverageMessages } from './coverage';
import { entityMessages } from './entity';
import { exemptionMessages } from './exemptions';
import { findingsMessages } from './findings';
import { matrixMessages } from './matrix';
import { organisationMessages } from './organisation';
import { overviewMessages } from './overview';
import { scopesMessages } from './scopes';
import { setupMessages } from './setup';
import { sharedMessages } from './shared';
import { tabMessages } from './tab';
import { trendMessages } from './trend';

/** All texts of the plugin, by area, in English. */
export const postureMessages = {
  attestations: attestationMessages,
  board: boardMessages,
  card: cardMessages,
  clusters: clusterMessages,
  control: controlMessages,
  controls: controlsMessages,
  coverage: coverageMessages,
  entity: entityMessages,
  exemptions: exemptionMessages,
  findings: findingsMessages,
  matrix: matrixMessages,
  organisation: organisationMessages,
  overview: overviewMessages,
  scopes: scopesMessages,
  setup: setupMessages,
  shared: sharedMessages,
  tab: tabMessages,
  trend: trendMessages,
};
