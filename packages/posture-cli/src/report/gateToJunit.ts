import { GateResult } from '../gate/GateResult';
import { gateFindings } from './gateFindings';
import { JunitCase, junitSuite } from './junit';
import { errorCase, findingCase } from './junitCases';
import { verdictText } from './verdictText';

/** The report of the gate as JUnit's XML: a test for the verdict, and one for each new failure. */
export function gateToJunit(result: GateResult): Iterable<string> {
  return junitSuite(`posture gate ${result.entityRef}`, [
    verdictCase(result),
    ...gateFindings(result).map(finding =>
      findingCase(finding, finding.blocks),
    ),
    ...result.scan.errors.map(errorCase),
  ]);
}

function verdictCase(result: GateResult): JunitCase {
  const { entityRef, verdict } = result;
  const message = verdictText(result);
  return {
    className: 'gate',
    name: entityRef,
    ...(verdict === 'pass' ? {} : { result: { kind: 'failure', message } }),
  };
}
