import {
  Finding,
  NOT_APPLICABLE_REASONS,
  NOT_EVALUATED_REASONS,
  Outcome,
  Violation,
} from 'security-posture-engine';
import { ManifestIndex } from '../input/ManifestIndex';
import { JudgedSubject } from '../scan/JudgedSubject';
import { ScanResult } from '../scan/ScanResult';
import { columnsToText } from './columnsToText';
import { listedSubjects } from './listedSubjects';
import { paintHeading, paintSeverity } from './paint';
import { placeOf } from './placeOf';
import { printable } from './printable';
import { summaryOf } from './summaryOf';
import { Terminal } from './Terminal';

const REASONS: Readonly<Record<string, string>> = {
  ...NOT_EVALUATED_REASONS,
  ...NOT_APPLICABLE_REASONS,
};

/** What stands where a finding has no severity to show. */
const OUTCOME_WORDS: Readonly<Record<Exclude<Outcome, 'fail'>, string>> = {
  notEvaluated: 'not evaluated',
  pass: 'pass',
  notApplicable: 'not applicable',
};

/** The report of a scan for people: what is listed, resource by resource, and a sentence at the end. */
export function* scanToTable(
  result: ScanResult,
  terminal: Terminal,
): Generator<string> {
  const groups = listedSubjects(result)
    .map(judged => ({
      ...judged,
      findings: judged.findings.filter(({ outcome }) =>
        result.outcomes.includes(outcome),
      ),
    }))
    .filter(({ findings }) => findings.length);
  yield* findingsTable(groups, result.places, terminal);
  yield `${summaryOf(result)}\n`;
}

/** Findings for people, resource by resource. */
export function* findingsTable(
  groups: readonly JudgedSubject[],
  places: ManifestIndex,
  terminal: Terminal,
): Generator<string> {
  const widths = widthsOf(groups);
  for (const judged of groups) {
    const rows = judged.findings.map(finding =>
      rowOf(finding, judged, places, terminal),
    );
    yield `${paintHeading(headingOf(judged), terminal)}\n`;
    yield `${columnsToText(rows, widths, terminal.columns)}\n\n`;
  }
}

function widthsOf(groups: readonly JudgedSubject[]): readonly number[] {
  const words = new Set<string>();
  const controls = new Set<string>();
  for (const finding of groups.flatMap(({ findings }) => findings)) {
    words.add(wordOf(finding));
    controls.add(finding.control);
  }
  return [words, controls].map(texts =>
    Math.max(0, ...[...texts].map(({ length }) => length)),
  );
}

function headingOf({ subject, manifest }: JudgedSubject): string {
  const { kind, namespace, name } = subject;
  const object = `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
  const place = manifest ? ` (${manifest.file}:${manifest.lines.line})` : '';
  return printable(object + place);
}

function rowOf(
  finding: Finding,
  judged: JudgedSubject,
  places: ManifestIndex,
  terminal: Terminal,
): readonly string[] {
  const word = wordOf(finding);
  return [
    finding.outcome === 'fail'
      ? paintSeverity(word, finding.severity, terminal)
      : word,
    finding.control,
    textOf(finding, judged, places),
  ];
}

function wordOf({ outcome, severity }: Finding): string {
  return outcome === 'fail' ? severity : OUTCOME_WORDS[outcome];
}

function textOf(
  finding: Finding,
  judged: JudgedSubject,
  places: ManifestIndex,
): string {
  const { reason, note, consequenceOf, violations } = finding;
  return [
    ...(reason ? [REASONS[reason]] : []),
    ...(note ? [printable(note)] : []),
    ...violations.map(violation => violationText(violation, judged, places)),
    ...(consequenceOf ? [`follows from ${consequenceOf}`] : []),
  ].join('\n');
}

function violationText(
  violation: Violation,
  judged: JudgedSubject,
  places: ManifestIndex,
): string {
  const message = printable(violation.message);
  const place = placeOf(violation, judged, places);
  return place
    ? `${message}\n${printable(place.manifest.file)}:${place.line}`
    : message;
}
