import { FindingsResponse } from 'backstage-plugin-security-posture-common';
import { NOT_EVALUATED_REASONS } from 'security-posture-engine';
import {
  aFinding,
  aPart,
  CRITICAL,
  HIGH,
  MEDIUM,
  NOW,
  talliesBut,
} from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import {
  ADMIN,
  FINDING_KEYS,
  foundCompany,
  HALF_BLIND,
  pathOf,
  refOf,
} from './__testUtils__/company';
import { startApi, StartedApi } from './__testUtils__/startApi';

/** A control that needs service accounts, which the cluster does not show. */
const UNREAD = 'sa-exists';

let api: StartedApi;

beforeAll(async () => {
  api = await startApi(NOW);
});

beforeEach(() => {
  foundCompany(api);
  api.reader.gaps.push({ ...api.reader.gaps[0], control: MEDIUM });
  const finding = (
    control: string,
    severity: 'critical' | 'high',
    name: string,
  ) => ({
    entityRefs: [refOf(0)],
    finding: aFinding({
      key: `${name}${control.length}`.padEnd(32, '0'),
      control,
      severity,
      subject: { ...aFinding().subject, name },
    }),
  });
  api.reader.findings = ['a', 'b', 'c', 'd'].flatMap(name => [
    finding(CRITICAL, 'critical', name),
    finding(HIGH, 'high', name),
  ]);
  api.reader.entities[0] = {
    ...api.reader.entities[0],
    parts: [
      aPart({
        tallies: talliesBut({
          [UNREAD]: { pass: 0, notApplicable: 0, notEvaluated: 4, fail: {} },
          [MEDIUM]: { pass: 0, notApplicable: 0, notEvaluated: 4, fail: {} },
        }),
      }),
    ],
  };
  api.time.now += 31_000;
});

afterAll(() => api.stop());

async function list(query: string): Promise<FindingsResponse> {
  const response = await ask(
    api,
    'get',
    `${pathOf(0)}/findings?${query}`,
    ADMIN,
  );
  expect(response.status).toBe(200);
  return response.body;
}

describe('GET /entities/…/findings', () => {
  it('lists what is open, and last what a whole cluster did not show', async () => {
    const { items, total } = await list('');
    expect(total).toBe(10);
    expect(items).toHaveLength(10);
    expect(items[8]).toMatchObject({
      control: UNREAD,
      outcome: 'notEvaluated',
      reason: 'forbidden',
      reasonText: NOT_EVALUATED_REASONS.forbidden,
      resource: {
        cluster: 'prod-eu',
        apiVersion: '',
        kind: 'Cluster',
        name: 'prod-eu',
      },
      violations: [],
      openedAt: '2026-11-21T12:00:00.000Z',
    });
  });

  it.each([
    ['fails', 'outcomes=fail', 8],
    ['what was not evaluated', 'outcomes=notEvaluated', 2],
    ['one severity', 'severities=high', 4],
    ['a control', `control=${CRITICAL}`, 4],
    ['a control that was not evaluated', `control=${UNREAD}`, 1],
    ['a cluster', 'cluster=prod-eu', 10],
    ['another cluster', 'cluster=staging', 0],
  ])('filters by %s', async (_, query, total) => {
    expect((await list(query)).total).toBe(total);
  });

  it.each([1, 2, 3, 8, 9, 10])(
    'walks through all pages of %d, each finding once',
    async limit => {
      const keys: string[] = [];
      let cursor = '';
      do {
        const page = await list(`limit=${limit}${cursor}`);
        expect(page.items.length).toBeLessThanOrEqual(limit);
        keys.push(...page.items.map(({ key }) => key));
        cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
      } while (cursor);
      expect(keys).toEqual((await list('')).items.map(({ key }) => key));
    },
  );

  it('refuses the cursor of another entity', async () => {
    const { nextCursor } = await list('limit=2');
    const other = await ask(
      api,
      'get',
      `${pathOf(1)}/findings?cursor=${nextCursor}`,
      ADMIN,
    );
    expect(other.status).toBe(400);
  });
});

describe('GET /entities/…/posture', () => {
  it.each([
    ['on one page', 8, 1],
    ['on two pages', 70, 1],
    ['too large for one answer', 50, 150],
  ])('counts and pages as the list does: %s', async (_, count, places) => {
    const [first] = api.reader.findings;
    const violations = Array.from(
      { length: places },
      () => first.finding.violations[0],
    );
    api.reader.findings = Array.from({ length: count }, (__, index) => ({
      ...first,
      finding: {
        ...first.finding,
        key: String(index).padStart(32, '0'),
        severity: index % 4 ? ('low' as const) : ('info' as const),
        violations,
      },
    }));
    const { body } = await ask(api, 'get', `${pathOf(0)}/posture`, ADMIN);
    const { items, total, notes, nextCursor }: FindingsResponse = body.findings;
    const all = await list('limit=200');
    expect(total).toBe(all.total);
    expect(notes).toBe(all.notes);
    expect(notes).toBe(
      all.items.filter(({ severity }) => severity === 'info').length,
    );
    const rest = nextCursor
      ? (await list(`limit=200&cursor=${nextCursor}`)).items
      : [];
    expect([...items, ...rest]).toEqual(all.items);
    expect(items.length < total).toBe(nextCursor !== undefined);
  });

  it('ends its findings with a cursor that the list of findings takes', async () => {
    const [first] = api.reader.findings;
    api.reader.findings = Array.from({ length: 60 }, (_, index) => ({
      ...first,
      finding: { ...first.finding, key: String(index).padStart(32, '0') },
    }));
    const { body } = await ask(api, 'get', `${pathOf(0)}/posture`, ADMIN);
    expect(body.findings.items).toHaveLength(50);
    const rest = await list(`cursor=${body.findings.nextCursor}`);
    expect(rest.items[0].key).toBe('50'.padStart(32, '0'));
    expect(rest.items).toHaveLength(12);
  });

  it.each([
    [
      'asks for workloads',
      { 'backstage.io/kubernetes-id': 'new' },
      'neverScanned',
      true,
    ],
    ['asks for none', {}, 'notMapped', false],
  ])(
    'answers for an entity that is new to the catalog and %s',
    async (_, annotations, state, annotated) => {
      const [cluster] = api.reader.clusters;
      api.reader.clusters = [{ ...cluster, sweepNo: 0, state: 'neverScanned' }];
      api.policy.entities.push({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'new', annotations },
      });
      const { body } = await ask(
        api,
        'get',
        '/entities/component/default/new/posture',
        ADMIN,
      );
      expect(body).toMatchObject({
        entityRef: 'component:default/new',
        readiness: 'unknown',
        workloads: 0,
        mapping: { annotated },
      });
      expect([state, 'noWorkloads']).toContain(body.state);
    },
  );
});

describe('GET /findings/{key}', () => {
  it('shows a finding that is closed, when and why', async () => {
    api.reader.findings = [
      {
        entityRefs: [refOf(0)],
        finding: aFinding({
          key: FINDING_KEYS[0],
          closedAt: NOW,
          closedBecause: 'passed',
        }),
      },
    ];
    const { status, body } = await ask(
      api,
      'get',
      `/findings/${FINDING_KEYS[0]}`,
      ADMIN,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      closedAt: '2026-11-21T12:00:00.000Z',
      closedBecause: 'passed',
    });
    expect((await list('')).items.map(({ key }) => key)).not.toContain(
      FINDING_KEYS[0],
    );
  });

  it('shows what a cluster did not show to those who see an entity that it leaves unanswered', async () => {
    const gap = (await list('outcomes=notEvaluated')).items[0];
    const seen = await ask(api, 'get', `/findings/${gap.key}`, HALF_BLIND);
    expect(seen.body).toEqual({ ...gap, entities: [refOf(0)], episodes: [] });
    api.policy.rights.set(HALF_BLIND, { sees: ref => ref === refOf(2) });
    const hidden = await ask(api, 'get', `/findings/${gap.key}`, HALF_BLIND);
    expect(hidden.status).toBe(404);
  });
});
