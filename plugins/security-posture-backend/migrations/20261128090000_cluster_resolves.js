// @ts-check

/**
 * What the last resolve of each cluster was of, and the last sweep that changed something in it, so that a resolve joins again
 * only what may have changed. Times are epoch milliseconds.
 *
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('clusters', table => {
    table
      .integer('changed_no')
      .notNullable()
      .defaultTo(0)
      .comment('The last published sweep that changed a subject');
  });
  await knex('clusters').update({ changed_no: knex.ref('sweep_no') });

  await knex.schema.createTable('cluster_resolves', table => {
    table.comment('The resolve of each cluster that began last');
    table.string('cluster').primary();
    table.string('ticket').notNullable().comment('Names the resolve');
    table
      .string('digest')
      .nullable()
      .comment('Of everything that it read; null until it has ended');
    table.bigInteger('ended_at').nullable();
  });

  await knex.schema.alterTable('subjects', table => {
    table.index(['name']);
  });
};

/**
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('subjects', table => {
    table.dropIndex(['name']);
  });
  await knex.schema.dropTable('cluster_resolves');
  await knex.schema.alterTable('clusters', table => {
    table.dropColumn('changed_no');
  });
};
