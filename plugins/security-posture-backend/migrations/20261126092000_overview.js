// @ts-check

/**
 * What opened lately, for the numbers of new findings a week. Without what the first sweep of a cluster found: that is
 * not new, and would be most of the index.
 *
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.up = async function up(knex) {
  await knex.raw(
    'CREATE INDEX findings_opened ON findings (opened_at) WHERE opened_no > 1',
  );
};

/**
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.down = async function down(knex) {
  await knex.raw('DROP INDEX findings_opened');
};
