import { GateResult } from '../gate/GateResult';
import { gateFindings } from './gateFindings';
import { sarifLog } from './sarif';

/** The report of the gate as SARIF 2.1.0: new failures only, and the verdict among the properties of the run. */
export function* gateToSarif(result: GateResult): Generator<string> {
  const { entityRef, verdict, unknown, scan } = result;
  const log = sarifLog({
    findings: gateFindings(result),
    errors: scan.errors,
    properties: { entity: entityRef, verdict, unknown },
  });
  yield `${JSON.stringify(log, null, 2)}\n`;
}
