import { Knex } from 'knex';
import { hideStatement } from './hideStatement';
import { deleteExpired } from './operations/retention/deleteExpired';
import { purgeGone } from './operations/retention/purgeGone';
import { RetentionStore } from './RetentionStore';

type Arguments<Method extends keyof RetentionStore> = Parameters<
  RetentionStore[Method]
>;

/** RetentionStore on a knex database. */
export class DatabaseRetentionStore implements RetentionStore {
  constructor(private readonly knex: Knex) {}

  deleteExpired(...[cuts, pause]: Arguments<'deleteExpired'>) {
    return hideStatement('delete what is too old', () =>
      deleteExpired(this.knex, cuts, pause),
    );
  }

  purgeGone(...[cuts, pause]: Arguments<'purgeGone'>) {
    return hideStatement('delete what is gone', () =>
      purgeGone(this.knex, cuts, pause),
    );
  }
}
