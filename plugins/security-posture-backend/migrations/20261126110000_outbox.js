// @ts-check

/**
 * What people are told, once: how each entity stood when somebody was told last, up to where what happens was looked at,
 * and the messages themselves until they are sent. Times are epoch milliseconds.
 *
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('announced', table => {
    table.comment('How each entity stood when it was looked at last');
    table.string('entity_ref').primary();
    table.string('readiness').notNullable();
    table.integer('critical').notNullable();
    table.integer('high').notNullable();
    table.bigInteger('at').notNullable();
  });

  await knex.schema.createTable('announced_up_to', table => {
    table.comment('The last row of a table that was looked at');
    table.string('name').primary();
    table.integer('id').notNullable();
  });

  await knex.schema.createTable('outbox', table => {
    table.comment('Messages that are to be sent, and those that were');
    table.increments('id');
    table
      .string('key')
      .notNullable()
      .unique()
      .comment('Names what is told: nothing is told twice');
    table.string('event').notNullable();
    table.text('message').notNullable().comment('JSON');
    table.bigInteger('created_at').notNullable();
    table.bigInteger('due_at').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.bigInteger('sent_at').nullable();
    table.index(['sent_at', 'due_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('outbox');
  await knex.schema.dropTable('announced_up_to');
  await knex.schema.dropTable('announced');
};
