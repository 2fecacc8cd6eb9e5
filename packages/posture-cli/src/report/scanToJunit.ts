import { ScanResult } from '../scan/ScanResult';
import { junitSuite } from './junit';
import { errorCase, findingCase } from './junitCases';
import { reportedFindings } from './reportedFindings';

/** The report of a scan as JUnit's XML: a test for each finding that is listed. */
export function scanToJunit(result: ScanResult): Iterable<string> {
  return junitSuite('posture scan', [
    ...[...reportedFindings(result)].map(finding => findingCase(finding)),
    ...result.errors.map(errorCase),
  ]);
}
