import { GateResult } from '../gate/GateResult';
import { JudgedSubject } from '../scan/JudgedSubject';
import { findingsTable } from './scanToTable';
import { printable } from './printable';
import { Terminal } from './Terminal';
import { verdictText } from './verdictText';

/** The report of the gate for people: the new failures, resource by resource, and the verdict at the end. */
export function* gateToTable(
  result: GateResult,
  terminal: Terminal,
): Generator<string> {
  yield* findingsTable(failingSubjects(result), result.scan.places, terminal);
  yield `${printable(verdictText(result))}\n`;
}

function failingSubjects({ failures }: GateResult): readonly JudgedSubject[] {
  const subjects = [...new Set(failures.map(({ judged }) => judged))];
  return subjects.map(judged => ({
    ...judged,
    findings: failures
      .filter(failure => failure.judged === judged)
      .map(({ finding }) => finding),
  }));
}
