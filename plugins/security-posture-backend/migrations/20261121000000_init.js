// @ts-check

/**
 * Times are epoch milliseconds written by the plugin. Texts named `progress`, `lists`, `facts`, `outcomes`, `counts`,
 * `violations`, `tags`, `labels`, `mapping` and `document` hold JSON. A column that ends in `_no` holds the number of a sweep
 * of the row's cluster: readers take what was opened at or before `clusters.sweep_no`, and not closed by then.
 *
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('clusters', table => {
    table.comment(
      'Clusters of the kubernetes plugin, and what is known of them',
    );
    table.string('name').primary();
    table.text('title').nullable();
    table.string('auth_provider').notNullable();
    table.text('version').nullable().comment('As the API server says it');
    table.boolean('production').notNullable();
    table
      .string('state')
      .notNullable()
      .comment('scanned | neverScanned | unreachable | needsUserCredentials');
    table.string('state_reason').nullable();
    table.bigInteger('failing_since').nullable();
    table
      .integer('sweep_no')
      .notNullable()
      .comment(
        'The last published sweep; raising it publishes the next one whole',
      );
    table
      .string('sweep_claim', 36)
      .nullable()
      .comment('The only sweep that may write now');
    table
      .bigInteger('last_success_at')
      .nullable()
      .comment('End of the last complete sweep');
    table.bigInteger('gone_at').nullable();
  });

  await knex.schema.createTable('sweeps', table => {
    table.comment('Runs of the sweep of a cluster');
    table.string('cluster').notNullable();
    table.string('id', 36).primary();
    table.integer('sweep_no').notNullable();
    table.string('trigger').notNullable().comment('schedule | request');
    table.bigInteger('started_at').notNullable();
    table.bigInteger('finished_at').nullable();
    table
      .string('status')
      .notNullable()
      .comment('running | complete | partial | failed');
    table.string('reason').nullable().comment('Why it failed or is partial');
    table
      .text('progress')
      .notNullable()
      .comment('Lists read, lists to read, objects read');
    table
      .text('lists')
      .notNullable()
      .comment('What each list brought, or why it brought nothing');
    table.index(['cluster', 'started_at']);
  });

  await knex.schema.createTable('scan_requests', table => {
    table.comment(
      'Scans that somebody asked for; a scan of an entity has one row per cluster',
    );
    table.string('id', 36).notNullable();
    table.string('cluster').notNullable();
    table.string('entity_ref').nullable();
    table.text('requested_by').notNullable();
    table.bigInteger('requested_at').notNullable();
    table
      .string('sweep_id', 36)
      .nullable()
      .comment('The sweep that answers it: one that began after it');
    table.primary(['id', 'cluster']);
    table.index(['cluster', 'sweep_id']);
    table.index(['entity_ref', 'requested_at']);
  });

  await knex.schema.createTable('entities', table => {
    table.comment('Catalog entities that have workloads or should have some');
    table.string('entity_ref').primary();
    table.string('uid').nullable();
    table.string('kind').notNullable();
    table.text('title').nullable();
    table.text('owner').nullable();
    table.text('system').nullable();
    table.text('lifecycle').nullable();
    table.text('type').nullable();
    table.text('tags').notNullable();
    table
      .boolean('annotated')
      .notNullable()
      .comment('True where an annotation asks for workloads');
    table
      .text('mapping')
      .notNullable()
      .comment('How it is joined to workloads');
    table.bigInteger('gone_at').nullable();
  });

  await knex.schema.createTable('subjects', table => {
    table.comment('Workloads and other things that controls judge');
    table.increments('id');
    table.string('key', 32).notNullable().unique();
    table.string('cluster').notNullable();
    table.string('type').notNullable();
    table.string('api_version').notNullable();
    table.string('kind').notNullable();
    table.string('namespace').nullable();
    table.string('name').notNullable();
    table.string('uid').nullable();
    table
      .text('labels')
      .notNullable()
      .comment('Labels of the object and of its pods');
    table
      .text('facts')
      .notNullable()
      .comment('At most 4 kB: what pages and the resolving of entities need');
    table.text('outcomes').notNullable();
    table
      .string('outcomes_hash', 32)
      .notNullable()
      .comment('Of all that a sweep would write; empty where it has to');
    table
      .string('judged_for', 32)
      .notNullable()
      .comment('Hash of the entities that owned it when it was judged');
    table
      .integer('outcomes_no')
      .notNullable()
      .comment('The sweep that wrote labels, facts and outcomes');
    table
      .text('prior_labels')
      .nullable()
      .comment('What readers take until outcomes_no is published');
    table.text('prior_facts').nullable();
    table.text('prior_outcomes').nullable();
    table.integer('first_no').notNullable();
    table.integer('gone_no').nullable();
    table.bigInteger('first_seen_at').notNullable();
    table.bigInteger('changed_at').notNullable();
    table.bigInteger('gone_at').nullable();
    table.index(['cluster', 'gone_at']);
  });

  await knex.schema.createTable('entity_subjects', table => {
    table.comment('Which subjects belong to which entities, and since when');
    table.string('entity_ref').notNullable();
    table
      .integer('subject_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table.bigInteger('valid_from').notNullable();
    table.bigInteger('valid_to').nullable();
    table.primary(['entity_ref', 'subject_id', 'valid_from']);
    table.index(['subject_id', 'valid_to']);
  });

  await knex.raw(
    'CREATE UNIQUE INDEX entity_subjects_open ON entity_subjects (entity_ref, subject_id) WHERE valid_to IS NULL',
  );

  await knex.schema.createTable('findings', table => {
    table.comment(
      'Episodes of findings: each time one opens, or its evidence changes, is a row',
    );
    table.increments('id');
    table.string('key', 32).notNullable();
    table
      .integer('subject_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table.string('cluster').notNullable();
    table.string('control_id').notNullable();
    table.string('outcome').notNullable().comment('fail | notEvaluated');
    table.string('reason').nullable();
    table.text('note').nullable();
    table.string('severity').notNullable();
    table.text('violations').notNullable();
    table.string('evidence_hash', 32).notNullable();
    table.string('consequence_of').nullable();
    table
      .boolean('patch_proven')
      .nullable()
      .comment('Null where there is no patch');
    table.bigInteger('stale_since').nullable();
    table
      .bigInteger('open_since')
      .notNullable()
      .comment('The first of unbroken episodes');
    table.bigInteger('opened_at').notNullable();
    table.integer('opened_no').notNullable();
    table.bigInteger('closed_at').nullable();
    table.integer('closed_no').nullable();
    table
      .string('closed_because')
      .nullable()
      .comment('passed | notApplicable | changed | subjectGone');
    table.index(['key']);
    table.index(['subject_id', 'closed_at']);
    table.index(['cluster', 'opened_no']);
    table.index(['cluster', 'closed_no']);
  });
  await knex.raw(
    'CREATE UNIQUE INDEX findings_open_key ON findings (key) WHERE closed_at IS NULL',
  );

  await knex.schema.createTable('gaps', table => {
    table.comment(
      'Controls that could not be judged on a whole cluster: one row, never one per subject',
    );
    table.increments('id');
    table.string('cluster').notNullable();
    table.string('control_id').notNullable();
    table.string('reason').notNullable();
    table.bigInteger('since').notNullable();
    table.integer('since_no').notNullable();
    table.bigInteger('until').nullable();
    table.integer('until_no').nullable();
    table.index(['cluster', 'until']);
  });

  await knex.schema.createTable('posture_parts', table => {
    table.comment(
      'What one cluster adds to the posture of a scope; a posture is the sum of its parts',
    );
    table.string('scope_type').notNullable();
    table.string('scope_ref').notNullable();
    table.string('cluster').notNullable();
    table.string('profile').notNullable();
    table.integer('subjects').notNullable();
    table.text('counts').notNullable().comment('Tallies by control');
    table.integer('counts_no').notNullable();
    table
      .text('prior_counts')
      .nullable()
      .comment('What readers take until counts_no is published');
    table.integer('prior_subjects').nullable();
    table.string('library').notNullable().comment('Version of the controls');
    table.string('prior_library').nullable();
    table.bigInteger('changed_at').notNullable();
    table.primary(['scope_type', 'scope_ref', 'cluster', 'profile']);
    table.index(['cluster']);
  });
};

/**
 * @param {import('knex').Knex} knex
 * @returns {Promise<void>}
 */
exports.down = async function down(knex) {
  for (const table of [
    'posture_parts',
    'gaps',
    'findings',
    'entity_subjects',
    'subjects',
    'entities',
    'scan_requests',
    'sweeps',
    'clusters',
  ]) {
    await knex.schema.dropTable(table);
  }
};
