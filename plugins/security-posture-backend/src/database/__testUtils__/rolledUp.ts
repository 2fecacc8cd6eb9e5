import { Knex } from 'knex';
import {
  clusterProfile,
  DEFAULT_READINESS_THRESHOLDS,
  Profile,
  workloadProfile,
  allControls,
  BASE_LIBRARY,
} from 'security-posture-engine';
import { runRollUp } from '../../rollup/runRollUp';
import { profileKey } from '../../sweep/tallyEntities';
import { chunksOf } from '../chunks';
import { DatabaseRollupStore } from '../DatabaseRollupStore';
import { clusterSetId, saveClusterSets } from '../operations/clusterSets';
import { rollUpScopes } from '../operations/rollUpScopes';
import { ClusterRecord, EntityPostureRecord } from '../records';

/** What a database is filled with. */
export interface RolledUpContent {
  readonly clusters: readonly ClusterRecord[];
  readonly entities: readonly EntityPostureRecord[];
  /** Swept workloads by cluster; those that no entity has are nobody's. */
  readonly workloads?: ReadonlyMap<string, number>;
}

/** Fills an empty database with entities and the parts of their postures, and sums them up. */
export async function fillRolledUp(
  knex: Knex,
  { clusters, entities, workloads = new Map() }: RolledUpContent,
  now: number,
): Promise<void> {
  for (const cluster of clusters) await insertCluster(knex, cluster);
  await saveClusterSets(
    knex,
    entities.map(({ mapping }) => mapping.query?.clusters ?? []),
  );
  for (const chunk of chunksOf(entities))
    await knex('entities').insert(chunk.map(rowOfEntity));
  for (const entity of entities) await insertParts(knex, entity);
  for (const [cluster, count] of workloads)
    await insertUnowned(knex, cluster, count);
  await rollUpAll(knex, now);
}

/** Sums up all that a database holds. */
export async function rollUpAll(
  knex: Knex,
  now: number,
  profile: Profile = workloadProfile(allControls()),
): Promise<void> {
  const store = new DatabaseRollupStore(knex);
  await runRollUp(
    {
      store,
      profile,
      clusterProfile: clusterProfile(allControls()),
      library: BASE_LIBRARY.version,
      rollUpScopes: time =>
        rollUpScopes(knex, {
          now: time,
          thresholds: DEFAULT_READINESS_THRESHOLDS,
          profile: profileKey(profile),
          library: BASE_LIBRARY.version,
        }),
      clock: () => now,
    },
    await store.listClusters(),
    'all',
  );
}

async function insertCluster(
  knex: Knex,
  cluster: ClusterRecord,
): Promise<void> {
  await knex('clusters').insert({
    name: cluster.name,
    title: cluster.title ?? null,
    auth_provider: cluster.authProvider,
    version: cluster.version ?? null,
    production: cluster.production,
    state: cluster.state,
    state_reason: cluster.reason ?? null,
    failing_since: cluster.failingSince ?? null,
    sweep_no: cluster.sweepNo,
    last_success_at: cluster.lastSuccessAt ?? null,
  });
}

function rowOfEntity({ parts, mapping, tags, ...entity }: EntityPostureRecord) {
  return {
    entity_ref: entity.entityRef,
    uid: entity.uid ?? null,
    kind: entity.kind,
    title: entity.title ?? null,
    owner: entity.owner ?? null,
    system: entity.system ?? null,
    lifecycle: entity.lifecycle ?? null,
    type: entity.type ?? null,
    tags: JSON.stringify(tags),
    annotated: mapping.annotated,
    mapping: JSON.stringify(mapping),
    cluster_set: mapping.query ? clusterSetId(mapping.query.clusters) : null,
  };
}

async function insertParts(
  knex: Knex,
  { entityRef, parts }: EntityPostureRecord,
): Promise<void> {
  for (const part of parts) {
    await knex('posture_parts').insert({
      scope_type: 'entity',
      scope_ref: entityRef,
      cluster: part.cluster,
      profile: part.profile,
      subjects: part.subjects,
      counts: JSON.stringify(part.tallies),
      counts_no: 0,
      library: part.library,
      changed_at: 0,
    });
    for (let index = 0; index < part.subjects; index += 1) {
      const id = await insertSubject(
        knex,
        part.cluster,
        `${entityRef} ${index}`,
      );
      await knex('entity_subjects').insert({
        entity_ref: entityRef,
        subject_id: id,
        valid_from: 0,
      });
    }
  }
}

async function insertUnowned(
  knex: Knex,
  cluster: string,
  count: number,
): Promise<void> {
  const [{ there }] = await knex('subjects')
    .where({ cluster })
    .count({ there: '*' });
  for (let index = Number(there); index < count; index += 1)
    await insertSubject(knex, cluster, `unowned ${index}`);
}

let subjects = 0;

async function insertSubject(
  knex: Knex,
  cluster: string,
  name: string,
): Promise<number> {
  subjects += 1;
  const [{ id }] = await knex('subjects')
    .insert({
      key: String(subjects),
      cluster,
      type: 'workload',
      api_version: 'apps/v1',
      kind: 'Deployment',
      namespace: 'shop',
      name,
      labels: '{}',
      facts: '{}',
      outcomes: '{"p":[],"x":{},"e":{},"f":{}}',
      outcomes_hash: '',
      judged_for: 'nobody',
      outcomes_no: 0,
      first_no: 0,
      first_seen_at: 0,
      changed_at: 0,
    })
    .returning('id');
  return id;
}
