// @ts-check

/**
 * Posture over time: roll-ups of entities and clusters, a row for each day on which one differs, the groups that entities
 * belong to, exemptions and attestations, and what happened. Times are epoch milliseconds; days are UTC, `2026-11-23`.
 *
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('clusters', table => {
    table
      .integer('rolled_no')
      .notNullable()
      .defaultTo(0)
      .comment('The last sweep that the roll-ups have taken in');
  });

  await knex.schema.alterTable('entities', table => {
    table
      .string('rollup_due', 36)
      .nullable()
      .defaultTo('upgrade')
      .comment(
        'Set where something changed that its roll-up has to take in, anew each time; null where there is nothing',
      );
    table
      .string('cluster_set', 32)
      .nullable()
      .comment('The clusters that it may run in, or runs in');
    table.index(['rollup_due']);
  });

  await knex.schema.createTable('cluster_sets', table => {
    table.comment(
      'Sets of clusters that entities may run in: many entities share one',
    );
    table.string('id', 32).notNullable();
    table.string('cluster').notNullable();
    table.primary(['id', 'cluster']);
  });

  await knex.schema.createTable('scopes', table => {
    table.comment('Groups, systems and domains that own or hold entities');
    table.string('ref').primary();
    table.string('type').notNullable().comment('group | system | domain');
    table.text('title').nullable();
    table.string('parent_ref').nullable();
    table.index(['type']);
  });

  await knex.schema.createTable('entity_scopes', table => {
    table.comment(
      'Closure: every scope above an entity, so that a roll-up is one join',
    );
    table.string('entity_ref').notNullable();
    table.string('scope_ref').notNullable();
    table
      .integer('depth')
      .notNullable()
      .comment('0: its own owner, system or domain; 1: the parent of that');
    table.primary(['entity_ref', 'scope_ref']);
    table.index(['scope_ref']);
  });

  await knex.schema.createTable('postures', table => {
    table.comment(
      'The posture of an entity or a cluster now, summed up from its parts. What decays with time is left to readers',
    );
    table.string('scope_type').notNullable().comment('entity | cluster');
    table.string('scope_ref').notNullable();
    table.string('profile').notNullable();
    table.string('library').notNullable();
    table
      .string('state')
      .notNullable()
      .comment('Why there is a posture or none');
    table
      .integer('subjects')
      .notNullable()
      .comment('Workloads of an entity; of a cluster those that were swept');
    table
      .integer('owned')
      .nullable()
      .comment('Of a cluster: workloads that belong to an entity');
    table.integer('raw').nullable().comment('Score, 0 to 100');
    table
      .integer('effective')
      .nullable()
      .comment('Score with exempted fails taken as passes');
    table.double('coverage').nullable().comment('0 to 1');
    table
      .double('counted_coverage')
      .nullable()
      .comment('Of what readiness counts');
    for (const severity of ['critical', 'high', 'medium', 'low', 'info'])
      table.integer(`open_${severity}`).notNullable();
    for (const severity of ['critical', 'high', 'medium', 'low', 'info'])
      table.integer(`exempted_${severity}`).notNullable();
    table
      .integer('blocking_critical')
      .notNullable()
      .comment('Open and counting for readiness, exempted ones left out');
    table.integer('blocking_high').notNullable();
    table
      .integer('raw_blocking_critical')
      .notNullable()
      .comment('Open and counting for readiness, exempted ones too');
    table.integer('raw_blocking_high').notNullable();
    table
      .bigInteger('exempted_until')
      .nullable()
      .comment('From then on an exemption that counts here is over');
    table.text('controls').notNullable().comment('JSON: controls by state');
    table
      .text('failing')
      .notNullable()
      .comment('JSON: open fails by control, exempted ones apart');
    table
      .text('passing')
      .notNullable()
      .defaultTo('[]')
      .comment('JSON: ids of the controls that pass wherever they apply');
    table.bigInteger('changed_at').notNullable();
    table.primary(['scope_type', 'scope_ref']);
  });

  await knex.schema.createTable('posture_days', table => {
    table.comment(
      'The posture of an entity, a cluster, a group of entities or the organisation at the end of a day; a row only on days that differ from the one before',
    );
    table
      .string('scope_type')
      .notNullable()
      .comment('entity | cluster | group | system | domain | organisation');
    table.string('scope_ref').notNullable();
    table.string('profile').notNullable();
    table.string('day', 10).notNullable();
    table.integer('raw').nullable();
    table.integer('effective').nullable();
    table.double('coverage').nullable();
    table.text('counts').notNullable().comment('JSON');
    table.string('library').notNullable();
    table.primary(['scope_type', 'scope_ref', 'profile', 'day']);
    table.index(['day']);
  });

  await knex.schema.createTable('changes', table => {
    table.comment(
      'What happened that findings and links do not tell by themselves',
    );
    table.increments('id');
    table.bigInteger('at').notNullable();
    table
      .string('what')
      .notNullable()
      .comment(
        'libraryChanged | profileChanged | clusterUnreachable | clusterAnswers | imageChanged | exemption…',
      );
    table
      .string('scope_type')
      .notNullable()
      .comment('entity | cluster | subject | all');
    table.string('scope_ref').notNullable();
    table.string('ref').nullable().comment('What it is about');
    table.text('from').nullable();
    table.text('to').nullable();
    table.index(['scope_type', 'scope_ref', 'at']);
    table.index(['at']);
  });

  await knex.schema.createTable('exemptions', table => {
    table.comment('Agreements that a finding may stay for a while');
    table.string('id', 36).primary();
    table
      .string('scope')
      .notNullable()
      .comment(
        'finding | workload (a control on a workload) | entity (a control on an entity)',
      );
    table.string('control_id').notNullable();
    table
      .string('severity')
      .notNullable()
      .comment(
        'Gravest severity of what it applied to when it was asked for: bounds its length',
      );
    table.string('finding_key', 32).nullable();
    table
      .string('evidence_hash', 32)
      .nullable()
      .comment('Of a finding: what it was approved for');
    table
      .integer('subject_id')
      .nullable()
      .comment('The subject of the finding, or the workload');
    table
      .string('entity_ref')
      .nullable()
      .comment('The entity on whose behalf it was asked for');
    table
      .string('cluster')
      .nullable()
      .comment('Of a finding or a workload: where it is');
    table.string('category').notNullable();
    table.text('reason').notNullable();
    table.text('compensating_control').nullable();
    table.text('link').nullable();
    table
      .string('state')
      .notNullable()
      .comment('pending | approved | denied | revoked | expired');
    table.string('source').notNullable().comment('request | annotation');
    table
      .string('source_key', 64)
      .nullable()
      .unique()
      .comment('Of an annotation: one exemption for each');
    table.text('requested_by').notNullable();
    table.bigInteger('requested_at').notNullable();
    table.text('decided_by').nullable();
    table.bigInteger('decided_at').nullable();
    table.bigInteger('expires_at').notNullable();
    table
      .integer('version')
      .notNullable()
      .comment('Raised by each step: of two steps at once one is refused');
    table.index(['state', 'expires_at']);
    table.index(['entity_ref']);
    table.index(['finding_key']);
    table.index(['subject_id', 'control_id']);
  });

  await knex.schema.createTable('exemption_events', table => {
    table.comment('Every step in the life of an exemption');
    table.increments('id');
    table
      .string('exemption_id', 36)
      .notNullable()
      .references('id')
      .inTable('exemptions')
      .onDelete('CASCADE');
    table
      .string('what')
      .notNullable()
      .comment(
        'requested | approved | denied | shortened | revoked | expired | reopened',
      );
    table.text('actor').notNullable();
    table.bigInteger('at').notNullable();
    table.text('note').nullable();
    table.bigInteger('expires_at').nullable().comment('As it is from then on');
    table.index(['exemption_id', 'id']);
  });

  await knex.schema.createTable('attestations', table => {
    table.comment('Dated statements of people on what no API shows');
    table.string('id', 36).primary();
    table.string('cluster').notNullable();
    table.string('control_id').notNullable();
    table.string('outcome').notNullable().comment('pass | fail');
    table.text('statement').notNullable();
    table.text('link').nullable();
    table.text('author').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table
      .bigInteger('ended_at')
      .nullable()
      .comment('When another took its place, or it was withdrawn');
    table.text('ended_by').nullable();
    table.string('ended_because').nullable().comment('replaced | withdrawn');
    table.index(['cluster', 'control_id']);
  });

  await knex.schema.alterTable('findings', table => {
    table.index(['control_id']);
    table.index(['closed_at']);
  });
  await knex.raw(
    "CREATE INDEX findings_critical ON findings (subject_id, open_since) WHERE severity = 'critical'",
  );
};

/**
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.down = async function down(knex) {
  await knex.raw('DROP INDEX findings_critical');
  await knex.schema.alterTable('findings', table => {
    table.dropIndex(['control_id']);
    table.dropIndex(['closed_at']);
  });
  for (const table of [
    'attestations',
    'exemption_events',
    'exemptions',
    'changes',
    'posture_days',
    'postures',
    'entity_scopes',
    'scopes',
    'cluster_sets',
  ]) {
    await knex.schema.dropTable(table);
  }
  await knex.schema.alterTable('entities', table => {
    table.dropIndex(['rollup_due']);
    table.dropColumn('rollup_due');
    table.dropColumn('cluster_set');
  });
  await knex.schema.alterTable('clusters', table => {
    table.dropColumn('rolled_no');
  });
};
