import {
  EvidenceValue,
  Finding,
  findingKey,
  JsonObject,
  MANIFESTS_CLUSTER,
  Outcome,
  ReasonCode,
  Severity,
  Violation,
} from 'security-posture-engine';
import { Manifest } from '../input/Manifest';
import { ManifestIndex } from '../input/ManifestIndex';
import { JudgedSubject } from '../scan/JudgedSubject';
import { ScanResult } from '../scan/ScanResult';
import { placeOf } from './placeOf';
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
  /** In the file of the finding's source; absent where the place is in another object. */
  readonly line?: number;
}

/** The finding of a subject for the JSON report. */
export function reportFinding(
  finding: Finding,
  judged: JudgedSubject,
  { evaluate, places }: Pick<ScanResult, 'evaluate' | 'places'>,
): ReportedFinding {
  const { manifest } = judged;
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
      reportViolation(violation, judged, places),
    ),
    patch: provenPatch(finding, judged, evaluate),
  });
}

function idOf(
  finding: Finding,
  { subject, occurrence }: JudgedSubject,
): string {
  const key = findingKey(MANIFESTS_CLUSTER.name, finding.control, subject);
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
  judged: JudgedSubject,
  places: ManifestIndex,
): ReportedViolation {
  const { path, container, message, actual, expected } = violation;
  const place = placeOf(violation, judged, places);
  return withoutUndefined({
    path,
    container,
    message,
    actual,
    expected,
    line: place?.manifest === judged.manifest ? place?.line : undefined,
  });
}

function withoutUndefined<Type extends object>(object: Type): Type {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as Type;
}
