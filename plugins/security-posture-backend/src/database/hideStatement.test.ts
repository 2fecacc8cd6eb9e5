import { DatabasePostureReader } from './DatabasePostureReader';
import { DatabaseSweepStore } from './DatabaseSweepStore';
import { hideStatement, hideStatements } from './hideStatement';
import { SweepSupersededError } from './SweepStore';
import { openStores } from './__testUtils__/openStores';
import { aChange, aFail } from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';

const MARK = 'hunter2-do-not-show';

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  const open = () => databases.open(databaseId);
  it('says what the database refused, with its code, and neither statement nor values', async () => {
    const stores = await openStores(open);
    const ticket = await stores.begin(1);
    const broken = aChange('web', [aFail('privileged', { actual: MARK })], {
      labels: null as unknown as string,
    });
    const error = await stores.sweeps.saveSubjects(ticket, [broken], 1).then(
      () => undefined,
      (reason: Error) => reason,
    );
    expect(error?.message).toMatch(
      /^The database refused to save findings \((SQLITE_CONSTRAINT_NOTNULL|23502)\)$/,
    );
    expect(JSON.stringify([error, error?.stack, { ...error }])).not.toMatch(
      /hunter2|insert into|labels/,
    );
  });

  it('hides the values of a statement that the driver cannot even send', async () => {
    const knex = await open();
    const error = await hideStatement('look', async () =>
      knex('clusters').where('name', { toString: () => MARK } as never),
    ).then(
      () => undefined,
      (reason: Error) => reason,
    );
    expect(String(error?.message ?? '')).not.toMatch(/select|hunter2/);
  });

  it('hides the statements of lists as well', async () => {
    const knex = await open();
    const read = async () => {
      for await (const _ of hideStatements('list', async function* none() {
        yield await knex.raw(`select '${MARK}' from no_such_table`);
      }));
    };
    await expect(read()).rejects.toThrow(/^The database refused to list \(/);
  });

  it('hides every method of the stores', async () => {
    const knex = await open();
    await knex.destroy();
    const reader = new DatabasePostureReader(knex);
    const sweeps = new DatabaseSweepStore(knex);
    const failures = await Promise.allSettled([
      reader.listClusters(),
      reader.listEntities(),
      reader.getFinding(MARK),
      sweeps.listSubjects(MARK),
      sweeps.begin({ cluster: MARK, trigger: 'schedule', now: 1 }),
    ]);
    for (const failure of failures) {
      expect(failure.status).toBe('rejected');
      expect(String((failure as PromiseRejectedResult).reason)).not.toMatch(
        /select|hunter2/,
      );
    }
  });
});

it.each([
  ['a sweep that was superseded', new SweepSupersededError('a - b')],
  ['an error of our own', new TypeError('a - b is no function')],
])('lets %s through', async (_, error) => {
  await expect(
    hideStatement('look', async () => {
      throw error;
    }),
  ).rejects.toBe(error);
});
