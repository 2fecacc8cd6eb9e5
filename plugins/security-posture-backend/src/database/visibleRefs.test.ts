import { whereVisible } from './operations/visibleRefs';
import { openStores } from './__testUtils__/openStores';
import { aLink } from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';

const NAMES = ['web', 'a"b', 'a\\b', 'a,b', '{}', 'null', "o'hara", ' '];

/** One set for both databases, which take it in different forms. */
const SHARED = new Set(['component:default/web', 'component:default/a"b']);

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  async function seen(refs: ReadonlySet<string> | 'all' | 'none') {
    const stores = await openStores(() => databases.open(databaseId));
    await stores.saveLinks(
      NAMES.map(name => aLink(name, [])),
      1000,
    );
    const rows: { entity_ref: string }[] = await stores
      .knex('entities')
      .modify(whereVisible, 'entity_ref', refs)
      .orderBy('entity_ref')
      .select('entity_ref');
    return new Set(rows.map(row => row.entity_ref));
  }

  it.each(NAMES)('shows what is called %j, and nothing else', async name => {
    const refs = new Set([`component:default/${name}`]);
    expect(await seen(refs)).toEqual(refs);
  });

  it('shows some, all and none', async () => {
    expect(await seen(SHARED)).toEqual(SHARED);
    expect((await seen('all')).size).toBe(NAMES.length);
    expect((await seen('none')).size).toBe(0);
    expect((await seen(new Set())).size).toBe(0);
  });
});
