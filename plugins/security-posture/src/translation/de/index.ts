import { flattenMessages } from '../flattenMessages';
import { cardMessagesInGerman } from './card';
import { organisationMessagesInGerman } from './organisation';
import { sharedMessagesInGerman } from './shared';
import { tabMessagesInGerman } from './tab';

/** All texts of the plugin in German. */
export default flattenMessages({
  card: cardMessagesInGerman,
  organisation: organisationMessagesInGerman,
  shared: sharedMessagesInGerman,
  tab: tabMessagesInGerman,
});
