import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { Failure } from '../toolchain/Failure.mjs';
import { refreshTables } from './refreshTables.mjs';

const TODAY = '2026-11-21';
const REVIEW = {
  reviewed: [
    {
      id: 'CVE-2026-1001',
      title: 'Reviewed',
      component: 'kubelet',
      severity: 'low',
    },
    {
      id: 'CVE-2021-9999',
      title: 'Not in the feed',
      component: 'kubelet',
      ranges: [{ introduced: '0', fixed: '1.22.1' }],
    },
  ],
  ignored: [{ id: 'CVE-2026-1003', because: 'it lies in kubectl' }],
  components: [
    {
      id: 'CVE-2022-23648',
      title: 'Of containerd',
      component: 'containerd',
      ranges: [{ introduced: '0', fixed: '1.4.13' }],
      references: ['https://example.com'],
    },
  ],
};

const release = (name, rest = {}) => ({
  name,
  releaseDate: '2025-01-01',
  eolFrom: '2027-01-01',
  isEol: false,
  eoesFrom: null,
  latest: { name: `${name}.1`, date: '2025-02-01' },
  ...rest,
});
const vulnerability = (id, events, rest = {}) => ({
  id: `GO-${id}`,
  aliases: [`GHSA-${id}`, `CVE-2026-${id}`],
  summary: `Something bad ${id} in k8s.io/kubernetes`,
  affected: [
    {
      package: { name: 'k8s.io/kubernetes' },
      ranges: [{ type: 'SEMVER', events }],
    },
  ],
  ...rest,
});
const FIXED = [{ introduced: '0' }, { fixed: '1.36.1' }];

const FEEDS = {
  '/index/modules.json': [
    { path: 'example.com/other', vulns: [{ id: 'GO-9' }] },
    {
      path: 'k8s.io/kubernetes',
      vulns: ['1001', '1002', '1003', '1004', '1005'].map(id => ({
        id: `GO-${id}`,
      })),
    },
  ],
  '/ID/GO-1001.json': vulnerability('1001', FIXED),
  '/ID/GO-1002.json': vulnerability('1002', [
    ...FIXED,
    { introduced: '1.37.0-alpha.0' },
  ]),
  '/ID/GO-1003.json': vulnerability('1003', FIXED),
  '/ID/GO-1004.json': vulnerability('1004', FIXED, { withdrawn: '2026-01-01' }),
  '/ID/GO-1005.json': vulnerability('1005', [
    { introduced: '0' },
    { fixed: '1.19.3' },
  ]),
  '/endoflife-date/release-data/main/releases/kubernetes.json': {
    versions: {
      '1.36.0': { name: '1.36.0', date: '2026-04-22' },
      '1.36.10': { name: '1.36.10', date: '2026-11-01' },
      '1.36.9': { name: '1.36.9', date: '2026-10-01' },
      '1.3.6': { name: '1.3.6', date: '2016-09-01' },
    },
  },
  '/api/v1/products/kubernetes/': {
    result: {
      releases: [
        release('1.36', { latest: { name: '1.36.10', date: '2026-11-01' } }),
        release('1.19', { releaseDate: '2020-08-26' }),
      ],
    },
  },
  '/api/v1/products/debian/': {
    result: {
      releases: [
        release('13', { eoesFrom: '2030-06-30' }),
        release('9', { eolFrom: null, isEol: true, latest: null }),
      ],
    },
  },
};
const ANY_PRODUCT = { result: { releases: [release('1')] } };

let server;
let base;
/** What the server answers in place of a feed, by its path. */
let replaced = {};

before(async () => {
  server = createServer((request, response) => {
    const answer =
      replaced[request.url] ??
      FEEDS[request.url] ??
      (request.url.startsWith('/api/v1/products/') ? ANY_PRODUCT : undefined);
    if (typeof answer === 'number' || answer === undefined) {
      response.writeHead(answer ?? 404).end();
    } else {
      response.end(
        typeof answer === 'string' ? answer : JSON.stringify(answer),
      );
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${server.address().port}`;
});

after(() => server.close());

function refresh(instead = {}) {
  replaced = instead;
  return refreshTables({
    sources: { endOfLife: base, releases: base, vulnerabilities: base },
    review: REVIEW,
    today: TODAY,
  });
}

const productOf = ({ supportDates }, product) =>
  supportDates.rows.find(row => row.product === product);

test('support dates are made from the feeds', async () => {
  const tables = await refresh();
  assert.equal(tables.supportDates.asOf, TODAY);
  assert.deepEqual(productOf(tables, 'kubernetes').cycles, [
    {
      cycle: '1.36',
      released: '2025-01-01',
      ends: '2027-01-01',
      latest: '1.36.10',
      latestReleased: '2026-11-01',
      patches: {
        '1.36.10': '2026-11-01',
        '1.36.9': '2026-10-01',
        '1.36.0': '2026-04-22',
      },
    },
  ]);
  const debian = productOf(tables, 'debian');
  assert.equal(debian.extendedForEveryone, true);
  assert.deepEqual(
    debian.cycles.map(({ ends, extendedEnds }) => [ends, extendedEnds]),
    [
      ['2027-01-01', '2030-06-30'],
      [true, undefined],
    ],
  );
});

test('vulnerabilities are those of the feed, with what the review says of them', async () => {
  const { knownCves } = await refresh();
  assert.deepEqual(
    knownCves.rows.map(({ id, title, component, severity }) => [
      id,
      title,
      component,
      severity,
    ]),
    [
      ['CVE-2021-9999', 'Not in the feed', 'kubelet', undefined],
      ['CVE-2022-23648', 'Of containerd', 'containerd', undefined],
      ['CVE-2026-1001', 'Reviewed', 'kubelet', 'low'],
      ['CVE-2026-1002', 'Something bad 1002', 'kubernetes', undefined],
    ],
  );
  assert.deepEqual(knownCves.rows[3].affected, [
    { introduced: '0', fixed: '1.36.1' },
    { introduced: '1.37.0-alpha.0' },
  ]);
});

test('the same feeds make the same tables', async () => {
  assert.equal(
    JSON.stringify(await refresh()),
    JSON.stringify(await refresh()),
  );
});

const BROKEN = [
  ['a feed that is down', { '/ID/GO-1002.json': 503 }, /answered 503\.$/],
  [
    'a product that is gone',
    { '/api/v1/products/ubuntu/': 404 },
    /ubuntu.* answered 404/,
  ],
  [
    'a feed that is no JSON',
    { '/index/modules.json': '<html>' },
    /could not be read: it is no JSON/,
  ],
  [
    'a feed without anything in it',
    { '/api/v1/products/debian/': { result: { releases: [] } } },
    /something other than expected/,
  ],
  [
    'a feed of another form',
    { '/index/modules.json': {} },
    /something other than expected/,
  ],
  [
    'a date that is none',
    {
      '/api/v1/products/debian/': {
        result: { releases: [release('13', { releaseDate: '2025-99-01' })] },
      },
    },
    /no valid table supportDates/,
  ],
];

for (const [name, instead, expected] of BROKEN) {
  test(`${name} makes no table`, async () => {
    await assert.rejects(
      refresh(instead),
      error => error instanceof Failure && expected.test(error.message),
    );
  });
}

test('a server that is not there makes no table', async () => {
  await assert.rejects(
    refreshTables({
      sources: {
        endOfLife: 'http://127.0.0.1:1',
        releases: base,
        vulnerabilities: base,
      },
      review: REVIEW,
      today: TODAY,
    }),
    error =>
      error instanceof Failure && /could not be read/.test(error.message),
  );
});
