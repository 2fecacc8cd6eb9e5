import { sweptStores } from './__testUtils__/openStores';
import { aLink } from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';
import { DatabaseRollupStore } from './DatabaseRollupStore';
import { markRollupDue } from './operations/markRollupDue';

const NAMES = Array.from({ length: 200 }, (_, index) => `service-${index}`);

const REFS = NAMES.map(name => `component:default/${name}`);

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  it('who lists entities anew and who sums them up never wait for each other', async () => {
    const stores = await sweptStores(() => databases.open(databaseId));
    const rollup = new DatabaseRollupStore(stores.knex);
    const list = (tag: string) =>
      stores.saveLinks(
        [...NAMES].reverse().map(name => aLink(name, [], [tag])),
        2000,
      );
    const sumUp = async () => {
      await markRollupDue(stores.knex, REFS);
      for await (const page of rollup.listDue('due', 2000))
        expect(page.length).toBeGreaterThan(0);
    };
    await list('0');
    for (let round = 1; round <= 10; round += 1) {
      let listing = true;
      const listed = list(`${round}`).finally(() => {
        listing = false;
      });
      while (listing) await sumUp();
      await listed;
    }
    expect(
      await stores.knex('entities').where({ tags: '["10"]' }),
    ).toHaveLength(REFS.length);
  });

  it('two who list new entities in different orders never wait for each other', async () => {
    const stores = await sweptStores(() => databases.open(databaseId));
    for (let round = 1; round <= 5; round += 1) {
      const links = NAMES.map(name => aLink(`${name}-${round}`, []));
      const listed = [...links, ...[...links].reverse()];
      await Promise.all([
        stores.resolving.saveEntities(listed.slice(0, links.length), 2000),
        stores.resolving.saveEntities(listed.slice(links.length), 2000),
      ]);
    }
    const [{ total }] = await stores.knex('entities').count({ total: '*' });
    expect(Number(total)).toBe(5 * NAMES.length);
  });
});
