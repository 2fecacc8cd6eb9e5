import { Knex } from 'knex';
import { ReadinessThresholds } from 'security-posture-engine';
import { Message } from '../notify/Message';
import { hideStatement } from './hideStatement';
import { addMessages, listWaiting } from './operations/outbox/messages';
import {
  listClusterChanges,
  listEnding,
  listSteps,
  positionOf,
  savePosition,
} from './operations/outbox/news';
import { listOwners } from './operations/outbox/owners';
import { listSightings, saveSightings } from './operations/outbox/sightings';
import { NewsSource, OutboxStore, Sighting } from './OutboxStore';

/** OutboxStore on a knex database. */
export class DatabaseOutboxStore implements OutboxStore {
  constructor(private readonly knex: Knex) {}

  listSightings(now: number, thresholds: ReadinessThresholds, limit: number) {
    return hideStatement('tell how entities stand', () =>
      listSightings(this.knex, now, thresholds, limit),
    );
  }

  saveSightings(
    sightings: readonly Sighting[],
    messages: readonly Message[],
    now: number,
  ) {
    return hideStatement('remember how entities stand', () =>
      this.knex.transaction(async transaction => {
        await saveSightings(transaction, sightings, now);
        await addMessages(transaction, messages, now);
      }),
    );
  }

  position(source: NewsSource) {
    return hideStatement('tell what was looked at', () =>
      positionOf(this.knex, source),
    );
  }

  listSteps(after: number, now: number) {
    return hideStatement('list steps of exemptions', () =>
      listSteps(this.knex, after, now),
    );
  }

  listClusterChanges(after: number, now: number) {
    return hideStatement('list what happened to clusters', () =>
      listClusterChanges(this.knex, after, now),
    );
  }

  savePosition(
    source: NewsSource,
    id: number,
    messages: readonly Message[],
    now: number,
  ) {
    return hideStatement('remember what was looked at', () =>
      this.knex.transaction(async transaction => {
        await savePosition(transaction, source, id);
        await addMessages(transaction, messages, now);
      }),
    );
  }

  listEnding(now: number, before: number) {
    return hideStatement('list exemptions that end', () =>
      listEnding(this.knex, now, before),
    );
  }

  listOwners(now: number, thresholds: ReadinessThresholds) {
    return hideStatement('list owners', () =>
      listOwners(this.knex, now, thresholds),
    );
  }

  add(messages: readonly Message[], now: number) {
    return hideStatement('keep messages', () =>
      addMessages(this.knex, messages, now),
    );
  }

  listWaiting(now: number, limit: number) {
    return hideStatement('list messages', () =>
      listWaiting(this.knex, now, limit),
    );
  }

  close(ids: readonly number[], now: number) {
    return hideStatement('close messages', async () => {
      await this.knex('outbox')
        .whereIn('id', [...ids])
        .update({ sent_at: now });
    });
  }

  postpone(id: number, dueAt: number) {
    return hideStatement('postpone a message', async () => {
      await this.knex('outbox')
        .where({ id })
        .update({ due_at: dueAt })
        .increment('attempts', 1);
    });
  }

  deleteClosed(before: number) {
    return hideStatement('delete messages', async () => {
      await this.knex('outbox').where('sent_at', '<', before).delete();
    });
  }
}
