import Ajv from 'ajv';
import { DataTables } from '../model/dataTables';
import { NEWEST_MINOR } from '../model/kubernetesVersion';
import { compareVersions, parseVersion } from '../read/version';
import { DEFAULT_TABLES } from './defaultTables';
import { TABLE_SCHEMAS } from './tableSchemas';

const NAMES = Object.keys(DEFAULT_TABLES) as (keyof DataTables)[];
const {
  agents,
  builtInBindings,
  knownCves,
  providers,
  supportDates,
  toolIds,
  cisIds,
  capabilities,
  runtimeSockets,
  safeSysctls,
} = DEFAULT_TABLES;

const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false });
const validators = new Map(
  NAMES.map(name => [name, ajv.compile(TABLE_SCHEMAS[name])]),
);

function errorsOf(name: keyof DataTables, table: unknown) {
  const validate = validators.get(name)!;
  validate(table);
  return validate.errors ?? [];
}

function repeated(keys: readonly string[]): readonly string[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

describe('every table', () => {
  it('has a schema', () => {
    expect(Object.keys(TABLE_SCHEMAS).sort()).toEqual([...NAMES].sort());
  });

  it.each(NAMES)('%s meets its schema', name => {
    expect(errorsOf(name, DEFAULT_TABLES[name])).toEqual([]);
  });

  it.each(NAMES)('%s is refused where it is broken', name => {
    const table = DEFAULT_TABLES[name];
    const rows = table.rows as readonly object[];
    for (const broken of [
      [],
      { ...table, asOf: 'yesterday' },
      { ...table, asOf: '2026-13-01' },
      { ...table, sources: [] },
      { ...table, rows: [] },
      { ...table, rows: [{}] },
      { ...table, rows: [{ ...rows[0], unknown: 1 }] },
      { ...table, comment: 'x' },
    ])
      expect(errorsOf(name, broken)).not.toEqual([]);
  });

  it.each([
    ['agents', agents.rows.map(({ id }) => id)],
    [
      'builtInBindings',
      builtInBindings.rows.flatMap(
        ({ role, namespace, subjects, distributions }) =>
          distributions.flatMap(one =>
            subjects.map(subject => `${one} ${role} ${namespace} ${subject}`),
          ),
      ),
    ],
    ['capabilities', capabilities.rows.map(({ name }) => name)],
    ['runtimeSockets', runtimeSockets.rows.map(({ runtime }) => runtime)],
    ['safeSysctls', safeSysctls.rows.map(({ name }) => name)],
    ['cisIds', cisIds.rows.map(({ edition, id }) => `${edition} ${id}`)],
    ['knownCves', knownCves.rows.map(({ id }) => id)],
    ['providers', providers.rows.map(({ id }) => id)],
    ['supportDates', supportDates.rows.map(({ product }) => product)],
    ['toolIds', toolIds.rows.map(({ tool, id }) => `${tool} ${id}`)],
  ])('%s has no row twice', (_, keys) => {
    expect(repeated(keys)).toEqual([]);
  });
});

describe('support dates', () => {
  it('begin with Kubernetes, and know the newest minor that is judged', () => {
    const [{ product, cycles }] = supportDates.rows;
    expect(product).toBe('kubernetes');
    expect(cycles.map(({ cycle }) => cycle)).toContain(`1.${NEWEST_MINOR}`);
  });

  it.each(supportDates.rows.map(row => [row.product, row] as const))(
    'of %s are in order',
    (_, { cycles }) => {
      expect(repeated(cycles.map(({ cycle }) => cycle))).toEqual([]);
      for (const { released, ends, extendedEnds } of cycles) {
        const days = [released, ends, extendedEnds].filter(
          day => typeof day === 'string',
        );
        expect([...days].sort()).toEqual(days);
      }
    },
  );

  it.each(
    supportDates.rows[0].cycles.map(cycle => [cycle.cycle, cycle] as const),
  )('hold the patches of Kubernetes %s', (minor, { patches }) => {
    const versions = Object.keys(patches!);
    expect(versions).toContain(`${minor}.0`);
    for (const version of versions)
      expect(version.startsWith(`${minor}.`)).toBe(true);
  });
});

describe('known vulnerabilities', () => {
  it.each(knownCves.rows.map(row => [row.id, row] as const))(
    '%s has ranges that hold something',
    (_, { affected }) => {
      for (const { introduced, fixed = '9999' } of affected)
        expect(
          compareVersions(parseVersion(introduced)!, parseVersion(fixed)!),
        ).toBeLessThan(0);
    },
  );
});

describe('providers', () => {
  it('name products that have support dates', () => {
    const products = supportDates.rows.map(({ product }) => product);
    const named = providers.rows.flatMap(
      ({ supportProduct }) => supportProduct ?? [],
    );
    expect(products).toEqual(expect.arrayContaining(named));
    expect(named).toHaveLength(4);
  });
});

describe('built-in bindings', () => {
  it('are of providers that are known', () => {
    const ids = [
      'kubernetes',
      'kubeadm',
      ...providers.rows.map(provider => provider.id),
    ];
    const named = builtInBindings.rows.flatMap(row => row.distributions);
    expect(ids).toEqual(expect.arrayContaining(named));
  });

  it('say which rules everybody has', () => {
    const everybody = builtInBindings.rows.filter(
      ({ distributions, subjects }) =>
        distributions.includes('kubernetes') &&
        subjects.some(subject =>
          /^Group system:(un)?authenticated$|^Group system:serviceaccounts$/.test(
            subject,
          ),
        ),
    );
    expect(everybody.map(({ role }) => role).sort()).toEqual([
      'ClusterRole system:basic-user',
      'ClusterRole system:discovery',
      'ClusterRole system:public-info-viewer',
      'ClusterRole system:service-account-issuer-discovery',
    ]);
    for (const { rules } of everybody) expect(rules).not.toHaveLength(0);
  });
});
