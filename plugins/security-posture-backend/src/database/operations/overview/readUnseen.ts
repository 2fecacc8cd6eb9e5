import {
  EvidenceState,
  NamedEntities,
  NamedEntity,
  UnseenEntities,
} from 'backstage-plugin-security-posture-common';
import { Knex } from 'knex';
import { evidenceSql, judgedEntities } from '../evidenceSql';
import { ReadinessTerms } from '../readinessSql';
import { Visibility } from '../visibleRefs';

/** Entities that are named of each kind. */
const NAMED = 4;

interface NamedRow {
  readonly entity_ref: string;
  readonly title: string | null;
  readonly kind: string;
  readonly coverage: number | null;
  readonly total: number | string;
}

/** Entities of which nothing, or too little, is known, by what is known of them; the first of each are named. */
export async function readUnseen(
  knex: Knex,
  terms: ReadinessTerms,
  visibility: Visibility,
): Promise<readonly UnseenEntities[]> {
  const entities = judgedEntities(knex, terms, visibility)
    .select('e.entity_ref', 'e.title', 'p.counted_coverage as coverage')
    .select({ kind: evidenceSql(knex, terms) });
  const rows = await firstOfEach(knex, entities);
  return [...byKind(rows)]
    .filter(([kind]) => kind !== 'judged')
    .map(([kind, ofKind]) => {
      const [{ coverage }] = ofKind;
      return {
        evidence: kind as Exclude<EvidenceState, 'judged'>,
        ...namedEntities(ofKind),
        ...(kind === 'lowCoverage' && coverage !== null ? { coverage } : {}),
      };
    });
}

/** The entities that may run in each cluster of which nothing fresh is known, by cluster. */
export async function readSilent(
  knex: Knex,
  terms: ReadinessTerms,
  visibility: Visibility,
): Promise<ReadonlyMap<string, NamedEntities>> {
  const limit = terms.now - terms.thresholds.freshness;
  const entities = judgedEntities(knex, terms, visibility)
    .join({ home: 'cluster_sets' }, 'home.id', 'e.cluster_set')
    .join({ silent: 'clusters' }, 'silent.name', 'home.cluster')
    .whereNull('silent.gone_at')
    .andWhere(silent =>
      silent
        .whereNot('silent.state', 'scanned')
        .orWhereNull('silent.last_success_at')
        .orWhere('silent.last_success_at', '<', limit),
    )
    .select('e.entity_ref', 'e.title', 'silent.name as kind')
    .select(knex.raw('null as coverage'));
  const rows = await firstOfEach(knex, entities);
  return new Map(
    [...byKind(rows)].map(([cluster, ofCluster]) => [
      cluster,
      namedEntities(ofCluster),
    ]),
  );
}

async function firstOfEach(
  knex: Knex,
  entities: Knex.QueryBuilder,
): Promise<readonly NamedRow[]> {
  const numbered = knex
    .from(entities.as('u'))
    .select('u.*')
    .select(
      knex.raw(
        'row_number() over (partition by u.kind order by u.entity_ref) as place',
      ),
      knex.raw('count(*) over (partition by u.kind) as total'),
    );
  return knex
    .from(numbered.as('n'))
    .where('n.place', '<=', NAMED)
    .orderBy(['n.kind', 'n.place']);
}

function byKind(
  rows: readonly NamedRow[],
): ReadonlyMap<string, readonly NamedRow[]> {
  const kinds = new Map<string, NamedRow[]>();
  for (const row of rows)
    kinds.set(row.kind, [...(kinds.get(row.kind) ?? []), row]);
  return kinds;
}

function namedEntities(rows: readonly NamedRow[]): NamedEntities {
  return {
    total: Number(rows[0].total),
    items: rows.map<NamedEntity>(({ entity_ref, title }) => ({
      entityRef: entity_ref,
      ...(title === null ? {} : { title }),
    })),
  };
}
