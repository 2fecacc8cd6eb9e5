import { Finding } from 'security-posture-engine';
import { createOwnerIndex, ownersHash } from '../resolve/OwnerIndex';
import { dumpTables, openStores, Stores } from './__testUtils__/openStores';
import {
  aChange,
  aFail,
  aLink,
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

testDatabases().forEach(open => {
  async function afterSweep(): Promise<Stores> {
    const stores = await openStores(open);
    const subjects = [
      aChange('web', [aPass('tagged'), aFail('privileged')]),
      aChange('worker', [aPass('tagged')]),
    ];
    await stores.sweep({ subjects }, 1000);
    return stores;
  }

  async function idsOf(stores: Stores, ...names: string[]): Promise<number[]> {
    const rows = await stores
      .knex('subjects')
      .whereIn('key', names.map(keyOf))
      .orderBy('id');
    return rows.map(row => row.id);
  }

  async function openLinks(stores: Stores): Promise<string[]> {
    const rows = await stores
      .knex('entity_subjects')
      .whereNull('valid_to')
      .orderBy(['entity_ref', 'subject_id']);
    return rows.map(row => `${row.entity_ref} ${row.subject_id}`);
  }

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

  describe('links', () => {
    it('are opened, kept and ended with their times', async () => {
      const stores = await afterSweep();
      const [web, worker] = await idsOf(stores, 'web', 'worker');
      await stores.resolving.saveLinks([aLink('web', [web])], 2000);
      await stores.resolving.saveLinks([aLink('web', [web, worker])], 3000);
      await stores.resolving.saveLinks([aLink('web', [worker])], 4000);
      const rows = await stores.knex('entity_subjects').orderBy('subject_id');
      expect(
        rows.map(row => [
          row.subject_id,
          Number(row.valid_from),
          row.valid_to && Number(row.valid_to),
        ]),
      ).toEqual([
        [web, 2000, 4000],
        [worker, 3000, null],
      ]);
      await stores.resolving.saveLinks([aLink('web', [web, worker])], 5000);
      expect(await openLinks(stores)).toEqual([
        `${WEB} ${web}`,
        `${WEB} ${worker}`,
      ]);
    });

    it('are not written where nothing differs', async () => {
      const stores = await afterSweep();
      const ids = await idsOf(stores, 'web', 'worker');
      await stores.resolving.saveLinks([aLink('web', ids)], 2000);
      const before = await dumpTables(stores.knex);
      const writes: string[] = [];
      stores.knex.on('query', ({ sql }: { sql: string }) => {
        if (/^(insert|update|delete)/.test(sql)) writes.push(sql);
      });
      await stores.resolving.saveLinks([aLink('web', ids)], 3000);
      expect(writes).toEqual([]);
      expect(await dumpTables(stores.knex)).toEqual(before);
    });

    it('may be many', async () => {
      const stores = await afterSweep();
      const [web] = await idsOf(stores, 'web');
      const many = Array.from({ length: 1100 }, (_, index) =>
        aLink(`web-${index}`, [web]),
      );
      await stores.resolving.saveLinks(many, 2000);
      expect(await openLinks(stores)).toHaveLength(1100);
      expect(await stores.resolving.saveLinks(many, 3000)).toEqual({
        keptMissing: 0,
      });
      expect(
        await stores.knex('entity_subjects').whereNot('valid_from', 2000),
      ).toEqual([]);
    });
  });

  describe('entities', () => {
    const ten = Array.from({ length: 10 }, (_, index) => index);

    it('go with their links, and come back', async () => {
      const stores = await afterSweep();
      const [web] = await idsOf(stores, 'web');
      const all = ten.map(index => aLink(`web-${index}`, [web]));
      await stores.resolving.saveLinks(all, 2000);
      expect(await stores.resolving.saveLinks(all.slice(2), 3000)).toEqual({
        keptMissing: 0,
      });
      expect((await stores.reader.listEntities()).length).toBe(8);
      expect(await openLinks(stores)).toHaveLength(8);
      expect(await stores.resolving.listOwners(CLUSTER)).toHaveLength(8);
      expect(
        await stores.reader.getEntity('component:default/web-0'),
      ).toBeUndefined();
      await stores.resolving.saveLinks(all, 4000);
      expect((await stores.reader.listEntities()).length).toBe(10);
      expect(await openLinks(stores)).toHaveLength(10);
    });

    it('stay with their links where more than a fifth goes at once', async () => {
      const stores = await afterSweep();
      const [web, worker] = await idsOf(stores, 'web', 'worker');
      await stores.resolving.saveLinks(
        ten.map(index => aLink(`web-${index}`, [web])),
        2000,
      );
      const rest = ten.slice(3).map(index => aLink(`web-${index}`, [worker]));
      expect(await stores.resolving.saveLinks(rest, 3000)).toEqual({
        keptMissing: 3,
      });
      expect((await stores.reader.listEntities()).length).toBe(10);
      expect(await openLinks(stores)).toEqual(
        ten.map(
          index => `component:default/web-${index} ${index < 3 ? web : worker}`,
        ),
      );
    });

    it('are written whole', async () => {
      const stores = await afterSweep();
      const link = aLink('web', [], ['system']);
      const entity = {
        ...link.entity,
        uid: 'u',
        title: 'Web',
        owner: 'group:default/shop',
        system: 'system:default/shop',
        lifecycle: 'production',
        type: 'service',
      };
      await stores.resolving.saveLinks([{ ...link, entity }], 2000);
      expect(await stores.reader.getEntity(WEB)).toEqual({
        entityRef: WEB,
        kind: 'component',
        uid: 'u',
        title: 'Web',
        owner: 'group:default/shop',
        system: 'system:default/shop',
        lifecycle: 'production',
        type: 'service',
        tags: ['system'],
        mapping: link.mapping,
        parts: [],
      });
    });
  });

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
      await stores.sweeps.closeGone(ticket, await idsOf(stores, 'web'), 2000);
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
    expect(await stores.resolving.listStoredSubjects()).toHaveLength(620);
    const sizes = [];
    for await (const page of stores.resolving.listOutcomes(CLUSTER))
      sizes.push(page.length);
    expect(sizes).toEqual([500, 120]);
    expect(await stores.resolving.listClusterNames()).toEqual([CLUSTER]);
  });
});
