import { evidenceHash } from 'security-posture-engine';
import { openStores, Stores } from './__testUtils__/openStores';
import {
  aChange,
  aFail,
  aPass,
  CLUSTER,
  findingKeyOf,
  keyOf,
} from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';
import { DatabaseExemptionStore } from './DatabaseExemptionStore';
import { ExemptionsFilter, NewExemption } from './ExemptionStore';

const WEB = 'component:default/web';
const OLGA = 'user:default/olga';
const SAM = 'user:default/sam';
const VERA = 'user:default/vera';
const END = 10_000;

const databases = testDatabases();

describe.each(databases.ids)('exemptions on %s', databaseId => {
  let stores: Stores;
  let exemptions: DatabaseExemptionStore;

  const webOf = (actual: string, rest = {}) =>
    aChange('web', [aFail('privileged', { actual, ...rest })]);
  const workerOf = () => aChange('worker', [aFail('privileged')]);

  beforeEach(async () => {
    stores = await openStores(() => databases.open(databaseId));
    exemptions = new DatabaseExemptionStore(stores.knex);
    await stores.sweep({ subjects: [webOf('true'), workerOf()] }, 1000);
    await stores.link('web', [keyOf('web')], 1500);
    await stores.knex('entities').update({ rollup_due: null });
  });

  const ofWeb = (rest: Partial<NewExemption> = {}): NewExemption => ({
    scope: 'finding',
    control: 'privileged',
    severity: 'high',
    findingKey: findingKeyOf('privileged', 'web'),
    evidenceHash: evidenceHash(aFail('privileged').violations!),
    subjectId: 1,
    entityRef: WEB,
    cluster: CLUSTER,
    category: 'migration',
    reason: 'Until the new node agent is rolled out',
    requestedBy: OLGA,
    expiresAt: END,
    ...rest,
  });

  const approve = (id: string, actor = SAM, at = 3000) =>
    exemptions.take(id, { what: 'approved', actor, at });

  async function anApproved(rest: Partial<NewExemption> = {}) {
    const { id } = await exemptions.create(ofWeb(rest), 2000);
    await approve(id);
    await stores.knex('entities').update({ rollup_due: null });
    return id;
  }

  async function isDue(): Promise<boolean> {
    const row = await stores
      .knex('entities')
      .where({ entity_ref: WEB })
      .first('rollup_due');
    return row.rollup_due !== null;
  }

  async function historyOf(id: string) {
    const events = (await exemptions.get(id))!.events;
    return events.map(({ what, actor }) => `${what} by ${actor}`);
  }

  async function changes() {
    const rows = await stores.knex('changes').orderBy('id');
    return rows
      .filter(({ what }) => what.startsWith('exemption'))
      .map(row => `${row.what} ${row.scope_ref}: ${row.from} to ${row.to}`);
  }

  it('asks, with a step in its history and no effect yet', async () => {
    const asked = await exemptions.create(ofWeb(), 2000);
    expect(asked).toMatchObject({
      ...ofWeb(),
      state: 'pending',
      source: 'request',
      requestedAt: 2000,
      version: 1,
      appliesTo: 1,
      subject: { cluster: CLUSTER, kind: 'Deployment', name: 'web' },
    });
    expect(await historyOf(asked.id)).toEqual([`requested by ${OLGA}`]);
    expect(await isDue()).toBe(false);
    expect(await changes()).toEqual([]);
  });

  it('answers the same request by the same person with the one that waits', async () => {
    const [first, second] = await Promise.all([
      exemptions.create(ofWeb(), 2000),
      exemptions.create(ofWeb(), 2001),
    ]);
    expect(second.id).toBe(first.id);
    expect(await historyOf(first.id)).toHaveLength(1);
    await expect(
      exemptions.create(ofWeb({ requestedBy: VERA }), 2002),
    ).rejects.toThrow(
      `${OLGA} asked for the same exemption already; ${first.id} waits for approval`,
    );
  });

  it('takes a new request once the one before is decided on', async () => {
    const first = await anApproved();
    const second = await exemptions.create(ofWeb(), 4000);
    expect(second.id).not.toBe(first);
  });

  it('counts from the approval on: history, changes and roll-ups learn of it', async () => {
    const { id } = await exemptions.create(ofWeb(), 2000);
    const { taken, exemption } = await approve(id);
    expect(taken).toBe(true);
    expect(exemption).toMatchObject({
      state: 'approved',
      decidedBy: SAM,
      decidedAt: 3000,
      version: 2,
    });
    expect(await historyOf(id)).toEqual([
      `requested by ${OLGA}`,
      `approved by ${SAM}`,
    ]);
    expect(await isDue()).toBe(true);
    expect(await changes()).toEqual([
      `exemptionApproved ${WEB}: pending to approved`,
    ]);
  });

  it('takes one of two approvals at once, and tells the other how it stands', async () => {
    const { id } = await exemptions.create(ofWeb(), 2000);
    const approvers = Array.from({ length: 6 }, (_, n) => `user:default/a${n}`);
    const results = await Promise.allSettled(
      approvers.map(actor => approve(id, actor)),
    );
    const won = results.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    const { decidedBy } = (await exemptions.get(id))!;
    const refused = results.flatMap(result =>
      result.status === 'rejected' ? [String(result.reason)] : [],
    );
    expect(refused).toEqual(
      refused.map(
        () =>
          `ConflictError: It cannot be approved, for the exemption is approved by ${decidedBy} already`,
      ),
    );
    expect(await historyOf(id)).toHaveLength(2);
    expect(await changes()).toHaveLength(1);
  });

  it('takes one of an approval and a denial at once', async () => {
    const { id } = await exemptions.create(ofWeb(), 2000);
    const results = await Promise.allSettled([
      approve(id),
      exemptions.take(id, { what: 'denied', actor: VERA, at: 3000 }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(await historyOf(id)).toHaveLength(2);
  });

  it('takes an approval of the same person once, at once or later', async () => {
    const { id } = await exemptions.create(ofWeb(), 2000);
    const results = await Promise.all([approve(id), approve(id)]);
    expect(results.map(({ taken }) => taken).sort()).toEqual([false, true]);
    expect(await approve(id)).toMatchObject({
      taken: false,
      exemption: { state: 'approved', version: 2 },
    });
    expect(await historyOf(id)).toHaveLength(2);
  });

  it('refuses a decision on a version that is no more', async () => {
    const { id } = await exemptions.create(ofWeb(), 2000);
    const shorten = { what: 'shortened' as const, actor: SAM, at: 2500 };
    await exemptions.take(id, { ...shorten, expiresAt: 9000 });
    await expect(
      exemptions.take(id, {
        what: 'approved',
        actor: SAM,
        at: 3000,
        version: 1,
      }),
    ).rejects.toThrow(
      'The exemption has changed since version 1: the exemption waits for approval',
    );
    expect(await exemptions.get(id)).toMatchObject({
      state: 'pending',
      expiresAt: 9000,
    });
  });

  it('ends by being revoked', async () => {
    const id = await anApproved();
    await exemptions.take(id, {
      what: 'revoked',
      actor: OLGA,
      at: 4000,
      note: 'Mended',
    });
    expect(await exemptions.get(id)).toMatchObject({
      state: 'revoked',
      decidedBy: OLGA,
      appliesTo: 0,
    });
    expect((await exemptions.get(id))!.events.slice(-1)).toEqual([
      {
        what: 'revoked',
        actor: OLGA,
        at: 4000,
        note: 'Mended',
        expiresAt: END,
      },
    ]);
    expect(await isDue()).toBe(true);
    expect((await changes()).slice(-1)).toEqual([
      `exemptionRevoked ${WEB}: approved to revoked`,
    ]);
  });

  it.each([
    ['not before its end', END - 1, false],
    ['at its end', END, true],
  ])('expires %s', async (_, now, expected) => {
    const id = await anApproved();
    const expired = await exemptions.expire(now);
    expect(expired.map(exemption => exemption.id)).toEqual(
      expected ? [id] : [],
    );
    expect(await isDue()).toBe(expected);
    expect(await exemptions.expire(now)).toEqual([]);
  });

  it('expires once where two replicas look at once', async () => {
    const id = await anApproved();
    const both = await Promise.all([
      exemptions.expire(END),
      exemptions.expire(END),
    ]);
    expect(both.flat()).toHaveLength(1);
    expect(await historyOf(id)).toHaveLength(3);
    expect((await changes()).slice(-1)).toEqual([
      `exemptionExpired ${WEB}: approved to expired`,
    ]);
  });

  it('asks again where the evidence changed, and covers it no more from the sweep on', async () => {
    const id = await anApproved();
    await stores.sweep({ subjects: [webOf('false'), workerOf()] }, 4000);
    expect((await exemptions.get(id))!.appliesTo).toBe(0);
    await expect(exemptions.reopen(5000)).resolves.toMatchObject([
      { id, state: 'pending', appliesTo: 1 },
    ]);
    const again = await exemptions.get(id);
    expect(again).toMatchObject({
      evidenceHash: evidenceHash(
        aFail('privileged', { actual: 'false' }).violations!,
      ),
    });
    expect(again).not.toHaveProperty('decidedBy');
    expect(await isDue()).toBe(true);
    expect((await changes()).slice(-1)).toEqual([
      `exemptionReopened ${WEB}: approved to pending`,
    ]);
    expect(await exemptions.reopen(6000)).toEqual([]);
    const key = findingKeyOf('privileged', 'web');
    const evidence = await exemptions.listEvidence([key, 'none']);
    expect([...evidence]).toMatchObject([
      [key, { now: [{ actual: 'false' }], before: [{ actual: 'true' }] }],
    ]);
    await approve(id, VERA, 7000);
    expect(await historyOf(id)).toEqual([
      `requested by ${OLGA}`,
      `approved by ${SAM}`,
      'reopened by system',
      `approved by ${VERA}`,
    ]);
  });

  it.each([
    ['as it was', { actual: 'true' }],
    ['in other words', { note: 'a word more' }],
  ])('stays where the evidence is %s', async (_, rest) => {
    await anApproved();
    await stores.sweep({ subjects: [webOf('true', rest), workerOf()] }, 4000);
    expect(await exemptions.reopen(5000)).toEqual([]);
  });

  it('stays while the finding is closed, and covers it when it comes back the same', async () => {
    const id = await anApproved();
    await stores.sweep(
      { subjects: [aChange('web', [aPass('privileged')])] },
      4000,
    );
    expect(await exemptions.reopen(4500)).toEqual([]);
    expect((await exemptions.get(id))!.appliesTo).toBe(0);
    await stores.sweep({ subjects: [webOf('true')] }, 5000);
    expect((await exemptions.get(id))!.appliesTo).toBe(1);
  });

  it('asks again where the finding became critical', async () => {
    const id = await anApproved({ severity: 'medium' });
    const subjects = [webOf('true', { severity: 'critical' }), workerOf()];
    await stores.sweep({ subjects }, 4000);
    await expect(exemptions.reopen(5000)).resolves.toMatchObject([
      { id, severity: 'critical' },
    ]);
  });

  it('brings a request that waits up to date, so that what is approved is what is shown', async () => {
    const { id } = await exemptions.create(ofWeb(), 2000);
    await stores.sweep({ subjects: [webOf('false'), workerOf()] }, 2500);
    await expect(approve(id)).rejects.toThrow(
      'the evidence of the finding has changed since it was asked for',
    );
    await exemptions.reopen(3000);
    await expect(
      exemptions.take(id, {
        what: 'approved',
        actor: SAM,
        at: 3500,
        version: 1,
      }),
    ).rejects.toThrow('has changed since version 1');
    expect((await approve(id)).exemption.appliesTo).toBe(1);
    expect(await changes()).toHaveLength(1);
  });

  it('tells the cluster of what belongs to nobody', async () => {
    const [worker] = await stores.idsOf('worker');
    const { id } = await exemptions.create(
      ofWeb({
        entityRef: undefined,
        subjectId: worker,
        findingKey: findingKeyOf('privileged', 'worker'),
      }),
      2000,
    );
    await approve(id);
    expect(await changes()).toEqual([
      `exemptionApproved ${CLUSTER}: pending to approved`,
    ]);
  });

  describe('lists', () => {
    const listed = async (rest: Partial<ExemptionsFilter> = {}) => {
      const { items, total } = await exemptions.list({
        visible: { entities: 'all', cluster: true },
        now: 4000,
        offset: 0,
        limit: 10,
        ...rest,
      });
      expect(total).toBe(items.length);
      return items.map(({ reason }) => reason);
    };

    beforeEach(async () => {
      const [web, worker] = await stores.idsOf('web', 'worker');
      const request = (reason: string, rest: Partial<NewExemption>) =>
        exemptions.create(ofWeb({ reason, subjectId: web, ...rest }), 2000);
      await approve((await request('soon', { expiresAt: 5000 })).id);
      await request('nothing', { scope: 'workload', control: 'gone' });
      const { id } = await request('denied', { control: 'denied' });
      await exemptions.take(id, { what: 'denied', actor: SAM, at: 3000 });
      await request('cluster', {
        scope: 'workload',
        entityRef: undefined,
        subjectId: worker,
        expiresAt: 20_000,
      });
    });

    it.each<[string, Partial<ExemptionsFilter>, string[]]>([
      ['open ones first', {}, ['soon', 'nothing', 'cluster', 'denied']],
      ['a state', { states: ['denied', 'approved'] }, ['soon', 'denied']],
      ['an entity', { entityRef: WEB }, ['soon', 'nothing', 'denied']],
      ['a control', { control: 'gone' }, ['nothing']],
      ['what ends soon', { expiresBefore: 5000 }, ['soon']],
      ['what ends later', { expiresBefore: 4999 }, []],
      ['what covers nothing', { appliesToNothing: true }, ['nothing']],
      [
        'what covers something',
        { appliesToNothing: false },
        ['soon', 'cluster'],
      ],
      [
        'what belongs to visible entities',
        { visible: { entities: new Set([WEB]), cluster: false } },
        ['soon', 'nothing', 'denied'],
      ],
      [
        'what belongs to no entity',
        { visible: { entities: 'none', cluster: true } },
        ['cluster'],
      ],
      ['nothing', { visible: { entities: 'none', cluster: false } }, []],
    ])('%s', async (_, filter, expected) => {
      expect(await listed(filter)).toEqual(expected);
    });

    it('page by page, with the number of all', async () => {
      await expect(
        exemptions.list({
          visible: { entities: 'all', cluster: true },
          now: 4000,
          offset: 1,
          limit: 2,
        }),
      ).resolves.toMatchObject({
        total: 4,
        items: [
          { reason: 'nothing', appliesTo: 0 },
          { reason: 'cluster', appliesTo: 1 },
        ],
      });
    });
  });

  it('measures what an exemption would cover', async () => {
    const subjects = [
      aChange('web', [
        aFail('privileged', { severity: 'medium' }),
        aFail('socket', { severity: 'critical' }),
      ]),
    ];
    await stores.sweep({ subjects }, 3000);
    const [web] = await stores.idsOf('web');
    const onWorkload = { scope: 'workload' as const, subjectId: web };
    const { control, findingKey, evidenceHash: hash } = ofWeb();
    await expect(
      exemptions.measure({
        scope: 'finding',
        control,
        findingKey,
        evidenceHash: hash,
      }),
    ).resolves.toMatchObject({
      appliesTo: 1,
      severity: 'medium',
      criticalLeftOut: 0,
    });
    await expect(
      exemptions.measure({ ...onWorkload, control: 'socket' }),
    ).resolves.toEqual({ appliesTo: 0, fails: [], criticalLeftOut: 1 });
    await expect(
      exemptions.measure({ scope: 'entity', entityRef: WEB, control }),
    ).resolves.toMatchObject({
      appliesTo: 1,
      fails: [{ control, severity: 'medium', cluster: CLUSTER, findingKey }],
      severity: 'medium',
      criticalLeftOut: 0,
    });
  });

  it('finds the open finding of a key, with whom it belongs to', async () => {
    await expect(
      exemptions.findExemptable(findingKeyOf('privileged', 'web')),
    ).resolves.toMatchObject({
      control: 'privileged',
      cluster: CLUSTER,
      subjectType: 'workload',
      outcome: 'fail',
      severity: 'high',
      entityRefs: [WEB],
    });
    await expect(exemptions.findExemptable('none')).resolves.toBeUndefined();
  });

  it('shows on a finding what covers it, else what is asked for', async () => {
    const key = findingKeyOf('privileged', 'web');
    const of = async (entityRef?: string, now = 4000) =>
      (await exemptions.ofFindings([key], entityRef, now)).get(key);
    expect(await of()).toBeUndefined();
    const { id: waiting } = await exemptions.create(
      ofWeb({ scope: 'entity', subjectId: undefined, expiresAt: 30_000 }),
      2000,
    );
    expect(await of(WEB)).toEqual({
      id: waiting,
      scope: 'entity',
      state: 'pending',
      requestedBy: expect.any(String),
      requestedAt: 2000,
      expiresAt: 30_000,
      events: [expect.objectContaining({ what: 'requested' })],
    });
    expect(await of('component:default/other')).toBeUndefined();
    const inForce = await anApproved();
    expect(await of(WEB)).toMatchObject({ id: inForce, state: 'approved' });
    expect(await of()).toMatchObject({ id: inForce, scope: 'finding' });
    expect(await of(WEB, END)).toMatchObject({ id: waiting });
    expect((await exemptions.ofFindings([], WEB, 4000)).size).toBe(0);
  });
});
