import { parseEntityRef } from '@backstage/catalog-model';
import type {
  FindingRow,
  FindingsFilter,
} from 'backstage-plugin-security-posture-common';
import { addDays, dayOf, isDay } from './days';
import { SEVERITIES } from './severities';

/** What the findings explorer keeps in the address as its filters, and what holds where the address says nothing. */
export const NO_EXPLORER_FILTERS = {
  search: '',
  severity: [] as readonly string[],
  state: '',
  control: [] as readonly string[],
  category: '',
  framework: '',
  cluster: [] as readonly string[],
  production: '',
  namespace: '',
  owner: '',
  system: '',
  entity: '',
  since: '',
};

/** The filters of the findings explorer, as the address has them. */
export type ExplorerFilters = {
  [Name in keyof typeof NO_EXPLORER_FILTERS]: (typeof NO_EXPLORER_FILTERS)[Name] extends string
    ? string
    : readonly string[];
};

/** The name of a filter in the address. */
export type ExplorerFilterName = keyof ExplorerFilters;

/** States that findings are filtered by. */
export const EXPLORER_STATES = [
  'failing',
  'exempted',
  'notEvaluated',
  'stale',
] as const;

/** A state that findings are filtered by. */
export type ExplorerState = (typeof EXPLORER_STATES)[number];

/** Categories of controls, in the order of the library. */
export const CATEGORIES: readonly FindingRow['category'][] = [
  'podSpec',
  'image',
  'network',
  'rbac',
  'version',
  'controlPlane',
  'node',
];

/** The frameworks that findings are filtered by. */
export const FRAMEWORK_IDS: readonly NonNullable<
  FindingsFilter['framework']
>[] = [
  'nsa',
  'pss-baseline',
  'pss-restricted',
  'cis',
  'nist-800-190',
  'owasp-k8s',
];

/** Stretches of time in which a finding opened, in days before today. */
export const SINCE_DAYS = [1, 7, 30, 90] as const;

const STATE_QUERIES: Readonly<Record<ExplorerState, FindingsFilter>> = {
  failing: { outcomes: ['fail'], exempted: false },
  exempted: { exempted: true },
  notEvaluated: { outcomes: ['notEvaluated'] },
  stale: { stale: true },
};

/** A value of the address that no filter knows. */
export interface RefusedFilter {
  name: ExplorerFilterName;
  value: string;
}

const CHECKS: Partial<Record<ExplorerFilterName, (value: string) => boolean>> =
  {
    severity: isOneOf(SEVERITIES),
    state: isOneOf(EXPLORER_STATES),
    category: isOneOf(CATEGORIES),
    framework: isOneOf(FRAMEWORK_IDS),
    production: isOneOf(['true', 'false']),
    owner: isRef,
    system: isRef,
    entity: isRef,
    since: value => daysOf(value) !== undefined || isDay(value),
  };

function isOneOf(words: readonly string[]): (value: string) => boolean {
  return value => words.includes(value);
}

function isRef(value: string): boolean {
  try {
    parseEntityRef(value);
    return true;
  } catch {
    return false;
  }
}

/** The values that cannot be asked for: a word that there is not, a day that is none, a ref that is not whole. */
export function refusedFilters(filters: ExplorerFilters): RefusedFilter[] {
  const names = Object.keys(CHECKS) as ExplorerFilterName[];
  return names.flatMap(name =>
    [filters[name]]
      .flat()
      .filter(value => value !== '' && !CHECKS[name]!(value))
      .map(value => ({ name, value })),
  );
}

/** The number of days in a text such as `7d`; undefined for any other text. */
export function daysOf(since: string): number | undefined {
  const days = /^(\d{1,3})d$/.exec(since)?.[1];
  return days === undefined ? undefined : Number(days);
}

/**
 * What to ask the API to choose. Days before today become a date, so that the question is the same all day.
 * @param now - epoch milliseconds
 */
export function findingsFilter(
  filters: ExplorerFilters,
  now: number,
): FindingsFilter {
  const { search, severity, state, control, category, framework } = filters;
  const { cluster, production, namespace, owner, system, entity } = filters;
  const since = sinceOf(filters.since, now);
  return withoutEmpty({
    search,
    severities: severity as FindingsFilter['severities'],
    ...STATE_QUERIES[state as ExplorerState],
    controls: [...control],
    categories: (category ? [category] : []) as FindingsFilter['categories'],
    framework: framework as FindingsFilter['framework'],
    clusters: [...cluster],
    ...(production ? { production: production === 'true' } : {}),
    namespaces: namespace ? [namespace] : [],
    owner,
    system,
    entity,
    since,
  });
}

function sinceOf(since: string, now: number): string {
  const days = daysOf(since);
  return days === undefined ? since : addDays(dayOf(now), -days);
}

function withoutEmpty(filter: FindingsFilter): FindingsFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([, value]) =>
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** One text for one choice of filters, as the address has it: `severity=critical,high&state=failing`. */
export function filtersText(filters: Partial<ExplorerFilters>): string {
  return new URLSearchParams(addressOf(filters)).toString();
}

/** The filters that are set, by the names and in the words of the address. */
export function addressOf(
  filters: Partial<ExplorerFilters>,
): Record<string, string> {
  const names = Object.keys(NO_EXPLORER_FILTERS) as ExplorerFilterName[];
  return Object.fromEntries(
    names
      .map(name => [name, [filters[name] ?? ''].flat().join(',')])
      .filter(([, text]) => text !== ''),
  );
}
