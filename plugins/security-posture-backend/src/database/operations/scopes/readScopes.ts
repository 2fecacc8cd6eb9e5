import { Knex } from 'knex';
import { ScopeKind } from 'backstage-plugin-security-posture-common';
import { ScopeRow } from '../../tables';
import { Visibility, whereVisible } from '../visibleRefs';

/** Refs and kinds of all groups, systems and domains. */
export async function listScopeRefs(
  knex: Knex,
): Promise<readonly { readonly entityRef: string; readonly kind: string }[]> {
  const rows = await knex<ScopeRow>('scopes').select('ref', 'type');
  return rows.map(({ ref, type }) => ({ entityRef: ref, kind: type }));
}

/** True where `listScopes` would list this one. */
export async function hasScope(
  knex: Knex,
  type: ScopeKind,
  ref: string,
  visibility: Visibility,
): Promise<boolean> {
  const members = knex({ es: 'entity_scopes' })
    .join({ e: 'entities' }, 'e.entity_ref', 'es.entity_ref')
    .join({ s: 'scopes' }, 's.ref', 'es.scope_ref')
    .where({ 'es.scope_ref': ref, 's.type': type })
    .whereNull('e.gone_at')
    .modify(whereVisible, 'e.entity_ref', visibility)
    .andWhere(named =>
      named
        .where('es.depth', 0)
        .orWhereExists(
          knex('scopes').where({ ref }).modify(whereVisible, 'ref', visibility),
        ),
    );
  return (await members.first('es.depth')) !== undefined;
}
