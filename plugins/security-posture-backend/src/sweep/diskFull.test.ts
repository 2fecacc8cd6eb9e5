import { Knex } from 'knex';
import { dumpTables } from '../database/__testUtils__/openStores';
import { CLUSTER } from '../database/__testUtils__/samples';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { aDeployment, collected, PRIVILEGED } from './__testUtils__/collected';
import { anEntity, SweepHarness } from './__testUtils__/SweepHarness';

const WEB = 'component:default/web';
const SHOP = aDeployment('web', PRIVILEGED) + aDeployment('worker');
const GROWN = Array.from({ length: 60 }, (_, index) =>
  aDeployment(`new-${index}`, PRIVILEGED),
).reduce((all, one) => all + one, aDeployment('web'));

/** Leaves no room for further findings, as a full disk does. Answers with what makes room again. */
async function fillDisk(knex: Knex): Promise<() => Promise<unknown>> {
  if (knex.client.config.client.includes('sqlite')) {
    const [{ page_count: pages }] = await knex.raw('PRAGMA page_count');
    await knex.raw(`PRAGMA max_page_count = ${pages + 4}`);
    return () => knex.raw('PRAGMA max_page_count = 1000000');
  }
  await knex.raw(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$`);
  await knex.raw(
    'CREATE TRIGGER no_room BEFORE INSERT ON findings EXECUTE FUNCTION no_room()',
  );
  return () => knex.raw('DROP TRIGGER no_room ON findings');
}

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  async function swept(...contents: string[]): Promise<SweepHarness> {
    const harness = await SweepHarness.open(() => databases.open(databaseId));
    harness.entities = [anEntity('web'), anEntity('worker')];
    for (const content of contents) {
      await harness.sweep(collected(content));
      await harness.resolve();
      harness.now += 1000;
    }
    return harness;
  }

  describe('fault: disk full', () => {
    it('serves the last posture, says that the sweep failed and with which code, and goes on once there is room', async () => {
      const harness = await swept(SHOP);
      const before = await harness.stores.view(WEB);
      const makeRoom = await fillDisk(harness.stores.knex);
      await expect(harness.sweep(collected(GROWN))).rejects.toThrow(
        /The database refused to save findings \((?:SQLITE_FULL|53100)\)/,
      );
      expect(await harness.stores.view(WEB)).toEqual(before);
      expect(await harness.stores.reader.getCluster(CLUSTER)).toMatchObject({
        state: 'scanned',
        sweepNo: 1,
        failingSince: 2000,
      });
      expect(await harness.stores.reader.getLastSweep(CLUSTER)).toMatchObject({
        status: 'failed',
        reason: 'partial',
      });

      await makeRoom();
      await harness.sweep(collected(GROWN));
      await harness.resolve();
      const undisturbed = await swept(SHOP, GROWN);
      expect(await harness.stores.view(WEB)).toEqual(
        await undisturbed.stores.view(WEB),
      );
      const { findings, subjects } = await dumpTables(harness.stores.knex);
      const expected = await dumpTables(undisturbed.stores.knex);
      expect(findings).toHaveLength(expected.findings.length);
      expect(subjects).toHaveLength(expected.subjects.length);
    });
  });
});
