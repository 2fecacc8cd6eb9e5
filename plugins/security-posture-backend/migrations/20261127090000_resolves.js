// @ts-check

/**
 * What the last resolve of all entities was of, so that the next one can tell whether it would find anything else.
 * Times are epoch milliseconds.
 *
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('resolves', table => {
    table.comment('The resolve that began last: one row');
    table.integer('id').primary();
    table.string('ticket').notNullable().comment('Names the resolve');
    table
      .string('digest')
      .nullable()
      .comment('Of everything that it read; null until it has ended');
    table.bigInteger('ended_at').nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('resolves');
};
