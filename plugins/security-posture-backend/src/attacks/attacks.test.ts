import { request } from 'node:http';
import { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { mockCredentials } from '@backstage/backend-test-utils';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { API } from '../service/__testUtils__/callers';
import { encodeCursor } from '../service/cursor';
import { ApiCaller } from './__testUtils__/ApiCaller';
import { WHOLE_CATALOG, WHOLE_CLUSTER } from './__testUtils__/halves';
import {
  ApiOperation,
  OperationParameter,
  OPERATIONS,
} from './__testUtils__/operations';
import { startHalves } from './__testUtils__/startHalves';
import { ADMIN } from './__testUtils__/TestPolicy';
import { WholePortal } from './__testUtils__/WholePortal';

/** Longest time that any answer may take here, where a machine is shared by others: a regular expression that explodes takes hours. */
const MOST_MS = 10_000;

const MEGABYTE = 1024 * 1024;

const databases = testDatabases({ heavy: true });

jest.setTimeout(300_000);

/** What breaks parsers, statements, paths and regular expressions. */
const HOSTILE_TEXTS: readonly (readonly [string, string])[] = [
  ['a quote', "'"],
  ['a quote and a statement', "a'; drop table findings;--"],
  ['a condition', "' or '1'='1"],
  ['wildcards', '%_%'],
  ['a backslash', '\\'],
  ['backslashes at the end', 'a\\\\\\'],
  ['a null byte', 'a\u0000b'],
  ['a line break', 'a\r\nSet-Cookie: b=c'],
  ['a path upwards', '../../etc/passwd'],
  ['a path upwards in escapes', '..%2f..%2fetc%2fpasswd'],
  ['the prototype', '__proto__'],
  ['a constructor', 'constructor'],
  ['a method of every object', 'toString'],
  ['a group of groups', '(a+)+$'],
  ['an endless text for such a group', `${'a'.repeat(10_000)}!`],
  ['a text that is longer than any name', 'a'.repeat(300)],
  ['a negative number', '-1'],
  ['a huge number', '1e309'],
  ['no number', 'NaN'],
  ['a number beyond integers', '9007199254740993'],
  ['a day far away', '+275760-09-13T00:00:00.000Z'],
  ['a day that there is not', '2026-02-30'],
  ['a look-alike', 'component:default/lumen-\u0441art'],
  ['a ref upwards', 'component:default/../lumen-cart'],
  ['a ref of nothing', ':/'],
  ['a ref with brackets', 'component:default/{lumen}'],
  ['right to left', '\u202Egnp.exe'],
  ['markup', '<img src=x onerror=alert(1)>'],
  ['a template', '${7*7}{{7*7}}'],
  ['a document', '{"$gt":""}'],
];

/** What no message may hold: statements, paths of the machine, the insides of a database. */
const INSIDES =
  /select |insert |update |sqlite|postgres|knex|node_modules|\.ts:/i;

let portal: WholePortal;
let api: ApiCaller;

beforeAll(async () => {
  const knex = await databases.open(databases.ids.at(-1)!);
  portal = await startHalves(knex, WHOLE_CLUSTER, WHOLE_CATALOG);
  api = new ApiCaller(portal, 'lumen-cart');
});

afterAll(() => portal?.stop());

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}

/** Sends what a well-bred client would not: paths and bodies as they are. */
function sendRaw(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  chunks: Iterable<string | Buffer> = [],
): Promise<Answer> {
  const { port } = portal.server.address() as AddressInfo;
  const began = Date.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        method,
        path: `${API}${path}`,
        headers: {
          authorization: mockCredentials.user.header(ADMIN),
          ...headers,
        },
      },
      response => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', data => (text += data));
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            text,
            ms: Date.now() - began,
          }),
        );
      },
    );
    sent.on('error', reject);
    for (const chunk of chunks) sent.write(chunk);
    sent.end();
  });
}

function sendJson(operation: ApiOperation, path: string, body: string) {
  const headers = { 'content-type': 'application/json' };
  return sendRaw(operation.method.toUpperCase(), path, headers, [body]);
}

/** A right answer, or a clear refusal: never a failure of ours, never for long, and no insides in the words. */
function expectHarmless({ status, text, ms }: Answer, allowed = /^[24]/): void {
  expect(`${status} ${text.slice(0, 300)}`).toMatch(allowed);
  expect(ms).toBeLessThan(MOST_MS);
  if (status < 400) return;
  const { error } = JSON.parse(text);
  expect(error).toMatchObject({
    name: expect.stringMatching(/^\w+Error$/),
    message: expect.any(String),
  });
  expect(error.message.length).toBeLessThan(25_000);
  expect(error.message.replaceAll(/"[^"]*"/g, '')).not.toMatch(INSIDES);
}

function named(operations: readonly ApiOperation[]) {
  return operations.map(operation => [operation.id, operation] as const);
}

const WITH_PARAMETERS = OPERATIONS.filter(
  ({ parameters }) => parameters.length,
);
const POSTS = OPERATIONS.filter(({ method }) => method === 'post');
const PAGED = OPERATIONS.filter(({ parameters }) =>
  parameters.some(({ name }) => name === 'cursor'),
);

/** A path with one parameter of its operation replaced. */
function pathWith(
  operation: ApiOperation,
  filled: string,
  { name, in: place }: OperationParameter,
  value: string,
): string {
  const encoded = encodeURIComponent(value);
  const [path, query = ''] = filled.split('?');
  if (place === 'path') {
    const at = operation.path.split('/').indexOf(`{${name}}`);
    const parts = path
      .split('/')
      .map((part, index) => (index === at ? encoded : part));
    return query ? `${parts.join('/')}?${query}` : parts.join('/');
  }
  const others = query
    .split('&')
    .filter(part => part && !part.startsWith(`${name}=`));
  return `${path}?${[...others, `${name}=${encoded}`].join('&')}`;
}

const tried = new Set<string>();

/** All texts for a parameter that is new, a few for one that another operation describes alike. */
function textsFor({ name, schema }: OperationParameter): readonly string[] {
  const kind = JSON.stringify([name, schema]);
  const texts = HOSTILE_TEXTS.map(([, text]) => text);
  const few = ["'", '\u0000', '(a+)+$'];
  return tried.has(kind) || !tried.add(kind) ? few : texts;
}

describe.each(named(WITH_PARAMETERS))('%s', (_, operation) => {
  it('takes whatever is in a parameter for what it is', async () => {
    const { path, body } = await api.prepare(operation);
    for (const parameter of operation.parameters)
      for (const text of textsFor(parameter)) {
        const attacked = pathWith(operation, path, parameter, text);
        expectHarmless(
          operation.takesBody
            ? await sendJson(operation, attacked, JSON.stringify(body ?? {}))
            : await sendRaw(operation.method.toUpperCase(), attacked),
        );
      }
  });

  it('refuses lists and objects where a text belongs, and parameters that there are not', async () => {
    const { path } = await api.prepare(operation);
    const join = path.includes('?') ? '&' : '?';
    for (const { name, in: place, schema } of operation.parameters) {
      if (place !== 'query' || schema.type === 'array') continue;
      for (const forged of [`${name}[]=a&${name}[]=b`, `${name}[a][b]=c`]) {
        const answer = await sendRaw(
          operation.method.toUpperCase(),
          `${path}${join}${forged}`,
        );
        expectHarmless(answer, /^400/);
      }
    }
    const strange = `${path}${join}__proto__[polluted]=1&constructor[prototype][polluted]=1`;
    expectHarmless(await sendRaw(operation.method.toUpperCase(), strange));
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe.each(named(PAGED))('the cursor of %s', (_, operation) => {
  it.each([
    ['of another list', encodeCursor(['another'], 1)],
    ['of nothing', Buffer.from('null').toString('base64url')],
    ['of objects', Buffer.from('{"__proto__":[]}').toString('base64url')],
    ['of a negative place', Buffer.from('["",-1]').toString('base64url')],
    ['of nested lists', Buffer.from('[[[[]]],[[]]]').toString('base64url')],
    ['of no JSON', 'bm8'],
    ['of no base64', '!!!'],
  ])('%s is refused', async (__, cursor) => {
    const { path } = await api.prepare(operation);
    const join = path.includes('?') ? '&' : '?';
    const answer = await sendRaw('GET', `${path}${join}cursor=${cursor}`);
    expectHarmless(answer, /^400.*first page/);
  });
});

/** Small when it is sent, and far too large unpacked. */
const bomb = gzipSync(Buffer.alloc(64 * MEGABYTE, ' '));

describe.each(named(POSTS))('the body of %s', (_, operation) => {
  it('is refused where it says that it is larger than it may be', async () => {
    const { path } = await api.prepare(operation);
    const chunk = Buffer.alloc(MEGABYTE, ' ');
    const answer = await sendRaw(
      'POST',
      path,
      {
        'content-type': 'application/json',
        'content-length': String(10 * MEGABYTE),
      },
      Array.from({ length: 10 }, () => chunk),
    );
    expectHarmless(answer, /^413/);
  });

  it('is refused where it does not say how large it is', async () => {
    const { path } = await api.prepare(operation);
    const answer = await sendRaw(
      'POST',
      path,
      { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      Array.from({ length: 100 }, () => Buffer.alloc(MEGABYTE / 10, ' ')),
    );
    expectHarmless(answer, /^413/);
  });

  it.each([
    ['deep lists', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['deep objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['half of JSON', '{"scope":'],
    ['a list', '[]'],
    ['a text', '"text"'],
    ['nothing', 'null'],
    ['a number too large', '1e999'],
    ['the prototype', '{"__proto__":{"polluted":true}}'],
    ['a constructor', '{"constructor":{"prototype":{"polluted":true}}}'],
  ])('may be %s', async (__, body) => {
    const { path } = await api.prepare(operation);
    const answer = await sendJson(operation, path, body);
    expectHarmless(answer);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each([
    'application/yaml',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json; charset=utf-7',
    'nonsense',
  ])('may call itself %s', async type => {
    const { path, body } = await api.prepare(operation);
    const answer = await sendRaw('POST', path, { 'content-type': type }, [
      JSON.stringify(body ?? {}),
    ]);
    expectHarmless(answer);
  });

  it('may be packed so that it grows', async () => {
    const { path } = await api.prepare(operation);
    const headers = {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    };
    expectHarmless(await sendRaw('POST', path, headers, [bomb]), /^4/);
  });

  it('may hold anything', async () => {
    if (!operation.takesBody) return;
    const { path, body } = await api.prepare(operation);
    const fields = Object.keys(body ?? {});
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...(fields.length ? fields : ['any'])),
        fc.oneof(
          fc.constantFrom(...HOSTILE_TEXTS.map(([, text]) => text)),
          fc.jsonValue({ maxDepth: 3 }),
        ),
        async (field, value) => {
          const forged = JSON.stringify({ ...body, [field]: value });
          expectHarmless(await sendJson(operation, path, forged));
        },
      ),
      { numRuns: 25, seed: 4 },
    );
  });
});

describe('a path', () => {
  it.each([
    '/entities/component/default/..%2f..%2fclusters/posture',
    '/entities/component/default/%2e%2e/posture',
    '/entities/component/default/lumen-cart%00/posture',
    '/entities/component/default/%E0%A4%A/posture',
    '/entities/component%3Adefault%2Flumen-cart/default/x/posture',
    '/entities/__proto__/constructor/toString/posture',
    `/entities/component/default/${'a'.repeat(8_000)}/posture`,
    '/%2e%2e/v1/clusters',
    '//clusters//',
    '/clusters/;--',
    '/clusters/%27%20or%201=1--',
  ])('%s is harmless', async path => {
    expectHarmless(await sendRaw('GET', path));
  });
});

it('leaves every table as long as it was', async () => {
  const [{ findings }] = await portal.knex('findings').count({ findings: '*' });
  expect(Number(findings)).toBeGreaterThan(0);
});
