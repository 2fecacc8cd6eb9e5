import { stringify } from 'csv-stringify/sync';
import {
  ExportedFinding,
  ExportHeader,
} from 'backstage-plugin-security-posture-common';
import { headerFacts } from './exportNotes';
import { ExportReport } from './ExportReport';
import { evidenceLines } from './evidenceLines';

/** What each row says. `record` tells what it is: a fact or a note of the export, a cluster, a gap, or a finding. */
const COLUMNS = [
  'record',
  'cluster',
  'namespace',
  'kind',
  'name',
  'control',
  'title',
  'severity',
  'category',
  'outcome',
  'reason',
  'evidence',
  'entities',
  'consequenceOf',
  'openSince',
  'staleSince',
  'exemptedUntil',
  'exemptedBy',
  'exemptionRequestedBy',
  'exemptionReason',
  'key',
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/**
 * A report as CSV of RFC 4180. Every cell is quoted, so that no line break in it ends the row for any reader, and none begins
 * like a formula, whatever a spreadsheet takes for one.
 */
export async function* writeCsv({
  header,
  findings,
}: ExportReport): AsyncGenerator<string> {
  const names = Object.fromEntries(COLUMNS.map(column => [column, column]));
  yield toCsv([names, ...headerRows(header)]);
  for await (const page of findings()) {
    if (page.length > 0) yield toCsv(page.map(findingRow));
  }
}

function toCsv(rows: readonly Row[]): string {
  const cells = rows.map(row =>
    COLUMNS.map(column => (row[column] ?? '').trim()),
  );
  return stringify(cells, {
    escape_formulas: true,
    quoted: true,
    quoted_empty: true,
    record_delimiter: 'windows',
  });
}

function headerRows(header: ExportHeader): readonly Row[] {
  return [
    ...headerFacts(header).map(([title, evidence]) => ({
      record: 'export',
      title,
      evidence,
    })),
    ...header.notes.map(note => ({ record: 'note', evidence: note })),
    ...(header.clusters ?? []).map(cluster => ({
      record: 'cluster',
      cluster: cluster.cluster,
      title: 'lastSuccessAt',
      evidence: cluster.lastSuccessAt ?? 'unknown',
      ...(cluster.state ? { outcome: cluster.state } : {}),
    })),
    ...(header.gaps ?? []).map(gap => ({
      record: 'gap',
      cluster: gap.cluster,
      control: gap.control,
      title: gap.title,
      outcome: 'notEvaluated',
      reason: gap.reason,
      evidence: gap.reasonText,
      openSince: gap.since,
    })),
  ];
}

function findingRow(finding: ExportedFinding): Row {
  const { resource, exemption } = finding;
  return {
    record: 'finding',
    cluster: resource.cluster,
    namespace: resource.namespace,
    kind: resource.kind,
    name: resource.title ?? resource.name,
    control: finding.control,
    title: finding.title,
    severity: finding.severity,
    category: finding.category,
    outcome: finding.outcome,
    reason: finding.reason,
    evidence: evidenceLines(finding).join('\n'),
    entities: finding.entities.join(' '),
    consequenceOf: finding.consequenceOf,
    openSince: finding.openedAt,
    staleSince: finding.staleSince,
    exemptedUntil: exemption?.expiresAt,
    exemptedBy: exemption?.decidedBy,
    exemptionRequestedBy: exemption?.requestedBy,
    exemptionReason: exemption?.reason,
    key: finding.key,
  };
}
