import { Finding, severityRank } from 'security-posture-engine';
import { FailLevel } from '../commands/ScanOptions';
import { JudgedSubject } from '../scan/JudgedSubject';
import { ScanResult } from '../scan/ScanResult';
import { failureKey } from './failureKey';
import { Comparison, NewFailure } from './GateResult';
import { LiveEntity, LiveExemption } from './readLive';

/** Tells new failures of the input from those that the live entity has. Findings of severity info are notes and are left out. */
export function compareWithLive(
  scan: ScanResult,
  live: LiveEntity,
  failOn: FailLevel,
): Comparison {
  const failures: NewFailure[] = [];
  let known = 0;
  let exempted = 0;
  for (const judged of scan.subjects) {
    for (const finding of judged.findings.filter(isFailure)) {
      const fresh = newPartOf(finding, live);
      if (!fresh) known += 1;
      else if (isExempted(finding, live.exemptions)) exempted += 1;
      else
        failures.push({
          judged,
          finding: fresh,
          blocks: isGrave(finding, failOn),
        });
    }
  }
  return { failures, known, exempted, unknown: unknownsOf(scan) };
}

function isFailure({ outcome, severity }: Finding): boolean {
  return outcome === 'fail' && severity !== 'info';
}

function isGrave({ severity }: Finding, failOn: FailLevel): boolean {
  return failOn !== 'none' && severityRank(severity) <= severityRank(failOn);
}

/** The finding with those of its violations that the live entity does not have; undefined where it has all. */
function newPartOf(
  finding: Finding,
  { open }: LiveEntity,
): Finding | undefined {
  const { control, subject, violations } = finding;
  const { kind, name } = subject;
  if (!violations.length)
    return open.has(failureKey({ control, kind, name })) ? undefined : finding;
  const fresh = violations.filter(
    violation => !open.has(failureKey({ control, kind, name, violation })),
  );
  return fresh.length ? { ...finding, violations: fresh } : undefined;
}

/** A critical finding needs an exemption of its own, and what follows from another is exempted with that. */
function isExempted(
  { control, severity, consequenceOf, subject }: Finding,
  exemptions: readonly LiveExemption[],
): boolean {
  if (severity === 'critical') return false;
  return exemptions.some(
    exemption =>
      [control, consequenceOf].includes(exemption.control) &&
      (!exemption.workload ||
        (exemption.workload.kind === subject.kind &&
          exemption.workload.name === subject.name)),
  );
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
