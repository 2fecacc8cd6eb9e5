import { Finding } from 'security-posture-engine';
import { createOwnerIndex, ownersHash } from '../resolve/OwnerIndex';
import {
  dumpTables,
  openStores,
  Stores,
  sweptStores,
} from './__testUtils__/openStores';
import {
  aChange,
  aFail,
  aPart,
  aPass,
  aSubject,
  CLUSTER,
  keyOf,
  PROFILE,
} from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';
import { decodeOutcomes } from './outcomes';

const WEB = 'component:default/web';

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  const open = () => databases.open(databaseId);
  const afterSweep = () => sweptStores(open);

  /** What runResolve does for the owners of a cluster, with one control that says what it is told. */
  async function judgeAgain(
    stores: Stores,
    finding: Partial<Finding> & Pick<Finding, 'outcome'>,
    now: number,
  ) {
    const owners = createOwnerIndex(await stores.resolving.listOwners(CLUSTER));
    const misjudged = await stores.resolving.listMisjudged(CLUSTER, owners);
    const judgements = misjudged.map(subject => ({
      subject,
      findings: [
        {
          control: 'tagged',
          subject: aSubject(subject.name),
          severity: 'low' as const,
          violations: [],
          ...finding,
        },
      ],
      inGap: new Set<string>(),
    }));
    await stores.resolving.saveEntityFindings(CLUSTER, judgements, now);
    return misjudged.map(({ name }) => name);
  }

  describe('workloads whose owners change', () => {
    it('are judged again, once, and their findings are published at once', async () => {
      const stores = await afterSweep();
      await stores.link('web', [keyOf('web')], 2000);
      expect(await judgeAgain(stores, { outcome: 'fail' }, 2000)).toEqual([
        'web',
      ]);
      expect(await judgeAgain(stores, { outcome: 'fail' }, 3000)).toEqual([]);
      const { findings } = await stores.view(WEB);
      expect(findings.map(({ control }) => control)).toEqual([
        'privileged',
        'tagged',
      ]);
      const [{ outcomes }] = await stores
        .knex('subjects')
        .where({ key: keyOf('web') });
      expect(
        decodeOutcomes(outcomes).map(
          ({ control, outcome }) => `${control} ${outcome}`,
        ),
      ).toEqual(['privileged fail', 'tagged fail']);
    });

    it('are judged again where tags change, and where the last owner goes', async () => {
      const stores = await afterSweep();
      await stores.link('web', [keyOf('web')], 2000);
      await judgeAgain(stores, { outcome: 'fail' }, 2000);
      await stores.link('web', [keyOf('web')], 3000, ['system']);
      expect(await judgeAgain(stores, { outcome: 'pass' }, 3000)).toEqual([
        'web',
      ]);
      expect(
        (await stores.view(WEB)).findings.map(({ control }) => control),
      ).toEqual(['privileged']);
      await stores.link('web', [], 4000);
      expect(
        await judgeAgain(
          stores,
          { outcome: 'notApplicable', reason: 'nothingToJudge' },
          4000,
        ),
      ).toEqual(['web']);
    });

    it('are left to a running sweep that has written them, and judged after it', async () => {
      const stores = await afterSweep();
      const ticket = await stores.begin(2000);
      const web = aChange('web', [aPass('tagged'), aFail('other')]);
      await stores.sweeps.saveSubjects(ticket, [web], 2000);
      await stores.link('web', [keyOf('web')], 2500);
      const before = await dumpTables(stores.knex);
      expect(await judgeAgain(stores, { outcome: 'fail' }, 2500)).toEqual([
        'web',
      ]);
      expect(await dumpTables(stores.knex)).toEqual(before);

      await stores.publish(ticket, 3000);
      expect(await judgeAgain(stores, { outcome: 'fail' }, 3500)).toEqual([
        'web',
      ]);
      expect(
        (await stores.view(WEB)).findings.map(({ control }) => control),
      ).toEqual(['other', 'tagged']);
    });

    it('get no finding while a running sweep says that they are gone, so that the next one can undo that', async () => {
      const stores = await afterSweep();
      const ticket = await stores.begin(2000);
      await stores.sweeps.closeGone(ticket, await stores.idsOf('web'), 2000);
      await stores.link('web', [keyOf('web')], 2500);
      await judgeAgain(stores, { outcome: 'fail' }, 2500);
      await stores.begin(3000);
      expect(
        (await stores.view(WEB)).findings.map(({ control }) => control),
      ).toEqual(['privileged']);
    });

    it('are written by the next sweep again, whatever it finds', async () => {
      const stores = await afterSweep();
      await stores.link('web', [keyOf('web')], 2000);
      await judgeAgain(stores, { outcome: 'fail' }, 2000);
      const known = await stores.sweeps.listSubjects(CLUSTER);
      expect(known.get(keyOf('web'))?.outcomesHash).toBe('');
      expect(known.get(keyOf('worker'))?.outcomesHash).not.toBe('');
    });

    it('are judged again after a sweep was undone that judged them for their new owners', async () => {
      const stores = await afterSweep();
      await stores.link('web', [keyOf('web')], 1500);
      const judgedFor = ownersHash([{ ref: WEB, tags: [] }]);
      const ticket = await stores.begin(2000);
      await stores.sweeps.saveSubjects(
        ticket,
        [aChange('web', [aFail('tagged')], { judgedFor })],
        2000,
      );
      await stores.begin(3000);
      expect(await judgeAgain(stores, { outcome: 'fail' }, 3500)).toEqual([
        'web',
      ]);
    });
  });

  describe('the parts of a cluster', () => {
    const web = aChange('web', [aFail('privileged')]);
    const part = aPart(WEB, [web]);

    it('are published at once, and not written where they are the same', async () => {
      const stores = await afterSweep();
      await stores.link('web', [keyOf('web')], 1500);
      await stores.resolving.saveClusterParts(
        CLUSTER,
        [part],
        'library-1',
        2000,
      );
      expect((await stores.reader.getEntity(WEB))?.parts).toEqual([
        {
          cluster: CLUSTER,
          profile: PROFILE,
          subjects: 1,
          tallies: part.tallies,
          library: 'library-1',
        },
      ]);
      await stores.resolving.saveClusterParts(
        CLUSTER,
        [part],
        'library-1',
        3000,
      );
      expect(await stores.knex('posture_parts')).toMatchObject([
        { changed_at: expect.anything() },
      ]);
      expect(Number((await stores.knex('posture_parts'))[0].changed_at)).toBe(
        2000,
      );
    });

    it('that no entity has any more are parts of nothing', async () => {
      const stores = await afterSweep();
      await stores.link('web', [keyOf('web')], 1500);
      await stores.resolving.saveClusterParts(
        CLUSTER,
        [part],
        'library-1',
        2000,
      );
      await stores.resolving.saveClusterParts(CLUSTER, [], 'library-1', 3000);
      expect((await stores.reader.getEntity(WEB))?.parts).toEqual([]);
    });

    it('are left to a running sweep that has written them', async () => {
      const stores = await afterSweep();
      await stores.link('web', [keyOf('web')], 1500);
      await stores.resolving.saveClusterParts(
        CLUSTER,
        [part],
        'library-1',
        2000,
      );
      const ticket = await stores.begin(2500);
      const swept = { ...part, subjects: 7 };
      await stores.sweeps.saveParts(ticket, [swept], 'library-2', 2600);
      await stores.resolving.saveClusterParts(
        CLUSTER,
        [{ ...part, subjects: 5 }],
        'library-1',
        3000,
      );
      expect((await stores.reader.getEntity(WEB))?.parts).toMatchObject([
        { subjects: 1, library: 'library-1' },
      ]);
      await stores.publish(ticket, 4000);
      expect((await stores.reader.getEntity(WEB))?.parts).toMatchObject([
        { subjects: 7, library: 'library-2' },
      ]);
    });

    it('that a sweep changes twice are restored to what was published', async () => {
      const stores = await afterSweep();
      await stores.link('web', [keyOf('web')], 1500);
      await stores.resolving.saveClusterParts(
        CLUSTER,
        [part],
        'library-1',
        2000,
      );
      const ticket = await stores.begin(2500);
      await stores.sweeps.saveParts(
        ticket,
        [{ ...part, subjects: 7 }],
        'library-2',
        2600,
      );
      await stores.sweeps.saveParts(
        ticket,
        [{ ...part, subjects: 8 }],
        'library-2',
        2700,
      );
      await stores.begin(3000);
      expect((await stores.reader.getEntity(WEB))?.parts).toMatchObject([
        { subjects: 1, library: 'library-1' },
      ]);
    });
  });

  it('reads what is stored for the resolver page by page', async () => {
    const stores = await openStores(open);
    const many = Array.from({ length: 620 }, (_, index) =>
      aChange(`web-${index}`, [aPass('tagged')]),
    );
    await stores.sweep({ subjects: many }, 1000);
    expect(await stores.resolving.listStoredSubjects(CLUSTER)).toHaveLength(
      620,
    );
    const sizes = [];
    for await (const page of stores.resolving.listOutcomes(CLUSTER))
      sizes.push(page.length);
    expect(sizes).toEqual([500, 120]);
    const listed = await stores.resolving.listSweepStates();
    expect(listed.map(({ cluster }) => cluster)).toEqual([CLUSTER]);
  });
});
