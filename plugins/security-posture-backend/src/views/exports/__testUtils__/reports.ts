import {
  ExportedFinding,
  ExportHeader,
} from 'backstage-plugin-security-posture-common';
import { allControls } from 'security-posture-engine';
import { indexControls } from '../../PostureSettings';
import { ExportReport, WriteReport } from '../ExportReport';

const AT = '2026-11-22T12:00:00.000Z';

/** The head of an export of a service that has been judged, with what a test is about. */
export function aHeader(over: Partial<ExportHeader> = {}): ExportHeader {
  return {
    schema: 'posture.export/v1',
    scope: 'entity',
    ref: 'component:default/cart',
    at: AT,
    generatedAt: AT,
    library: '1.4.0',
    profile: 'workload',
    state: 'judged',
    readiness: 'notReady',
    score: { value: 61, grade: 'D', coverage: 0.996 },
    raw: { value: 40, grade: 'D', coverage: 0.996 },
    open: { critical: 1, high: 2, medium: 0, low: 0, info: 0 },
    exempted: { critical: 0, high: 1, medium: 0, low: 0, info: 0 },
    clusters: [{ cluster: 'prod-eu', state: 'scanned', lastSuccessAt: AT }],
    gaps: [
      {
        cluster: 'prod-eu',
        control: 'audit-logging',
        title: 'The API server keeps an audit log',
        reason: 'controlPlaneNotVisible',
        reasonText: 'The control plane cannot be seen.',
        since: AT,
      },
    ],
    notes: ['One control could not be judged on a whole cluster.'],
    partial: false,
    ...over,
  };
}

/** The head of an export of what nobody looked at. */
export function anEmptyHeader(): ExportHeader {
  const unknown = { value: null, grade: null, coverage: null };
  return aHeader({
    profile: null,
    state: 'nothingJudged',
    readiness: 'unknown',
    score: unknown,
    raw: unknown,
    open: null,
    exempted: null,
    clusters: [],
    gaps: [],
    notes: ['Nothing was judged: that no finding is listed is not a pass.'],
  });
}

/** A failing finding, with what a test is about. */
export function aFinding(over: Partial<ExportedFinding> = {}): ExportedFinding {
  return {
    key: '0123456789abcdef0123456789abcdef',
    control: 'privileged-container',
    title: 'A container runs privileged',
    severity: 'critical',
    category: 'podSpec',
    outcome: 'fail',
    resource: {
      cluster: 'prod-eu',
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'shop',
      name: 'web',
    },
    violations: [
      {
        path: 'spec.template.spec.containers[0].securityContext.privileged',
        container: 'web',
        message: 'container "web" is privileged',
        actual: true,
        expected: false,
      },
    ],
    frameworks: { nsa: ['P4'] },
    openedAt: '2026-11-01T08:30:00.000Z',
    entities: ['component:default/cart'],
    ...over,
  };
}

/** A report of these findings, so many a page. */
export function aReport(
  findings: readonly ExportedFinding[],
  header: ExportHeader = aHeader(),
  pageSize = 2,
): ExportReport {
  async function* pages() {
    for (let start = 0; start < findings.length; start += pageSize)
      yield findings.slice(start, start + pageSize);
  }
  return { header, findings: pages, controls: indexControls(allControls()) };
}

/** All that a report is written as. */
export async function textOf(
  write: WriteReport,
  report: ExportReport,
): Promise<string> {
  let text = '';
  for await (const piece of write(report)) text += piece;
  return text;
}
