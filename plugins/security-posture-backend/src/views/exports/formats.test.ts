import { ExportedFinding } from 'backstage-plugin-security-posture-common';
import { parseAllDocuments } from 'yaml';
import {
  aFinding,
  aHeader,
  anEmptyHeader,
  aReport,
  textOf,
} from './__testUtils__/reports';
import { faultsOf, schemaOf } from './__testUtils__/schemas';
import { BATCH_SIZE } from './namespaceBatches';
import { writeHtml } from './writeHtml';
import { writeJson } from './writeJson';
import { writeOscal } from './writeOscal';
import { writePolicyReports } from './writePolicyReports';
import { writeSarif } from './writeSarif';

const sarifSchema = schemaOf('sarif-2.1.0.schema.json');
const oscalSchema = schemaOf('oscal-assessment-results-1.2.1.schema.json');
const policySchema = schemaOf('policyReport-v1alpha2.schema.json');

const HOSTILE = `  <script>alert(1)</script>\n"quoted" \u202e --- {}: & *a \t`;

const exempted = aFinding({
  key: '1'.repeat(32),
  control: 'run-as-non-root',
  severity: 'high',
  title: 'A container may run as root',
  exemption: {
    id: '00000000-0000-4000-9000-000000000001',
    requestedBy: 'user:default/olivia',
    decidedBy: 'user:default/paul',
    decidedAt: '2026-11-02T00:00:00.000Z',
    expiresAt: '2026-12-24T00:00:00.000Z',
    category: 'migration',
    reason: 'The next release mends it',
  },
});

const notJudged = aFinding({
  key: '2'.repeat(32),
  control: 'no-longer-known',
  title: 'no-longer-known',
  outcome: 'notEvaluated',
  reason: 'noReport',
  reasonText: 'There is no report.',
  violations: [],
  resource: { cluster: 'prod-eu', apiVersion: '', kind: 'Cluster', name: 'x' },
});

const hostile = aFinding({
  key: '3'.repeat(32),
  title: HOSTILE,
  resource: {
    cluster: HOSTILE,
    apiVersion: 'v1',
    kind: 'Namespace',
    name: 'n'.repeat(253),
  },
  violations: [{ path: HOSTILE, message: HOSTILE }],
  entities: [],
});

/** By cluster and namespace, as a report brings them. */
const FINDINGS: readonly ExportedFinding[] = [
  hostile,
  notJudged,
  aFinding(),
  exempted,
];

/** Chosen by a filter, of which one value tries to pass for more. */
const filteredHeader = aHeader({
  scope: 'organisation',
  ref: undefined,
  filter: {
    severities: ['critical', 'high'],
    production: true,
    owner: 'group:default/payments',
    search: `x; filter.owner=nobody${HOSTILE}`,
  },
});

const REPORTS = [
  ['findings of all sorts', aReport(FINDINGS)],
  ['nothing open', aReport([])],
  ['nothing judged', aReport([], anEmptyHeader())],
  ['findings that a filter chose', aReport(FINDINGS, filteredHeader)],
  [
    'an organisation without clusters to read',
    aReport(
      FINDINGS,
      aHeader({
        scope: 'organisation',
        ref: undefined,
        clusters: undefined,
        gaps: undefined,
        partial: true,
      }),
    ),
  ],
] as const;

async function documentsOf(report: (typeof REPORTS)[number][1]) {
  const text = await textOf(writePolicyReports, report);
  return parseAllDocuments(text).map(each => each.toJS());
}

describe.each(REPORTS)('an export of %s', (_, report) => {
  it('is a log that the schema of SARIF takes', async () => {
    const log = JSON.parse(await textOf(writeSarif, report));
    expect(faultsOf(sarifSchema, log)).toEqual([]);
  });

  it('is assessment results that the schema of OSCAL takes', async () => {
    const results = JSON.parse(await textOf(writeOscal, report));
    expect(faultsOf(oscalSchema, results)).toEqual([]);
  });

  it('is policy reports that the CRDs take', async () => {
    for (const document of await documentsOf(report))
      expect(faultsOf(policySchema, document)).toEqual([]);
  });

  it('states library, coverage and notes in every format', async () => {
    const { header } = report;
    for (const write of [
      writeJson,
      writeSarif,
      writeOscal,
      writePolicyReports,
      writeHtml,
    ]) {
      const text = await textOf(write, report);
      expect(text).toContain(header.library);
      expect(text).toContain('coverage');
      for (const note of header.notes)
        expect(text.replace(/\s+/g, ' ')).toContain(note);
    }
  });
});

describe('an export that a filter chose', () => {
  const report = aReport([aFinding()], filteredHeader);
  const search = 'x; filter.owner=nobody <script>alert(1)</script>';

  it('says in SARIF and JSON by what', async () => {
    const { runs } = JSON.parse(await textOf(writeSarif, report));
    const json = JSON.parse(await textOf(writeJson, report));
    expect(runs[0].properties.filter).toEqual(filteredHeader.filter);
    expect(json.filter).toEqual(filteredHeader.filter);
  });

  it('says in OSCAL and policy reports by what, each part by itself', async () => {
    const results = JSON.parse(await textOf(writeOscal, report))[
      'assessment-results'
    ];
    const [{ metadata }] = await documentsOf(report);
    const props = Object.fromEntries(
      results.results[0].props.map(({ name, value }: never) => [name, value]),
    );
    const annotations = Object.fromEntries(
      Object.entries(metadata.annotations).map(([name, value]) => [
        name.replace('security-posture.io/', ''),
        value,
      ]),
    );
    for (const facts of [props, annotations])
      expect(facts).toMatchObject({
        'filter.severities': 'critical, high',
        'filter.production': 'true',
        'filter.owner': 'group:default/payments',
        'filter.search': expect.stringContaining('filter.owner=nobody'),
      });
    expect(results.metadata.title).toBe(
      'Filtered findings of the organisation',
    );
  });

  it('says in HTML by what, without letting markup in', async () => {
    const html = await textOf(writeHtml, report);
    expect(html).toContain('<dt>filter.severities</dt><dd>critical, high</dd>');
    expect(html.replace(/\s+/g, ' ')).toContain(
      `<dt>filter.search</dt><dd>${search
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')}`,
    );
    expect(html).toContain('<h1>Filtered findings of the organisation, 2026');
    const empty = await textOf(writeHtml, aReport([], filteredHeader));
    expect(empty).toContain('No open finding matches the filter.');
    expect(empty).not.toContain('No finding was open.');
  });

  it('takes the place of no report of everything, nor of one by another filter', async () => {
    const { filter: _, ...unfiltered } = filteredHeader;
    const other = {
      ...filteredHeader,
      filter: { severities: ['high' as const] },
    };
    const headers = [unfiltered, filteredHeader, other];
    const names = new Set<string>();
    const ids = new Set<string>();
    for (const header of headers) {
      const of = aReport([aFinding()], header);
      for (const { metadata } of await documentsOf(of))
        names.add(metadata.name);
      const results = JSON.parse(await textOf(writeOscal, of))[
        'assessment-results'
      ];
      ids.add(results.uuid);
      for (const { uuid } of results.results) ids.add(uuid);
    }
    expect([names.size, ids.size]).toEqual([2 * 3, 3 * 3]);
  });
});

describe('SARIF', () => {
  it('has the rules of what it found, and suppresses what is exempted', async () => {
    const { runs } = JSON.parse(await textOf(writeSarif, aReport(FINDINGS)));
    const [{ tool, results, invocations }] = runs;
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'privileged-container',
      'run-as-non-root',
    ]);
    expect(invocations[0].executionSuccessful).toBe(true);
    expect(results.map(({ kind, level }: never) => [kind, level])).toEqual([
      ['fail', 'error'],
      ['open', 'none'],
      ['fail', 'error'],
      ['fail', 'error'],
    ]);
    expect(results[3].suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification:
          'Exempted until 2026-12-24T00:00:00.000Z, asked for by user:default/olivia, approved by user:default/paul: The next release mends it',
      },
    ]);
    expect(results[2]).not.toHaveProperty('suppressions');
  });

  it('of nothing says that the run did not succeed', async () => {
    const report = aReport([], anEmptyHeader());
    const { runs } = JSON.parse(await textOf(writeSarif, report));
    expect(runs[0]).toMatchObject({
      invocations: [{ executionSuccessful: false }],
      properties: { state: 'nothingJudged' },
      results: [],
    });
  });
});

describe('OSCAL', () => {
  it('ties findings to observations, and exemptions to risks with an end', async () => {
    const document = JSON.parse(await textOf(writeOscal, aReport(FINDINGS)));
    const { results } = document['assessment-results'];
    const shop = results.at(-1);
    const [, observed] = shop.observations;
    expect(shop.title).toBe('Findings in prod-eu, namespace shop');
    expect(shop.risks).toEqual([
      expect.objectContaining({
        status: 'deviation-approved',
        deadline: '2026-12-24T00:00:00.000Z',
        'related-observations': [{ 'observation-uuid': observed.uuid }],
      }),
    ]);
    expect(shop.findings[1]).toMatchObject({
      target: {
        'target-id': 'run-as-non-root',
        status: { state: 'not-satisfied', reason: 'fail' },
      },
      'related-observations': [{ 'observation-uuid': observed.uuid }],
      'related-risks': [{ 'risk-uuid': shop.risks[0].uuid }],
    });
    expect(JSON.stringify(document)).not.toContain('"satisfied"');
  });

  it('gives the same ids each time, and no id twice', async () => {
    const text = await textOf(writeOscal, aReport(FINDINGS));
    expect(await textOf(writeOscal, aReport(FINDINGS))).toBe(text);
    const ids = [...text.matchAll(/"uuid":"([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id[14]).toBe('5');
  });
});

describe('PolicyReports', () => {
  it('are one for each namespace, after one that says what the export is', async () => {
    const documents = await documentsOf(aReport(FINDINGS));
    expect(
      documents.map(({ kind, metadata: { namespace }, summary }) => [
        kind,
        namespace,
        summary,
      ]),
    ).toEqual([
      ['ClusterPolicyReport', undefined, counted({ warn: 1, error: 1 })],
      ['ClusterPolicyReport', undefined, counted({ fail: 1 })],
      ['ClusterPolicyReport', undefined, counted({ error: 1 })],
      ['PolicyReport', 'shop', counted({ fail: 1, skip: 1 })],
    ]);
  });

  it('are several for a namespace of many findings, each under its own name', async () => {
    const many = Array.from({ length: 2 * BATCH_SIZE + 1 }, () => aFinding());
    const [, ...documents] = await documentsOf(
      aReport(many, aHeader(), BATCH_SIZE),
    );
    expect(documents.map(({ results }) => results.length)).toEqual([
      BATCH_SIZE,
      BATCH_SIZE,
      1,
    ]);
    const names = documents.map(({ metadata }) => metadata.name);
    expect(new Set(names).size).toBe(3);
  });

  it('of nothing have an error, for a report without results reads as a pass', async () => {
    const documents = await documentsOf(aReport([], anEmptyHeader()));
    expect(documents).toHaveLength(1);
    expect(documents[0].summary).toEqual(counted({ error: 1 }));
  });

  function counted(counts: Record<string, number>) {
    return { pass: 0, fail: 0, warn: 0, error: 0, skip: 0, ...counts };
  }
});

describe('JSON', () => {
  it('is the head with all findings as they are', async () => {
    const report = aReport(FINDINGS);
    expect(JSON.parse(await textOf(writeJson, report))).toEqual({
      ...JSON.parse(JSON.stringify(report.header)),
      findings: JSON.parse(JSON.stringify(FINDINGS)),
    });
  });
});

describe('the page to print', () => {
  it('lets no markup in, and has no script and nothing to load', async () => {
    const html = await textOf(writeHtml, aReport(FINDINGS));
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/<script|<img|<link|src=|href=|url\(/i);
    expect(html).toContain("default-src 'none'");
  });

  it.each([
    ['nothing open', aHeader(), 'No finding was open.'],
    ['nothing judged', anEmptyHeader(), 'This is not a pass.'],
  ])('says so where there is %s', async (_, header, sentence) => {
    const html = await textOf(writeHtml, aReport([], header));
    expect(html).toContain(sentence);
  });

  it('rounds no coverage up to all', async () => {
    const html = await textOf(writeHtml, aReport([]));
    expect(html).toContain('<dt>coverage</dt><dd>99 %</dd>');
  });
});
