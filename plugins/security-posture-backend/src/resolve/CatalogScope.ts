import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { relatedRefs } from './relatedRefs';

/** What holds entities: the groups that own them, the systems and domains that they are part of. */
export type ScopeType = 'group' | 'system' | 'domain';

/** The kinds of the catalog that hold entities. */
export const SCOPE_TYPES: readonly ScopeType[] = ['group', 'system', 'domain'];

/** A group, system or domain of the catalog. */
export interface CatalogScope {
  readonly ref: string;
  readonly type: ScopeType;
  readonly title?: string;
  /** The group above a group, the domain that a system or a domain is part of. */
  readonly parent?: string;
}

/** Fields of an entity that a scope is read from, for the catalog to answer no more than these. */
export const SCOPE_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile',
  'relations',
];

/** The type of what a ref names, or undefined where that holds no entities: a user, say. */
export function scopeTypeOf(ref: string): ScopeType | undefined {
  const { kind } = parseEntityRef(ref);
  return SCOPE_TYPES.find(type => type === kind.toLowerCase());
}

/** The groups that own an entity, and the systems and domains that it is part of itself. Users are no scopes. */
export function scopesOf(entity: Entity): readonly string[] {
  const owners = relatedRefs(entity, 'ownedBy').filter(
    ref => scopeTypeOf(ref) === 'group',
  );
  const wholes = relatedRefs(entity, 'partOf').filter(ref =>
    ['system', 'domain'].includes(scopeTypeOf(ref) ?? ''),
  );
  return [...new Set([...owners, ...wholes])].sort();
}

/** The scope that a group, system or domain of the catalog is. */
export function toCatalogScope(entity: Entity): CatalogScope {
  const ref = stringifyEntityRef(entity);
  const type = scopeTypeOf(ref)!;
  const title = titleOf(entity);
  const parent = parentOf(entity, type);
  return {
    ref,
    type,
    ...(title ? { title } : {}),
    ...(parent ? { parent } : {}),
  };
}

/** Of several parents the first in the order of their refs, so that it is the same one each time. */
function parentOf(entity: Entity, type: ScopeType): string | undefined {
  const [relation, parentType] =
    type === 'group' ? ['childOf', 'group'] : ['partOf', 'domain'];
  return relatedRefs(entity, relation)
    .filter(ref => scopeTypeOf(ref) === parentType)
    .sort()[0];
}

function titleOf({ metadata, spec }: Entity): string | undefined {
  if (metadata.title) return metadata.title;
  const profile = spec?.profile;
  const shown =
    typeof profile === 'object' && profile && 'displayName' in profile
      ? profile.displayName
      : undefined;
  return typeof shown === 'string' && shown ? shown : undefined;
}
