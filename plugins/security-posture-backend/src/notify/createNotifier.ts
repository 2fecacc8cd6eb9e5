import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { DatabaseOutboxStore } from '../database/DatabaseOutboxStore';
import { Judging } from '../extend/Judging';
import { PluginSettings } from '../readSettings';
import { indexControls } from '../views/PostureSettings';
import { Newsroom } from './Newsroom';
import { Notifier } from './Notifier';
import { Postman } from './Postman';

/** The ways on which people and plugins are told. */
export interface Delivery {
  readonly notifications: NotificationService;
  readonly events: EventsService;
}

/** What a notifier is made of. */
export interface NotifierOptions extends Delivery {
  readonly knex: Knex;
  readonly settings: PluginSettings;
  readonly judging: Judging;
  readonly logger: LoggerService;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** What tells people what happens; nothing where the settings want none. */
export function createNotifier(options: NotifierOptions): Notifier | undefined {
  const { knex, settings, clock } = options;
  if (!settings.notifications.enabled) return undefined;
  const store = new DatabaseOutboxStore(knex);
  const newsroom = new Newsroom({
    store,
    settings: settings.notifications,
    thresholds: settings.readiness,
    approvers: settings.exemptions.approvers,
    controls: indexControls(options.judging.library.controls),
  });
  const postman = new Postman({ ...options, store });
  return new Notifier(store, newsroom, postman, clock);
}
