import { Knex } from 'knex';
import { Message } from '../../../notify/Message';
import { WaitingMessage } from '../../OutboxStore';
import { asTime } from '../../tables';

/** Puts messages in; one whose key was there before is left out. */
export async function addMessages(
  knex: Knex,
  messages: readonly Message[],
  now: number,
): Promise<void> {
  if (messages.length === 0) return;
  await knex('outbox')
    .insert(
      messages.map(message => ({
        key: message.key,
        event: message.event,
        message: JSON.stringify(message),
        created_at: now,
        due_at: now,
      })),
    )
    .onConflict('key')
    .ignore();
}

/** Messages that are due, the oldest first. */
export async function listWaiting(
  knex: Knex,
  now: number,
  limit: number,
): Promise<WaitingMessage[]> {
  const rows = await knex('outbox')
    .whereNull('sent_at')
    .where('due_at', '<=', now)
    .orderBy('id')
    .limit(limit)
    .select('id', 'message', 'attempts', 'created_at');
  return rows.map(({ id, message, attempts, created_at }) => ({
    id,
    message: JSON.parse(message),
    attempts,
    createdAt: asTime(created_at)!,
  }));
}
