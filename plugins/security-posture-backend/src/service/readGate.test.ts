import {
  aCluster,
  aFinding,
  anEntity,
  aPart,
  CRITICAL,
  HOUR,
  NOW,
  talliesBut,
} from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { ADMIN, foundCompany, pathOf, refOf } from './__testUtils__/company';
import { startApi, StartedApi } from './__testUtils__/startApi';

const FAILING = talliesBut({
  [CRITICAL]: {
    pass: 0,
    notApplicable: 0,
    notEvaluated: 0,
    fail: { critical: 1 },
  },
});

let api: StartedApi;

beforeAll(async () => {
  api = await startApi(NOW);
});

beforeEach(() => {
  foundCompany(api);
  api.time.now = NOW;
  api.reader.entities = [anEntity({ entityRef: refOf(0) })];
  api.reader.findings = [];
});

afterAll(() => api.stop());

async function gate() {
  const { status, body } = await ask(api, 'get', `${pathOf(0)}/gate`, ADMIN);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body;
}

it('passes what is ready', async () => {
  expect(await gate()).toEqual({
    entityRef: refOf(0),
    verdict: 'pass',
    readiness: 'ready',
    reasons: [],
    blockers: [],
    blockersTotal: 0,
    score: 100,
    grade: 'A',
    coverage: 1,
    asOf: '2026-11-21T11:50:00.000Z',
  });
});

it.each<[string, () => void]>([
  [
    'that was swept a day ago',
    () => {
      api.time.now = NOW + 24 * HOUR;
    },
  ],
  [
    'in a cluster that was never swept',
    () => {
      api.reader.clusters = [
        aCluster({
          sweepNo: 0,
          state: 'neverScanned',
          lastSuccessAt: undefined,
        }),
      ];
    },
  ],
  [
    'of which nothing was judged',
    () => {
      api.reader.entities = [anEntity({ entityRef: refOf(0), parts: [] })];
    },
  ],
  [
    'that was judged by another version of the profile',
    () => {
      api.reader.entities = [
        anEntity({
          entityRef: refOf(0),
          parts: [aPart({ profile: 'workload@0' })],
        }),
      ];
    },
  ],
  [
    'of which nothing is stored yet',
    () => {
      api.reader.entities = [];
    },
  ],
])('blocks an entity %s', async (_, change) => {
  change();
  const { verdict, readiness, reasons } = await gate();
  expect({ verdict, readiness }).toEqual({
    verdict: 'block',
    readiness: 'unknown',
  });
  expect(reasons).not.toEqual([]);
});

it('counts what runs in production only, where a cluster is production', async () => {
  const home = aPart({ tallies: FAILING });
  const { mapping } = anEntity();
  api.reader.entities = [
    anEntity({
      entityRef: refOf(0),
      mapping: {
        ...mapping,
        query: { ...mapping.query!, clusters: ['prod-eu', 'staging'] },
      },
      parts: [{ ...home, cluster: 'staging' }, aPart()],
    }),
  ];
  const staging = aFinding({ cluster: 'staging' });
  api.reader.findings = [{ finding: staging, entityRefs: [refOf(0)] }];
  api.reader.clusters = [aCluster(), aCluster({ name: 'staging' })];
  expect(await gate()).toMatchObject({
    verdict: 'block',
    blockers: [{ key: staging.key }],
  });
  api.reader.clusters[0] = aCluster({ production: true });
  expect(await gate()).toMatchObject({ verdict: 'pass', blockers: [] });
});

it('says of what follows from another finding that it is exempted with that', async () => {
  const finding = aFinding({ consequenceOf: 'host-network' });
  api.reader.entities = [
    anEntity({ entityRef: refOf(0), parts: [aPart({ tallies: FAILING })] }),
  ];
  api.reader.findings = [{ finding, entityRefs: [refOf(0)] }];
  const { blockers } = await gate();
  expect(blockers).toMatchObject([
    { exemptable: false, consequenceOf: 'host-network' },
  ]);
});
