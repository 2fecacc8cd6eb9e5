import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { Control, DEFAULT_READINESS_THRESHOLDS } from 'security-posture-engine';
import { anExemptionRow, DAY } from '../database/__testUtils__/exemptions';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { DatabaseOutboxStore } from '../database/DatabaseOutboxStore';
import { migrate } from '../database/migrate';
import { Newsroom } from './Newsroom';
import { Notifier } from './Notifier';
import { Postman } from './Postman';

const WEB = 'component:default/web';
const SHOP = 'group:default/shop';
const SECURITY = 'group:default/security';
const PLATFORM = 'group:default/platform';
/** A Wednesday. */
const NOW = Date.UTC(2026, 10, 25, 12);
const MINUTE = 60_000;

const databases = testDatabases();

describe.each(databases.ids)('the notifier on %s', databaseId => {
  let knex: Knex;
  let now: number;
  const send = jest.fn(async (_: object) => {});
  const publish = jest.fn(async (_: object) => {});
  const logger = mockServices.logger.mock();
  const controls = new Map([
    [
      'privileged',
      {
        id: 'privileged',
        failureTitle: 'A container is privileged',
      } as Control,
    ],
  ]);

  function notifier(): Notifier {
    const store = new DatabaseOutboxStore(knex);
    return new Notifier(
      store,
      new Newsroom({
        store,
        settings: {
          enabled: true,
          clusterRecipients: [PLATFORM],
          digestDay: 1,
        },
        thresholds: DEFAULT_READINESS_THRESHOLDS,
        approvers: [SECURITY],
        controls,
      }),
      new Postman({
        store,
        notifications: { send },
        events: { publish, subscribe: async () => {} },
        logger,
      }),
      () => now,
    );
  }

  async function insertEntity(
    ref = WEB,
    { owner = SHOP as string | null, critical = 0, high = 0 } = {},
  ): Promise<void> {
    await knex('entities').insert({
      entity_ref: ref,
      kind: 'component',
      owner,
      tags: '[]',
      annotated: true,
      mapping: '{}',
      cluster_set: 'all',
    });
    const counts = ['critical', 'high', 'medium', 'low', 'info'].flatMap(
      severity => [
        [`open_${severity}`, 0],
        [`exempted_${severity}`, 0],
      ],
    );
    await knex('postures').insert({
      ...Object.fromEntries(counts),
      scope_type: 'entity',
      scope_ref: ref,
      profile: 'workload@1.0',
      library: '1',
      state: 'judged',
      subjects: 1,
      raw: 100,
      effective: 100,
      coverage: 1,
      counted_coverage: 1,
      blocking_critical: critical,
      blocking_high: high,
      raw_blocking_critical: critical,
      raw_blocking_high: high,
      controls: '{}',
      failing: '{}',
      changed_at: 1,
    });
  }

  async function setBlocking(critical: number, high: number): Promise<void> {
    await knex('postures').update({
      blocking_critical: critical,
      blocking_high: high,
    });
  }

  /** What is told in a run, a minute later. */
  async function told() {
    now += MINUTE;
    send.mockClear();
    publish.mockClear();
    await notifier().run();
    return send.mock.calls.map(
      ([{ recipients, payload }]: any) =>
        `${[recipients.entityRef].flat().join(' ')}: ${payload.title}`,
    );
  }

  beforeEach(async () => {
    knex = await databases.open(databaseId);
    await migrate(knex);
    now = NOW;
    send.mockReset();
    send.mockImplementation(async () => {});
    await knex('clusters').insert({
      name: 'prod',
      auth_provider: 'serviceAccount',
      production: true,
      state: 'active',
      sweep_no: 1,
      last_success_at: NOW,
    });
    await knex('cluster_sets').insert({ id: 'all', cluster: 'prod' });
  });

  it('says nothing of what it finds when it looks for the first time', async () => {
    await insertEntity(WEB, { critical: 3 });
    await knex('exemptions').insert(anExemptionRow('a'));
    await knex('exemption_events').insert({
      exemption_id: 'a',
      what: 'requested',
      actor: 'user:default/olga',
      at: 1,
    });
    expect(await told()).toEqual([]);
    expect(await told()).toEqual([]);
  });

  it.each([
    ['ready', 0],
    ['not ready', 2],
  ])(
    'says nothing of a service that turns out %s when something is known of it for the first time',
    async (_, critical) => {
      await insertEntity();
      await knex('postures').update({ state: 'neverScanned' });
      expect(await told()).toEqual([]);
      await knex('postures').update({ state: 'judged' });
      await setBlocking(critical, 0);
      expect(await told()).toEqual([]);
      await setBlocking(critical + 1, 0);
      expect(await told()).toHaveLength(1);
    },
  );

  it.each<[string, [number, number], [number, number], string | undefined]>([
    [
      'is no longer ready',
      [0, 0],
      [1, 2],
      'web is no longer ready for production',
    ],
    ['is ready again', [0, 3], [0, 0], 'web is ready for production'],
    [
      'has more that blocks',
      [0, 3],
      [1, 3],
      'web has new findings that block production',
    ],
    ['has less that blocks', [1, 3], [1, 2], undefined],
    ['has not moved', [1, 3], [1, 3], undefined],
  ])(
    'tells the owner, once, of a service that %s',
    async (_, [critical, high], after, title) => {
      await insertEntity(WEB, { critical, high });
      await told();
      await setBlocking(...after);
      expect(await told()).toEqual(title ? [`${SHOP}: ${title}`] : []);
      expect(await told()).toEqual([]);
    },
  );

  it('tells of a service whose clusters went silent, for it is not ready any more', async () => {
    await insertEntity();
    await told();
    now += 25 * 60 * MINUTE;
    expect(await told()).toEqual([
      `${SHOP}: web is no longer ready for production`,
    ]);
    expect(send.mock.calls[0][0]).toMatchObject({
      payload: {
        link: '/catalog/default/component/web/security-posture',
        scope: 'component:default/web:noLongerReady',
        topic: 'security-posture',
        description: expect.stringContaining('not known any more'),
      },
    });
    expect(publish).toHaveBeenCalledWith({
      topic: 'securityPosture.transition',
      eventPayload: {
        event: 'noLongerReady',
        entityRef: WEB,
        readiness: 'unknown',
      },
    });
  });

  it('tells nobody of a service that nobody owns', async () => {
    await insertEntity(WEB, { owner: null });
    await told();
    await setBlocking(1, 0);
    expect(await told()).toEqual([]);
  });

  it.each<[string, string, string, string[]]>([
    [
      'asked for',
      'requested',
      'user:default/olga',
      [
        `${SECURITY}: An exemption for web waits for a decision: A container is privileged`,
      ],
    ],
    [
      'approved',
      'approved',
      'user:default/sam',
      [
        `${SHOP} user:default/olga: The exemption for web was approved: A container is privileged`,
      ],
    ],
    [
      'denied',
      'denied',
      'user:default/sam',
      [
        `${SHOP} user:default/olga: The exemption for web was denied: A container is privileged`,
      ],
    ],
    ['over, as was known before', 'expired', 'system', []],
  ])('tells of an exemption that is %s', async (_, what, actor, messages) => {
    await insertEntity();
    await told();
    await knex('exemptions').insert(
      anExemptionRow('a', { entity_ref: WEB, expires_at: now + 90 * DAY }),
    );
    await knex('exemption_events').insert({
      exemption_id: 'a',
      what,
      actor,
      at: now,
    });
    expect(await told()).toEqual(messages);
    expect(await told()).toEqual([]);
  });

  it('reminds once each when 14 days, 3 days and the last day have come', async () => {
    await insertEntity();
    await knex('exemptions').insert(
      anExemptionRow('a', { entity_ref: WEB, expires_at: NOW + 15 * DAY }),
    );
    const heard: string[] = [];
    for (let day = 0; day < 16; day++) {
      await knex('clusters').update({ last_success_at: now });
      for (const title of await told()) heard.push(`day ${day}: ${title}`);
      expect(await told()).toEqual([]);
      now += DAY - 2 * MINUTE;
    }
    const ends =
      'An exemption for web ends on 2026-12-10: A container is privileged';
    const people = `${SHOP} user:default/olga`;
    const exemptions = heard.filter(one => one.includes('exemption'));
    expect(exemptions).toEqual([
      `day 1: ${people}: ${ends}`,
      `day 12: ${people}: ${ends}`,
      `day 14: ${people}: An exemption for web ends today: A container is privileged`,
    ]);
  });

  it('tells those who look after clusters of one that went silent, and answers again', async () => {
    await told();
    const change = { scope_type: 'cluster', scope_ref: 'prod' };
    await knex('changes').insert([
      { ...change, at: now, what: 'clusterUnreachable' },
      { ...change, at: now, what: 'libraryChanged' },
      { ...change, at: now, what: 'clusterScannedInPart', to: 'forbidden' },
      { ...change, at: now, what: 'clusterAnswers' },
    ]);
    expect(await told()).toEqual([
      `${PLATFORM}: Cluster prod does not answer`,
      `${PLATFORM}: Cluster prod answers again`,
    ]);
    expect(await told()).toEqual([]);
  });

  it('gives each team one summary a week, and none to a team whose services are ready', async () => {
    await insertEntity(WEB, { critical: 1, high: 2 });
    await insertEntity('component:default/cart');
    await insertEntity('component:default/blog', {
      owner: 'group:default/media',
    });
    await told();
    now = Date.UTC(2026, 10, 30, 5, 58);
    await knex('clusters').update({ last_success_at: now });
    expect(await told()).toEqual([]);
    now += 60 * MINUTE;
    expect(await told()).toEqual([
      `${SHOP}: 1 of 2 services of shop are ready for production`,
    ]);
    expect(send.mock.calls[0][0]).toMatchObject({
      payload: {
        scope: `digest:${SHOP}:2026-W49`,
        description: 'Open and blocking: 1 critical, 2 high.',
      },
    });
    now += 60 * MINUTE;
    expect(await told()).toEqual([]);
  });

  it('tries again later what could not be sent, and sends it once', async () => {
    await insertEntity();
    await told();
    await setBlocking(1, 0);
    send.mockRejectedValueOnce(new Error('Request failed with status 503'));
    now += MINUTE;
    await notifier().run();
    expect(publish).not.toHaveBeenCalled();
    now += MINUTE;
    expect(await told()).toEqual([
      `${SHOP}: web is no longer ready for production`,
    ]);
    expect(await told()).toEqual([]);
  });

  it('gives up after a day, and says so in the log', async () => {
    await insertEntity();
    await told();
    await setBlocking(1, 0);
    for (let hour = 0; hour < 27; hour++) {
      await knex('clusters').update({ last_success_at: now });
      send.mockRejectedValue(new Error('Request failed with status 503'));
      now += 60 * MINUTE;
      await notifier().run();
    }
    expect(logger.warn).toHaveBeenCalledTimes(1);
    send.mockClear();
    expect(await told()).toEqual([]);
  });

  it('goes on with events alone in a portal without notifications', async () => {
    await insertEntity();
    await told();
    await setBlocking(1, 0);
    send.mockRejectedValue(
      new Error('Failed to send: Error: Request failed with status 404'),
    );
    now += MINUTE;
    await notifier().run();
    expect(publish).toHaveBeenCalledTimes(1);
    send.mockClear();
    now += 60 * MINUTE;
    await notifier().run();
    expect(send).not.toHaveBeenCalled();
  });

  it('forgets what was sent after 90 days', async () => {
    await insertEntity();
    await told();
    await setBlocking(1, 0);
    await told();
    expect(await knex('outbox')).toHaveLength(1);
    now += 91 * DAY;
    await knex('clusters').update({ last_success_at: now });
    await told();
    expect(await knex('outbox')).toHaveLength(0);
  });
});
