import {
  compareWithLive,
  Finding,
  LiveEntity,
  severityRank,
} from 'security-posture-engine';
import { FailLevel } from '../commands/ScanOptions';
import { JudgedSubject } from '../scan/JudgedSubject';
import { ScanResult } from '../scan/ScanResult';
import { Comparison } from './GateResult';

/** Tells new failures of the input from those that the live entity has, and what keeps the input from being judged. */
export function compareInput(
  scan: ScanResult,
  live: LiveEntity,
  failOn: FailLevel,
): Comparison {
  const compared = compareWithLive(scan.subjects, live);
  const fresh = compared.filter(failure => failure.fresh);
  return {
    failures: fresh.flatMap(({ judged, fresh: finding, exempted }) =>
      finding && !exempted
        ? { judged, finding, blocks: isGrave(finding, failOn) }
        : [],
    ),
    known: compared.length - fresh.length,
    exempted: fresh.filter(({ exempted }) => exempted).length,
    unknown: unknownsOf(scan),
  };
}

function isGrave({ severity }: Finding, failOn: FailLevel): boolean {
  return failOn !== 'none' && severityRank(severity) <= severityRank(failOn);
}

function unknownsOf({ subjects, errors }: ScanResult): readonly string[] {
  return [
    ...(errors.length ? ['Not all of the input could be read.'] : []),
    ...(subjects.length ? [] : ['There is nothing to judge in the input.']),
    ...subjects.flatMap(thrownBy),
  ];
}

function thrownBy({ subject, findings }: JudgedSubject): readonly string[] {
  return findings
    .filter(({ reason }) => reason === 'controlError')
    .map(
      ({ control }) =>
        `${control} could not be evaluated on ${subject.kind} ${subject.name}.`,
    );
}
