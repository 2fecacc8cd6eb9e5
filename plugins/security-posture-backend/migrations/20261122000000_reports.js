// @ts-check

/**
 * What other tools tell of clusters: documents that were posted, and which controls have had reports.
 *
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('imports', table => {
    table.comment(
      'Documents of other tools that were posted, the newest of each cluster, kind and node',
    );
    table.string('cluster').notNullable();
    table.string('kind').notNullable().comment('kube-bench | audit-policy');
    table
      .string('node')
      .notNullable()
      .comment('Empty where it is about the cluster as a whole');
    table.bigInteger('received_at').notNullable();
    table.text('received_by').notNullable();
    table
      .text('document')
      .notNullable()
      .comment('Only what controls read of it');
    table.primary(['cluster', 'kind', 'node']);
  });

  await knex.schema.alterTable('clusters', table => {
    table
      .text('reported_controls')
      .notNullable()
      .defaultTo('[]')
      .comment(
        'Controls that rest on reports of other tools and have been judged here: from then on they count',
      );
  });
};

/**
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('clusters', table => {
    table.dropColumn('reported_controls');
  });
  await knex.schema.dropTable('imports');
};
