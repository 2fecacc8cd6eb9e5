import { ScanResult } from '../scan/ScanResult';
import { reportedFindings } from './reportedFindings';
import { sarifLog } from './sarif';

/** The report of a scan as SARIF 2.1.0. */
export function* scanToSarif(result: ScanResult): Generator<string> {
  const findings = [...reportedFindings(result)];
  const log = sarifLog({ findings, errors: result.errors });
  yield `${JSON.stringify(log, null, 2)}\n`;
}
