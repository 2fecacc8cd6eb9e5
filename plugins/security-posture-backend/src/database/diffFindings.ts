import { evidenceHash, Finding, findingKey } from 'security-posture-engine';
import { SubjectChange } from './SweepStore';
import { asTime, FindingRow } from './tables';

/** The findings of a subject, as far as a comparison needs them. */
export type JudgedSubject = Pick<
  SubjectChange,
  'findings' | 'inGap' | 'proven'
>;

/** The open row of a finding, as far as a comparison needs it. */
export type OpenFindingRow = Pick<
  FindingRow,
  | 'id'
  | 'key'
  | 'control_id'
  | 'outcome'
  | 'reason'
  | 'note'
  | 'severity'
  | 'violations'
  | 'evidence_hash'
  | 'consequence_of'
  | 'patch_proven'
  | 'stale_since'
  | 'open_since'
>;

/** A row to insert, without what the sweep adds to every row. */
export type NewFindingRow = Omit<
  FindingRow,
  | 'id'
  | 'subject_id'
  | 'cluster'
  | 'opened_at'
  | 'opened_no'
  | 'closed_at'
  | 'closed_no'
  | 'closed_because'
>;

/** What has to be written for the findings of one subject. */
export interface FindingsDiff {
  readonly close: readonly { readonly id: number; readonly because: string }[];
  readonly open: readonly NewFindingRow[];
  /** Findings as they are stored afterwards: a fail that cannot be judged any more is still one. */
  readonly stored: readonly (Finding & { readonly stale?: boolean })[];
}

/**
 * Compares the findings of a subject with its open rows.
 * A fail ends by an observed pass or notApplicable only: one that cannot be judged any more stays, marked stale.
 * Evidence that changes closes the episode and opens the next under the same key.
 */
export function diffFindings(
  change: JudgedSubject,
  cluster: string,
  openRows: readonly OpenFindingRow[],
  now: number,
): FindingsDiff {
  const rows = new Map(openRows.map(row => [row.control_id, row]));
  const close: { id: number; because: string }[] = [];
  const open: NewFindingRow[] = [];
  const stored = change.findings.map(finding => {
    const row = rows.get(finding.control);
    const sticky =
      row?.outcome === 'fail' && finding.outcome === 'notEvaluated';
    const next = sticky
      ? staleRow(row, now)
      : rowOf(finding, change, cluster, row, now);
    const unchanged =
      row !== undefined && next !== undefined && sameRow(row, next);
    if (row && !unchanged)
      close.push({ id: row.id, because: becauseOf(finding) });
    if (next && !unchanged) open.push(next);
    return sticky ? staleFinding(row, finding) : finding;
  });
  return { close: [...close, ...dropped(change, openRows)], open, stored };
}

/** Rows of controls that are no longer in the library. */
function dropped(change: JudgedSubject, openRows: readonly OpenFindingRow[]) {
  const judged = new Set(change.findings.map(finding => finding.control));
  return openRows
    .filter(row => !judged.has(row.control_id))
    .map(row => ({ id: row.id, because: 'changed' }));
}

function rowOf(
  finding: Finding,
  change: JudgedSubject,
  cluster: string,
  row: OpenFindingRow | undefined,
  now: number,
): NewFindingRow | undefined {
  if (finding.outcome !== 'fail' && finding.outcome !== 'notEvaluated')
    return undefined;
  if (finding.outcome === 'notEvaluated' && change.inGap.has(finding.control))
    return undefined;
  return {
    key: findingKey(cluster, finding.control, finding.subject),
    control_id: finding.control,
    outcome: finding.outcome,
    reason: finding.reason ?? null,
    note: finding.note ?? null,
    severity: finding.severity,
    violations: JSON.stringify(finding.violations),
    evidence_hash: evidenceHash(finding.violations),
    consequence_of: finding.consequenceOf ?? null,
    patch_proven: proofOf(finding, change, row),
    stale_since: null,
    open_since:
      row && row.outcome === finding.outcome ? asTime(row.open_since)! : now,
  };
}

/** Proved when the episode opens; one whose evidence did not change keeps its verdict. */
function proofOf(
  finding: Finding,
  change: JudgedSubject,
  row: OpenFindingRow | undefined,
): boolean | null {
  if (finding.outcome !== 'fail') return null;
  if (row && row.violations === JSON.stringify(finding.violations))
    return row.patch_proven === null ? null : Boolean(row.patch_proven);
  return change.proven.get(finding.control) ?? null;
}

function staleRow(row: OpenFindingRow, now: number): NewFindingRow {
  return {
    key: row.key,
    control_id: row.control_id,
    outcome: row.outcome,
    reason: row.reason,
    note: row.note,
    severity: row.severity,
    violations: row.violations,
    evidence_hash: row.evidence_hash,
    consequence_of: row.consequence_of,
    patch_proven: row.patch_proven,
    open_since: asTime(row.open_since)!,
    stale_since: asTime(row.stale_since) ?? now,
  };
}

function staleFinding(
  row: OpenFindingRow,
  finding: Finding,
): Finding & { readonly stale: true } {
  return {
    control: finding.control,
    subject: finding.subject,
    outcome: 'fail',
    severity: row.severity as Finding['severity'],
    violations: [],
    ...(row.consequence_of ? { consequenceOf: row.consequence_of } : {}),
    stale: true,
  };
}

function sameRow(row: OpenFindingRow, next: NewFindingRow): boolean {
  return (
    row.outcome === next.outcome &&
    row.reason === next.reason &&
    row.note === next.note &&
    row.severity === next.severity &&
    row.violations === next.violations &&
    row.consequence_of === next.consequence_of &&
    asTime(row.stale_since) === asTime(next.stale_since)
  );
}

function becauseOf({ outcome }: Finding): string {
  if (outcome === 'pass') return 'passed';
  return outcome === 'notApplicable' ? 'notApplicable' : 'changed';
}
