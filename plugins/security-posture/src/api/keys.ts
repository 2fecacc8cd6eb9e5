import type {
  EntitiesQuery,
  FindingsQuery,
} from 'backstage-plugin-security-posture-common';

/** Prefix of all cache keys of the plugin. */
const PREFIX = 'security-posture';

/** Keys under which answers are cached. All that belongs to one entity starts alike. */
export const cacheKeys = {
  posture: (entityRef: string) => [PREFIX, 'entity', entityRef, 'posture'],
  findings: (entityRef: string, query: FindingsQuery) => [
    PREFIX,
    'entity',
    entityRef,
    'findings',
    query,
  ],
  entities: (query: EntitiesQuery) => [PREFIX, 'entities', query],
  summary: () => [PREFIX, 'summary'],
  scan: (id: string) => [PREFIX, 'scan', id],
};

/** True for the keys that a finished scan of the entity makes old. */
export function agesWithScanOf(entityRef: string) {
  return (key: unknown): boolean =>
    Array.isArray(key) &&
    key[0] === PREFIX &&
    (key[1] === 'entity'
      ? key[2] === entityRef
      : key[1] === 'entities' || key[1] === 'summary');
}
