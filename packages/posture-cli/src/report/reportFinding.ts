import {
  Evaluator,
  EvidenceValue,
  Finding,
  findingKey,
  JsonObject,
  Outcome,
  ReasonCode,
  Severity,
  Violation,
} from 'security-posture-engine';
import { lineOfPath } from '../input/LineTree';
import { Manifest } from '../input/Manifest';
import { CLUSTER } from '../scan/judgeInput';
import { JudgedSubject } from '../scan/JudgedSubject';
import { provenPatch } from './provenPatch';

/** A finding as the JSON report has it: a contract that scripts rely on. */
export interface ReportedFinding {
  /** Unique in the report, and the same in the next one. */
  readonly id: string;
  readonly control: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  readonly reason?: ReasonCode;
  readonly consequenceOf?: string;
  readonly resource: {
    readonly apiVersion: string;
    readonly kind: string;
    readonly namespace?: string;
    readonly name: string;
  };
  readonly source?: {
    readonly file: string;
    readonly document: number;
    readonly line: number;
  };
  readonly violations: readonly ReportedViolation[];
  /** A strategic-merge patch, only where it is proven. */
  readonly patch?: JsonObject;
}

/** A violation as the JSON report has it. */
export interface ReportedViolation {
  readonly path: string;
  readonly container?: string;
  readonly message: string;
  readonly actual?: EvidenceValue;
  readonly expected?: EvidenceValue;
  readonly line?: number;
}

/** The finding of a subject for the JSON report. */
export function reportFinding(
  finding: Finding,
  judged: JudgedSubject,
  evaluate: Evaluator['evaluate'],
): ReportedFinding {
  const manifest = judged.written?.manifest;
  const { type, ...resource } = judged.subject;
  return withoutUndefined({
    id: idOf(finding, judged),
    control: finding.control,
    severity: finding.severity,
    outcome: finding.outcome,
    reason: finding.reason,
    consequenceOf: finding.consequenceOf,
    resource,
    source: manifest && sourceOf(manifest),
    violations: finding.violations.map(violation =>
      reportViolation(violation, manifest),
    ),
    patch: provenPatch(finding, judged, evaluate),
  });
}

function idOf(
  finding: Finding,
  { subject, occurrence }: JudgedSubject,
): string {
  const key = findingKey(CLUSTER.name, finding.control, subject);
  return occurrence > 1 ? `${key}-${occurrence}` : key;
}

function sourceOf({
  file,
  document,
  lines,
}: Manifest): ReportedFinding['source'] {
  return { file, document, line: lines.line };
}

function reportViolation(
  violation: Violation,
  manifest: Manifest | undefined,
): ReportedViolation {
  const { path, container, message, actual, expected } = violation;
  return withoutUndefined({
    path,
    container,
    message,
    actual,
    expected,
    line: manifest && lineOfPath(manifest.lines, path),
  });
}

function withoutUndefined<Type extends object>(object: Type): Type {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as Type;
}
