import { Knex } from 'knex';
import { CatalogScope, scopeTypeOf } from '../resolve/CatalogScope';
import { openStores, Stores } from './__testUtils__/openStores';
import { aLink } from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';

const PAYMENTS = 'group:default/payments';
const SHOP = 'group:default/shop';
const CHECKOUT = 'system:default/checkout';
const SALES = 'domain:default/sales';

const databases = testDatabases();

function aScope(ref: string, rest: Partial<CatalogScope> = {}): CatalogScope {
  return { ref, type: scopeTypeOf(ref)!, ...rest };
}

/** A hierarchy of each kind. */
const HIERARCHY = [
  aScope(PAYMENTS, { title: 'Payments', parent: SHOP }),
  aScope(SHOP),
  aScope(CHECKOUT, { parent: SALES }),
  aScope(SALES),
  aScope('group:default/idle'),
];

describe.each(databases.ids)('scopes on %s', databaseId => {
  let stores: Stores;
  let knex: Knex;

  beforeEach(async () => {
    stores = await openStores(() => databases.open(databaseId));
    knex = stores.knex;
  });

  /** Resolves entities by name, each with its own scopes. */
  async function resolve(
    entities: Readonly<Record<string, readonly string[]>>,
    scopes: readonly CatalogScope[] = HIERARCHY,
  ) {
    const links = Object.keys(entities).map(name => aLink(name, []));
    await stores.saveLinks(links, 1000);
    return stores.resolving.saveScopes(
      scopes,
      Object.entries(entities).map(([name, own]) => ({
        entityRef: `component:default/${name}`,
        scopes: own,
      })),
    );
  }

  /** `name scope depth` of every row. */
  async function closure(): Promise<string[]> {
    const rows = await knex('entity_scopes');
    return rows
      .map(row => `${row.entity_ref} ${row.scope_ref} ${row.depth}`)
      .map(text => text.replaceAll(/\w+:default\//g, ''))
      .sort();
  }

  async function stored(): Promise<Record<string, object>> {
    const rows = await knex('scopes');
    return Object.fromEntries(rows.map(({ ref, ...row }) => [ref, row]));
  }

  async function due(): Promise<string[]> {
    const rows = await knex('entities').whereNotNull('rollup_due');
    return rows.map(row => row.entity_ref).sort();
  }

  it('hold an entity of several groups and a system, all the way up', async () => {
    await resolve({
      web: [PAYMENTS, 'group:default/idle', CHECKOUT],
      api: [SHOP],
    });
    expect(await closure()).toEqual([
      'api shop 0',
      'web checkout 0',
      'web idle 0',
      'web payments 0',
      'web sales 1',
      'web shop 1',
    ]);
    expect(await stored()).toEqual({
      [PAYMENTS]: { type: 'group', title: 'Payments', parent_ref: SHOP },
      [SHOP]: { type: 'group', title: null, parent_ref: null },
      'group:default/idle': { type: 'group', title: null, parent_ref: null },
      [CHECKOUT]: { type: 'system', title: null, parent_ref: SALES },
      [SALES]: { type: 'domain', title: null, parent_ref: null },
    });
  });

  it('are written where they differ, and nowhere else', async () => {
    const entities = { web: [PAYMENTS], api: [CHECKOUT] };
    await resolve(entities);
    await knex('entities').update({ rollup_due: null });
    const writes: string[] = [];
    knex.on('query', ({ sql }) => {
      if (!/^(select|with)/i.test(sql)) writes.push(sql);
    });
    await resolve(entities);
    expect(writes).toEqual([]);
    await resolve({ ...entities, api: [PAYMENTS] });
    expect(writes).not.toEqual([]);
    expect(await due()).toEqual(['component:default/api']);
    expect(await closure()).toEqual([
      'api payments 0',
      'api shop 1',
      'web payments 0',
      'web shop 1',
    ]);
  });

  it('follow a group that gets another title or parent', async () => {
    await resolve({ web: [PAYMENTS] });
    await knex('entities').update({ rollup_due: null });
    const [payments, ...rest] = HIERARCHY;
    await resolve({ web: [PAYMENTS] }, [
      { ...payments, title: 'Pay', parent: 'group:default/idle' },
      ...rest,
    ]);
    expect((await stored())[PAYMENTS]).toEqual({
      type: 'group',
      title: 'Pay',
      parent_ref: 'group:default/idle',
    });
    expect(await closure()).toEqual(['web idle 1', 'web payments 0']);
    expect(await due()).toEqual(['component:default/web']);
  });

  it('go with the catalog, and stay without title where an entity still names them', async () => {
    await resolve({ web: [PAYMENTS], api: [SHOP] });
    const { keptMissing } = await resolve(
      { web: [PAYMENTS], api: [SHOP] },
      HIERARCHY.slice(1, -1),
    );
    expect(keptMissing).toBe(0);
    expect(await stored()).toMatchObject({
      [PAYMENTS]: { title: null, parent_ref: null },
    });
    expect(await stored()).not.toHaveProperty('group:default/idle');
    expect(await closure()).toEqual(['api shop 0', 'web payments 0']);
  });

  it('stay where over a fifth of them went at once', async () => {
    await resolve({ web: [PAYMENTS] });
    const { keptMissing } = await resolve({ web: [PAYMENTS] }, [HIERARCHY[0]]);
    expect(keptMissing).toBe(4);
    expect(Object.keys(await stored())).toHaveLength(5);
    expect(await closure()).toEqual(['web payments 0', 'web shop 1']);
  });

  it('lose entities that are gone, and keep those that a listing lost with too many others', async () => {
    const entities = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e', 'f'].map(name => [name, [PAYMENTS]]),
    );
    await resolve(entities);
    const { a, ...fewer } = entities;
    await resolve(fewer);
    expect((await closure()).filter(row => row.startsWith('a'))).toEqual([]);
    await resolve({ b: [SHOP] });
    expect(await closure()).toEqual(
      [
        'b shop 0',
        ...['c', 'd', 'e', 'f'].flatMap(name => [
          `${name} payments 0`,
          `${name} shop 1`,
        ]),
      ].sort(),
    );
  });
});
