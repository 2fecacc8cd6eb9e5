import { mockServices } from '@backstage/backend-test-utils';
import { Control, evidenceHash } from 'security-posture-engine';
import { openStores, Stores } from '../database/__testUtils__/openStores';
import {
  aChange,
  aFail,
  CLUSTER,
  findingKeyOf,
  keyOf,
} from '../database/__testUtils__/samples';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { DatabaseAnnotatedExemptionStore } from '../database/DatabaseAnnotatedExemptionStore';
import { DatabaseAttestationStore } from '../database/DatabaseAttestationStore';
import { DatabaseExemptionStore } from '../database/DatabaseExemptionStore';
import { ExemptionUpkeep } from './ExemptionUpkeep';

const WEB = 'component:default/web';
const NOW = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;
const REASON = 'The vendor mends it in spring';
const UNTIL = '2026-12-31';

const databases = testDatabases();

describe.each(databases.ids)('upkeep on %s', databaseId => {
  let stores: Stores;
  let exemptions: DatabaseExemptionStore;
  let now: number;
  const auditor = mockServices.auditor.mock();
  const logger = mockServices.logger.mock();
  const requestSweeps = jest.fn(async (_: readonly string[]) => {});
  const rollUp = jest.fn(async () => {});

  const aControl = (id: string, severity: Control['severity']) =>
    [id, { id, severity } as Control] as const;
  const controls = new Map([
    aControl('host-port', 'medium'),
    aControl('privileged', 'critical'),
    aControl('note', 'info'),
  ]);

  function upkeep(approveAnnotations = false): ExemptionUpkeep {
    const { knex, reader } = stores;
    return new ExemptionUpkeep({
      exemptions,
      annotated: new DatabaseAnnotatedExemptionStore(knex),
      attestations: new DatabaseAttestationStore(knex),
      scans: reader,
      requestSweeps,
      rollUp,
      settings: {
        approvers: [],
        maxDays: 365,
        maxDaysGrave: 90,
        approveAnnotations,
      },
      controls,
      auditor,
      logger,
      clock: () => now,
    });
  }

  beforeEach(async () => {
    stores = await openStores(() => databases.open(databaseId));
    exemptions = new DatabaseExemptionStore(stores.knex);
    now = NOW;
    jest.clearAllMocks();
    auditor.createEvent.mockResolvedValue({
      success: async () => {},
      fail: async () => {},
    });
  });

  /** A sweep that finds `web` with these annotations and findings. */
  async function sweep(
    exempt: object | undefined,
    findings = [aFail('host-port', { severity: 'medium' })],
  ): Promise<void> {
    const facts = JSON.stringify({ images: [], uses: [], exempt });
    const change = aChange('web', findings, { facts });
    const outcomesHash = `${JSON.stringify(facts).length} ${now}`;
    await stores.sweep({ subjects: [{ ...change, outcomesHash }] }, now);
    await stores.link('web', [keyOf('web')], now);
  }

  async function standing() {
    const { items } = await exemptions.list({
      visible: { entities: 'all', cluster: true },
      now,
      offset: 0,
      limit: 20,
    });
    return items.map(({ control, state }) => `${control} ${state}`).sort();
  }

  const audited = () =>
    auditor.createEvent.mock.calls.map(([{ eventId }]) => eventId);

  const whole = { controls: 'host-port', reason: REASON, until: UNTIL };

  it('asks once for what an annotation asks for', async () => {
    await sweep(whole);
    await upkeep().followAnnotations(CLUSTER);
    await upkeep().followAnnotations(CLUSTER);
    const { items } = await exemptions.list({
      visible: { entities: 'all', cluster: true },
      now,
      offset: 0,
      limit: 20,
    });
    expect(items).toMatchObject([
      {
        scope: 'workload',
        control: 'host-port',
        severity: 'medium',
        state: 'pending',
        source: 'annotation',
        entityRef: WEB,
        requestedBy: WEB,
        reason: REASON,
        expiresAt: Date.UTC(2027, 0, 1),
        appliesTo: 1,
      },
    ]);
    expect(audited()).toEqual(['exemption-create']);
    expect(rollUp).not.toHaveBeenCalled();
  });

  it('asks once where two replicas look at once', async () => {
    await sweep(whole);
    await Promise.all([
      upkeep(true).followAnnotations(CLUSTER),
      upkeep(true).followAnnotations(CLUSTER),
    ]);
    expect(await standing()).toEqual(['host-port approved']);
    expect(audited().sort()).toEqual(['exemption-approve', 'exemption-create']);
  });

  it.each<[string, object, Parameters<typeof aFail>[1][], string[]]>([
    ['approves what is medium', whole, [{ severity: 'medium' }], ['approved']],
    ['approves nothing high', whole, [{ severity: 'high' }], ['pending']],
    [
      'approves nothing without a reason',
      { ...whole, reason: undefined },
      [{ severity: 'low' }],
      ['pending'],
    ],
    [
      'approves nothing without an end',
      { ...whole, until: undefined },
      [{ severity: 'low' }],
      ['pending'],
    ],
  ])(
    '%s, where annotations are approvals',
    async (_, exempt, [rest], states) => {
      await sweep(exempt, [aFail('host-port', rest)]);
      await upkeep(true).followAnnotations(CLUSTER);
      expect(await standing()).toEqual(
        states.map(state => `host-port ${state}`),
      );
    },
  );

  it('covers nothing that became high since an annotation was its approval', async () => {
    await sweep(whole);
    await upkeep(true).followAnnotations(CLUSTER);
    now += DAY;
    await sweep(whole, [aFail('host-port', { severity: 'high' })]);
    const { items } = await exemptions.list({
      visible: { entities: 'all', cluster: true },
      now,
      offset: 0,
      limit: 20,
    });
    expect(items).toMatchObject([{ state: 'approved', appliesTo: 0 }]);
  });

  it('says what is missing, and what is no control', async () => {
    await sweep({ controls: 'host-port,nope,note' });
    await upkeep(true).followAnnotations(CLUSTER);
    const [{ id }] = await stores.knex('exemptions').select('id');
    const [{ note }] = (await exemptions.get(id))!.events;
    expect(note).toContain('says no reason');
    expect(note).toContain('does not say until when');
    expect(note).toContain('names nope, which is no control');
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Deployment shop/web in cluster prod-eu'),
    );
  });

  it('asks for nothing that is over already', async () => {
    await sweep({ ...whole, until: '2026-11-20' });
    await upkeep().followAnnotations(CLUSTER);
    expect(await standing()).toEqual([]);
  });

  it('ends with its annotation, and is asked for again when that is back', async () => {
    await sweep(whole);
    await upkeep(true).followAnnotations(CLUSTER);
    now += DAY;
    await sweep(undefined);
    await upkeep(true).followAnnotations(CLUSTER);
    expect(await standing()).toEqual(['host-port revoked']);
    expect(rollUp).toHaveBeenCalledTimes(2);
    now += DAY;
    await sweep(whole);
    await upkeep(false).followAnnotations(CLUSTER);
    expect(await standing()).toEqual(['host-port pending']);
  });

  it('makes way for what its annotation says now', async () => {
    await sweep(whole);
    await upkeep(true).followAnnotations(CLUSTER);
    now += DAY;
    await sweep({ ...whole, until: '2027-01-31' });
    await upkeep(false).followAnnotations(CLUSTER);
    expect(await standing()).toEqual([
      'host-port pending',
      'host-port revoked',
    ]);
  });

  it('stays denied while the annotation says the same', async () => {
    await sweep(whole);
    await upkeep().followAnnotations(CLUSTER);
    const [{ id }] = await stores.knex('exemptions').select('id');
    const actor = 'user:default/sam';
    await exemptions.take(id, { what: 'denied', actor, at: now });
    await upkeep(true).followAnnotations(CLUSTER);
    expect(await standing()).toEqual(['host-port denied']);
  });

  it('ends and reopens what is due, and sums up once', async () => {
    await sweep(undefined, [aFail('host-port', { severity: 'medium' })]);
    const [subjectId] = await stores.idsOf('web');
    const ask = (expiresAt: number, scope: 'finding' | 'workload') =>
      exemptions.create(
        {
          scope,
          control: 'host-port',
          severity: 'medium',
          subjectId,
          entityRef: WEB,
          cluster: CLUSTER,
          category: 'migration',
          reason: REASON,
          requestedBy: 'user:default/olga',
          expiresAt,
          ...(scope === 'finding'
            ? {
                findingKey: findingKeyOf('host-port', 'web'),
                evidenceHash: evidenceHash(aFail('host-port').violations!),
              }
            : {}),
        },
        now,
      );
    for (const { id } of [
      await ask(now + DAY, 'workload'),
      await ask(now + 9 * DAY, 'finding'),
    ])
      await exemptions.take(id, {
        what: 'approved',
        actor: 'user:default/sam',
        at: now,
      });
    await upkeep().run();
    expect(rollUp).not.toHaveBeenCalled();
    now += DAY;
    await sweep(undefined, [
      aFail('host-port', { severity: 'medium', actual: '9090' }),
    ]);
    await upkeep().run();
    expect(await standing()).toEqual([
      'host-port expired',
      'host-port pending',
    ]);
    expect(audited()).toEqual(['exemption-expire', 'exemption-reopen']);
    expect(rollUp).toHaveBeenCalledTimes(1);
  });

  it('has a cluster swept once after an attestation has expired', async () => {
    await sweep(undefined);
    await new DatabaseAttestationStore(stores.knex).save(
      {
        cluster: CLUSTER,
        control: 'privileged',
        outcome: 'pass',
        statement: 'It was looked at',
        author: 'user:default/vera',
        expiresAt: now + 1000,
      },
      now,
    );
    await upkeep().run();
    expect(requestSweeps).not.toHaveBeenCalled();
    now += 1000;
    await upkeep().run();
    await upkeep().run();
    expect(requestSweeps.mock.calls).toEqual([[[CLUSTER]]]);
    await sweep(undefined);
    await upkeep().run();
    expect(requestSweeps).toHaveBeenCalledTimes(1);
  });
});
