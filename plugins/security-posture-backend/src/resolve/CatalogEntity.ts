import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { scopesOf } from './CatalogScope';
import { relatedRefs } from './relatedRefs';

/** What resolving needs to know of a catalog entity. */
export interface CatalogEntity {
  readonly entityRef: string;
  readonly uid?: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly title?: string;
  readonly owner?: string;
  readonly system?: string;
  /** Refs of all groups that own it, and of the systems and domains that it is part of. */
  readonly scopes: readonly string[];
  readonly lifecycle?: string;
  readonly type?: string;
  readonly tags: readonly string[];
  readonly annotations: Readonly<Record<string, string>>;
  /** Refs that it depends on. */
  readonly dependsOn: readonly string[];
}

/** Fields of an entity that resolving reads, for the catalog to answer no more than these. */
export const CATALOG_FIELDS = [
  'kind',
  'metadata.uid',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.tags',
  'metadata.annotations',
  'spec.lifecycle',
  'spec.type',
  'relations',
];

/** The parts of an entity that resolving needs. */
export function toCatalogEntity(entity: Entity): CatalogEntity {
  const { metadata, spec } = entity;
  const owner = relatedRefs(entity, 'ownedBy')[0];
  const system = relatedRefs(entity, 'partOf').find(
    ref => parseEntityRef(ref).kind === 'system',
  );
  return {
    entityRef: stringifyEntityRef(entity),
    ...(metadata.uid ? { uid: metadata.uid } : {}),
    kind: entity.kind.toLowerCase(),
    namespace: metadata.namespace ?? 'default',
    name: metadata.name,
    ...(metadata.title ? { title: metadata.title } : {}),
    ...(owner ? { owner } : {}),
    ...(system ? { system } : {}),
    ...(typeof spec?.lifecycle === 'string'
      ? { lifecycle: spec.lifecycle }
      : {}),
    ...(typeof spec?.type === 'string' ? { type: spec.type } : {}),
    scopes: scopesOf(entity),
    tags: metadata.tags ?? [],
    annotations: metadata.annotations ?? {},
    dependsOn: relatedRefs(entity, 'dependsOn'),
  };
}
