import { ask } from '../service/__testUtils__/callers';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { ApiCaller, CallParts } from './__testUtils__/ApiCaller';
import {
  HIDDEN,
  VISIBLE_CATALOG,
  VISIBLE_CLUSTER,
  WHOLE_CATALOG,
  WHOLE_CLUSTER,
} from './__testUtils__/halves';
import {
  ApiOperation,
  operationOf,
  OPERATIONS,
} from './__testUtils__/operations';
import { startHalves } from './__testUtils__/startHalves';
import {
  ADMIN,
  HALF_BLIND,
  HALF_BLIND_OF_CLUSTERS,
  REQUESTER,
} from './__testUtils__/TestPolicy';
import { WholePortal } from './__testUtils__/WholePortal';

/** Answers with a trend of many entities: readiness of the past is noted for all together, so who sees some is told less. */
const WITH_TREND = ['getTrend', 'getOverview', 'getScope'];

const MONTH = 30 * 86_400_000;
const NO_ID = '00000000-0000-4000-9000-999999999999';
const NO_KEY = 'f'.repeat(32);
const SHARED_MEDIUM = 'run-as-non-root';

const READS = OPERATIONS.filter(({ method }) => method === 'get');
const LISTS = READS.filter(({ parameters }) =>
  parameters.some(({ name }) => name === 'cursor'),
);

/** A portal with exemptions and scans on it, of one half or of both. */
interface Half {
  readonly portal: WholePortal;
  readonly api: ApiCaller;
  readonly exemption: string;
  readonly scan: string;
}

function exemptionOf(entity: string, findingKey?: string) {
  return {
    ...(findingKey
      ? { scope: 'finding', findingKey }
      : { scope: 'entity', control: SHARED_MEDIUM }),
    entityRef: `component:default/${entity}`,
    category: 'acceptedRisk',
    reason: `The next release of ${entity} mends it`,
    expiresAt: new Date(Date.now() + MONTH).toISOString(),
  };
}

async function approved(api: ApiCaller, request: object): Promise<string> {
  const id = await api.create('/exemptions', request, REQUESTER);
  await api.create(`/exemptions/${id}/approve`, {}, ADMIN);
  return id;
}

function scanOf(api: ApiCaller, entity: string): Promise<string> {
  return api.create(`/entities/component/default/${entity}/scan`);
}

/** An exemption of a finding that entities of both halves share, and one of all of an entity's. */
async function withExemptions(portal: WholePortal): Promise<Half> {
  const api = new ApiCaller(portal, 'lumen-cart');
  const shared = (await api.findings()).find(
    ({ resource, severity }) =>
      resource.name === 'common' && severity === 'critical',
  );
  await approved(api, exemptionOf('lumen-cart', shared!.key));
  const exemption = await approved(api, exemptionOf('lumen-cart'));
  return { portal, api, exemption, scan: await scanOf(api, 'lumen-cart') };
}

/**
 * What an answer says, whenever and under whichever id. The steps of a mapping count all workloads of the clusters that an
 * entity may run in, whoever owns them: the page about permissions says so.
 */
function comparable(value: unknown): object {
  const { partial: _, ...rest } = value as { partial?: boolean };
  return JSON.parse(
    JSON.stringify(rest)
      .replace(/"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g, '"an id"')
      .replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"a time"')
      .replace(/"found":\d+,"step":"(clusters|namespace)"/g, '"step":"$1"')
      .replace(/"step":"(clusters|namespace)","found":\d+/g, '"step":"$1"')
      .replace(/"(nextCursor)":"[^"]*"/g, '"$1":"a cursor"'),
  );
}

const databases = testDatabases({ heavy: true });

jest.setTimeout(300_000);

describe.each(databases.ids)('on %s', databaseId => {
  let whole: Half;
  let half: Half;
  const hidden = { exemption: '', scan: '', finding: '' };

  beforeAll(async () => {
    whole = await withExemptions(
      await startHalves(
        await databases.open(databaseId),
        WHOLE_CLUSTER,
        WHOLE_CATALOG,
      ),
    );
    half = await withExemptions(
      await startHalves(
        await databases.open(databaseId),
        VISIBLE_CLUSTER,
        VISIBLE_CATALOG,
      ),
    );
    const vault = new ApiCaller(whole.portal, 'umbra-vault');
    hidden.exemption = await approved(vault, exemptionOf('umbra-vault'));
    await vault.create('/exemptions', exemptionOf('umbra-ledger'), REQUESTER);
    hidden.scan = await scanOf(vault, 'umbra-vault');
    hidden.finding = (await vault.findings()).find(
      ({ resource }) => resource.name === 'umbra-vault',
    )!.key;
  });

  afterAll(async () => {
    await whole?.portal.stop();
    await half?.portal.stop();
  });

  async function read(
    { api, exemption, scan }: Half,
    operation: ApiOperation,
    caller: string,
    query?: string,
  ) {
    const id = { getExemption: exemption, getScan: scan }[operation.id];
    const path = id ? { path: { id } } : {};
    return api.send(operation, caller, {
      ...path,
      ...(query ? { query } : {}),
    });
  }

  it.each(READS.map(operation => [operation.id, operation] as const))(
    '%s answers as if there were no hidden half; a trend may say less, for it knows no readiness of some only',
    async (_, operation) => {
      const seen = await read(whole, operation, HALF_BLIND);
      const real = await read(half, operation, HALF_BLIND);
      expect(seen.text).not.toMatch(HIDDEN);
      expect(seen.status).toBe(real.status);
      const comparedWhole = !WITH_TREND.includes(operation.id);
      expect(comparable(comparedWhole ? real.body : seen.body)).toEqual(
        comparable(seen.body),
      );
      expect(comparable(real.body)).toMatchObject(comparable(seen.body));
      const ofOne = /^\/entities\/\{kind/.test(operation.path);
      expect(seen.body.partial ?? !ofOne).toBe(!ofOne);
    },
  );

  it.each(READS.map(operation => [operation.id, operation] as const))(
    '%s names nothing hidden to one who reads clusters',
    async (_, operation) => {
      const { text } = await read(whole, operation, HALF_BLIND_OF_CLUSTERS);
      expect(text.replace(/umbra-of-nobody/g, '')).not.toMatch(HIDDEN);
    },
  );

  it.each(LISTS.map(operation => [operation.id, operation] as const))(
    '%s has the same pages as if there were no hidden half, in every order',
    async (_, operation) => {
      const orders = operation.parameters.find(({ name }) => name === 'order');
      const values = (orders?.schema.enum ?? ['']) as readonly string[];
      for (const value of values) {
        const order = value ? `order=${value}&` : '';
        const [seen, real] = [
          await pagesOf(whole, operation, order),
          await pagesOf(half, operation, order),
        ];
        expect(seen.map(comparable)).toEqual(real.map(comparable));
        expect(JSON.stringify(seen)).not.toMatch(HIDDEN);
      }
    },
  );

  /** Some pages of one item each, from the first. */
  async function pagesOf(of: Half, operation: ApiOperation, order: string) {
    const pages: object[] = [];
    let cursor = '';
    do {
      const { body } = await read(
        of,
        operation,
        HALF_BLIND,
        `${order}limit=1${cursor}`,
      );
      pages.push(body);
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor && pages.length < 5);
    return pages;
  }

  /** An answer about something, with the word replaced that the caller put in; who asked the catalog; what the database was asked. */
  async function answerAbout(
    operation: ApiOperation,
    own: string,
    parts: CallParts,
    caller = HALF_BLIND,
  ) {
    const { portal, api } = whole;
    const { path, body } = await api.prepare(operation, parts);
    portal.calls.length = 0;
    let statements = 0;
    const count = () => (statements += 1);
    portal.knex.on('query', count);
    const sent = ask(portal, operation.method, path, caller);
    const { status, text } = await sent.send(body);
    portal.knex.off('query', count);
    const catalog = portal.calls.filter(({ plugin }) => plugin === 'catalog');
    return {
      answer: `${status} ${text}`.replaceAll(own, 'X'),
      catalog: catalog.length,
      statements,
    };
  }

  it.each(
    OPERATIONS.filter(({ path }) => path.includes('{namespace}')).map(
      operation => [operation.id, operation] as const,
    ),
  )(
    '%s tells nothing apart of what is hidden and what is absent',
    async (_, operation) => {
      const names = operation.path.startsWith('/scopes/')
        ? ['umbra-team', 'absent-team']
        : ['umbra-vault', 'absent-vault'];
      const [hiddenOne, absentOne] = [
        await answerAbout(operation, names[0], { path: { name: names[0] } }),
        await answerAbout(operation, names[1], { path: { name: names[1] } }),
      ];
      expect(hiddenOne).toEqual(absentOne);
      expect(hiddenOne).toMatchObject({
        answer: expect.stringMatching(/^404 /),
        statements: 0,
      });
      expect(hiddenOne.catalog).toBeGreaterThan(0);
    },
  );

  it.each([
    ['getFinding', 'key', () => hidden.finding, NO_KEY],
    ['getScan', 'id', () => hidden.scan, NO_ID],
    ['getExemption', 'id', () => hidden.exemption, NO_ID],
    ['approveExemption', 'id', () => hidden.exemption, NO_ID],
    ['denyExemption', 'id', () => hidden.exemption, NO_ID],
    ['shortenExemption', 'id', () => hidden.exemption, NO_ID],
    ['revokeExemption', 'id', () => hidden.exemption, NO_ID],
  ])(
    '%s gives the same words, and asks the catalog as often, for what is hidden and what is absent',
    async (id, parameter, hiddenOf, absent) => {
      const operation = operationOf(id);
      const of = (value: string) =>
        answerAbout(operation, value, { path: { [parameter]: value } });
      const { statements: _, ...ofHidden } = await of(hiddenOf());
      const { statements: __, ...ofAbsent } = await of(absent);
      expect(ofHidden).toEqual(ofAbsent);
      expect(ofHidden.answer).toMatch(/^404 /);
    },
  );

  it.each(['previewExemption', 'requestExemption'])(
    '%s gives the same words for an entity or a finding that is hidden and one that is absent',
    async id => {
      const operation = operationOf(id);
      const request =
        id === 'previewExemption'
          ? {}
          : {
              category: 'acceptedRisk',
              reason: 'The next release mends it',
              expiresAt: new Date(Date.now() + MONTH).toISOString(),
            };
      const ofEntity = (name: string) =>
        answerAbout(operation, name, {
          body: {
            ...request,
            scope: 'entity',
            control: SHARED_MEDIUM,
            entityRef: `component:default/${name}`,
          },
        });
      expect(await ofEntity('umbra-vault')).toEqual(
        await ofEntity('absent-vault'),
      );
      for (const entityRef of ['component:default/lumen-cart', undefined]) {
        const ofFinding = async (findingKey: string) => {
          const { answer } = await answerAbout(
            operation,
            findingKey,
            { body: { ...request, scope: 'finding', findingKey, entityRef } },
            HALF_BLIND_OF_CLUSTERS,
          );
          return answer;
        };
        expect(await ofFinding(hidden.finding)).toBe(await ofFinding(NO_KEY));
      }
    },
  );

  const FILTERS: Readonly<Record<string, readonly [string, string]>> = {
    entity: ['component:default/umbra-vault', 'component:default/absent'],
    owner: ['group:default/umbra-team', 'group:default/absent'],
    system: ['system:default/umbra-bank', 'system:default/absent'],
    parent: ['group:default/umbra-division', 'group:default/absent'],
    domain: ['domain:default/umbra-domain', 'domain:default/absent'],
    search: ['umbra', 'absent'],
    ref: ['component:default/umbra-vault', 'component:default/absent'],
  };

  it.each(
    READS.flatMap(operation =>
      operation.parameters
        .filter(
          ({ name, in: place, required }) =>
            place === 'query' && !required && name in FILTERS,
        )
        .map(({ name }) => [operation.id, name] as const),
    ),
  )('%s filters by %s as if what is hidden were absent', async (id, name) => {
    const operation = operationOf(id);
    const [hiddenOne, absentOne] =
      FILTERS[name === 'parent' && id !== 'getTeams' ? 'domain' : name];
    const beside =
      name === 'ref'
        ? 'scope=entity'
        : await whole.api.queryBeside(name, operation);
    const of = async (value: string) => {
      const query = `${name}=${encodeURIComponent(value)}&${beside}`;
      const { status, body } = await read(whole, operation, HALF_BLIND, query);
      expect(status).not.toBe(400);
      const text = JSON.stringify(comparable(body));
      return text
        .replaceAll(value, 'X')
        .replaceAll(encodeURIComponent(value), 'X');
    };
    expect(await of(hiddenOne)).toBe(await of(absentOne));
  });

  it('sees what entities of both halves share', async () => {
    const { body } = await ask(
      whole.portal,
      'get',
      '/entities/component/default/lumen-cart/findings?limit=200',
      HALF_BLIND,
    );
    const names = body.items.map(
      ({ resource }: { resource: { name: string } }) => resource.name,
    );
    expect(names).toContain('common');
    expect(names).toContain('lumen-cart');
  });
});
