import { NOW } from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import {
  ADMIN,
  BLIND,
  FINDING_KEYS,
  foundCompany,
  HALF_BLIND,
  pathOf,
  refOf,
  SCAN_IDS,
  SERVICES,
} from './__testUtils__/company';
import { startApi, StartedApi } from './__testUtils__/startApi';

/** May read postures of services, and not those of clusters. */
const OF_SERVICES = 'user:default/of-services';

let api: StartedApi;

beforeEach(async () => {
  api = await startApi(NOW);
  foundCompany(api);
});

afterEach(() => api.stop());

/** What an answer says, with the one word replaced that the caller put in. */
async function answerTo(method: 'get' | 'post', path: string, own: string) {
  const { status, body } = await ask(api, method, path, HALF_BLIND);
  return JSON.parse(JSON.stringify({ status, body }).replaceAll(own, 'X'));
}

describe('an entity that the catalog hides', () => {
  it.each([
    ['get', 'posture'],
    ['get', 'findings'],
    ['get', 'gate'],
    ['post', 'scan'],
  ] as const)(
    'is the same to %s %s as one that is absent',
    async (method, part) => {
      const hidden = await answerTo(
        method,
        `${pathOf(1)}/${part}`,
        'service-1',
      );
      const absent = await answerTo(
        method,
        `${pathOf(77)}/${part}`,
        'service-77',
      );
      expect(hidden).toEqual(absent);
      expect(hidden.status).toBe(404);
    },
  );

  it('is looked up in the catalog first, so that time tells as little as words', async () => {
    const getEntity = jest.spyOn(api.reader, 'getEntity');
    await ask(api, 'get', `${pathOf(1)}/posture`, HALF_BLIND);
    await ask(api, 'get', `${pathOf(77)}/posture`, HALF_BLIND);
    expect(getEntity).not.toHaveBeenCalled();
    expect(api.policy.asked.byRef).toBe(2);
  });

  describe('that the catalog has shown within the last minute', () => {
    const posture = () => answerTo('get', `${pathOf(0)}/posture`, 'service-0');

    beforeEach(() => ask(api, 'get', '/entities', HALF_BLIND));

    it('is read while the catalog is asked', async () => {
      const getEntity = jest.spyOn(api.reader, 'getEntity');
      const { catalog } = api.policy;
      const ofCatalog = catalog.getEntityByRef;
      jest
        .spyOn(catalog, 'getEntityByRef')
        .mockImplementation(async (...options) => {
          expect(getEntity).toHaveBeenCalledTimes(1);
          return ofCatalog(...options);
        });
      expect((await posture()).status).toBe(200);
      expect(getEntity).toHaveBeenCalledTimes(1);
      expect(api.policy.asked.byRef).toBe(1);
    });

    it.each(['hidden', 'hidden, and cannot be read'])(
      'is as one that is absent once it is %s',
      async how => {
        api.policy.rights.set(HALF_BLIND, { sees: () => false });
        if (how !== 'hidden')
          jest
            .spyOn(api.reader, 'getEntity')
            .mockRejectedValue(new Error('the disk is full'));
        const absent = await answerTo(
          'get',
          `${pathOf(77)}/posture`,
          'service-77',
        );
        expect(await posture()).toEqual(absent);
        expect(absent.status).toBe(404);
      },
    );

    it('is read after the catalog was asked when the minute is over', async () => {
      api.time.now += 60_000;
      api.policy.rights.set(HALF_BLIND, { sees: () => false });
      const getEntity = jest.spyOn(api.reader, 'getEntity');
      expect((await posture()).status).toBe(404);
      expect(getEntity).not.toHaveBeenCalled();
    });
  });

  it('gives its findings away as little as keys that there are not', async () => {
    const unknown = 'f'.repeat(32);
    const hidden = await answerTo(
      'get',
      `/findings/${FINDING_KEYS[1]}`,
      FINDING_KEYS[1],
    );
    const asked = api.policy.asked.byRefs;
    const absent = await answerTo('get', `/findings/${unknown}`, unknown);
    expect(hidden).toEqual(absent);
    expect(hidden.status).toBe(404);
    expect([asked, api.policy.asked.byRefs]).toEqual([1, 2]);
  });

  it('gives its scans away as little as ids that there are not', async () => {
    const unknown = '00000000-0000-4000-9000-999999999999';
    const hidden = await answerTo('get', `/scans/${SCAN_IDS[1]}`, SCAN_IDS[1]);
    const absent = await answerTo('get', `/scans/${unknown}`, unknown);
    expect(hidden).toEqual(absent);
    expect(hidden.status).toBe(404);
  });

  it('does not hide a finding from those who see another owner of the workload', async () => {
    api.reader.findings[1] = {
      ...api.reader.findings[1],
      entityRefs: [refOf(1), refOf(2)],
    };
    const { status } = await ask(
      api,
      'get',
      `/findings/${FINDING_KEYS[1]}`,
      HALF_BLIND,
    );
    expect(status).toBe(200);
  });

  it.each([
    [ADMIN, 200],
    [HALF_BLIND, 200],
    [OF_SERVICES, 404],
  ])(
    'shows %s the finding of a workload that nobody owns: %d',
    async (caller, expected) => {
      api.reader.findings[1] = { ...api.reader.findings[1], entityRefs: [] };
      api.policy.rights.set(OF_SERVICES, {
        denied: ['security-posture.cluster.read'],
      });
      const path = `/findings/${FINDING_KEYS[1]}`;
      expect((await ask(api, 'get', path, caller)).status).toBe(expected);
    },
  );
});

describe('the catalog', () => {
  it.each([
    ['a user as the user', HALF_BLIND, HALF_BLIND],
    [
      'a service as the plugin, for a restricted token cannot be forwarded',
      'service:external:ci',
      'plugin:security-posture',
    ],
  ])('is asked for %s', async (_, caller, asks) => {
    const paths = [
      `${pathOf(0)}/posture`,
      `/findings/${FINDING_KEYS[0]}`,
      `/scans/${SCAN_IDS[0]}`,
    ];
    for (const path of paths) {
      const { status } = await ask(api, 'get', path, caller);
      expect(status).toBe(200);
    }
    expect(api.policy.askedBy).toEqual([asks, asks, asks]);
  });
});

describe('lists and numbers', () => {
  it('hold what the caller may see, and say that this is not all', async () => {
    const { body } = await ask(api, 'get', '/entities?order=name', HALF_BLIND);
    expect(body).toMatchObject({ total: 3, partial: true });
    expect(
      body.items.map((row: { entityRef: string }) => row.entityRef),
    ).toEqual([refOf(0), refOf(2), refOf(4)]);
    expect(JSON.stringify(body)).not.toMatch(/service-[135]/);
  });

  it('count nothing that the caller may not see', async () => {
    const { body } = await ask(api, 'get', '/summary', HALF_BLIND);
    expect(body).toMatchObject({
      entities: { total: 3, notReady: 3, unknown: 0, ready: 0 },
      open: { critical: 9 },
      workloads: { swept: 9, owned: 9 },
      partial: true,
    });
  });

  it('are whole for one who sees everything', async () => {
    const { body } = await ask(api, 'get', '/summary', ADMIN);
    expect(body).toMatchObject({
      entities: { total: SERVICES },
      open: { critical: 21 },
      workloads: { swept: 40, owned: 21 },
      partial: false,
    });
    expect(api.policy.asked.facets).toBe(0);
  });

  it('are whole for a service, with the credentials of the plugin', async () => {
    const { body } = await ask(api, 'get', '/entities', 'service:external:ci');
    expect(body).toMatchObject({ total: SERVICES, partial: false });
  });

  it('are empty, and not all, for one who may see nothing of the catalog', async () => {
    const { body } = await ask(api, 'get', '/entities', BLIND);
    expect(body).toEqual({ items: [], total: 0, partial: true });
    const summary = await ask(api, 'get', '/summary', BLIND);
    expect(summary.body).toMatchObject({
      entities: { total: 0 },
      workloads: { swept: 0, owned: 0 },
      partial: true,
    });
  });

  it('are not called partial where conditions hide nothing', async () => {
    api.policy.rights.set(HALF_BLIND, { sees: () => true });
    const { body } = await ask(api, 'get', '/entities', HALF_BLIND);
    expect(body).toMatchObject({ total: SERVICES, partial: false });
  });

  it('ask the catalog once a minute and caller', async () => {
    for (const path of ['/entities', '/summary', '/entities'])
      await ask(api, 'get', path, HALF_BLIND);
    expect(api.policy.asked.facets).toBe(1);
    api.policy.rights.set('user:default/other', { sees: () => false });
    const other = await ask(api, 'get', '/entities', 'user:default/other');
    expect(other.body).toEqual({ items: [], total: 0, partial: true });
    expect(api.policy.asked.facets).toBe(2);
    api.time.now += 60_000;
    await ask(api, 'get', '/entities', HALF_BLIND);
    expect(api.policy.asked.facets).toBe(3);
  });
});
