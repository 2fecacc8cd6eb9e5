import {
  formatKubernetesVersion,
  LIBRARY_VERSION,
} from 'security-posture-engine';
import { GateResult } from '../gate/GateResult';
import { gateFindings } from './gateFindings';
import { linesOf, property } from './scanToJson';

/** The report of the gate as JSON, `posture.gate/v1`: one line per new failure. */
export function* gateToJson(result: GateResult): Generator<string> {
  const { scan } = result;
  yield '{\n';
  yield property('schema', 'posture.gate/v1');
  yield property('entity', result.entityRef);
  yield property('verdict', result.verdict);
  yield property('unknown', result.unknown);
  yield property('failOn', result.failOn);
  yield property(
    'kubernetesVersion',
    formatKubernetesVersion(scan.kubernetesVersion),
  );
  yield property('library', LIBRARY_VERSION);
  yield property('resources', scan.resources);
  yield '  "new": [';
  yield* linesOf(gateFindings(result));
  yield '],\n';
  yield property('known', result.known);
  yield property('exempted', result.exempted);
  yield `  "errors": ${JSON.stringify(scan.errors)}\n}\n`;
}
