import type {
  EntitiesQuery,
  ExemptionOptionsQuery,
  ExemptionsRegisterQuery,
  FindingsQuery,
  HistoryQuery,
  HierarchyQuery,
  ScopeMatrixQuery,
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
  trend: (entityRef: string, days: number, marks: boolean) => [
    PREFIX,
    'entity',
    entityRef,
    'trend',
    days,
    marks,
  ],
  history: (entityRef: string, query: HistoryQuery) => [
    PREFIX,
    'entity',
    entityRef,
    'history',
    query,
  ],
  detail: (
    entityRef: string,
    detail: 'workloads' | 'exposure' | 'access',
    query: object = {},
  ) => [PREFIX, 'entity', entityRef, detail, query],
  entities: (query: EntitiesQuery) => [PREFIX, 'entities', query],
  hierarchy: (query: HierarchyQuery) => [PREFIX, 'scopes', 'hierarchy', query],
  scopeMatrix: (query: ScopeMatrixQuery) => [PREFIX, 'scopes', 'matrix', query],
  scope: (scopeRef: string) => [PREFIX, 'scopes', scopeRef],
  register: (query: ExemptionsRegisterQuery) => [
    PREFIX,
    'exemptions',
    'register',
    query,
  ],
  exemption: (id: string) => [PREFIX, 'exemptions', 'one', id],
  exemptionOptions: (query: ExemptionOptionsQuery) => [
    PREFIX,
    'exemptions',
    'options',
    query,
  ],
  overview: (owner: string) => [PREFIX, 'overview', owner],
  clusters: () => [PREFIX, 'clusters'],
  clusterMatrix: () => [PREFIX, 'clusters', 'matrix'],
  drift: (a: string, b: string) => [PREFIX, 'clusters', 'drift', a, b],
  cluster: (name: string, part: string, query: object) => [
    PREFIX,
    'cluster',
    name,
    part,
    query,
  ],
  preflight: (cluster: string) => [PREFIX, 'preflight', cluster],
  scan: (id: string) => [PREFIX, 'scan', id],
};

/** True for the keys that a finished scan of a cluster, or another statement on it, makes old. */
export function agesWithClusterScan(cluster: string) {
  return (key: unknown): boolean =>
    Array.isArray(key) &&
    key[0] === PREFIX &&
    (key[1] === 'clusters' || (key[1] === 'cluster' && key[2] === cluster));
}

/** True for the keys that a finished scan of the entity makes old. */
export function agesWithScanOf(entityRef: string) {
  return (key: unknown): boolean =>
    Array.isArray(key) &&
    key[0] === PREFIX &&
    (key[1] === 'entity'
      ? key[2] === entityRef
      : key[1] === 'entities' || key[1] === 'overview');
}

/** True for the keys that a step on an exemption makes old: of exemptions themselves, and of all that counts findings. */
export function agesWithExemptions(key: unknown): boolean {
  return (
    Array.isArray(key) &&
    key[0] === PREFIX &&
    key[1] !== 'scan' &&
    key[2] !== 'options'
  );
}

/** True for the keys of pages of the register. */
export function isRegister(key: unknown): boolean {
  return Array.isArray(key) && key[0] === PREFIX && key[2] === 'register';
}
