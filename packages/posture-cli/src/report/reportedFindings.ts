import { ScanResult } from '../scan/ScanResult';
import { listedSubjects } from './listedSubjects';
import { ReportedFinding, reportFinding } from './reportFinding';

/** The findings that the report of a scan lists, one at a time, for there may be many. */
export function* reportedFindings(
  result: ScanResult,
): Generator<ReportedFinding> {
  for (const subject of listedSubjects(result))
    for (const finding of subject.findings)
      if (result.outcomes.includes(finding.outcome))
        yield reportFinding(finding, subject, result);
}
