import { graverSeverity, Severity } from '../model/severity';
import { Breach } from './breach';

/**
 * The gravest severity of these breaches. One that has none of its own has that of its control,
 * so a lowered place never hides a plain one beside it.
 */
export function gravestSeverity(
  breaches: readonly Breach[],
  ofControl: Severity,
): Severity {
  let gravest: Severity = 'info';
  for (const { severity = ofControl } of breaches)
    gravest = graverSeverity(gravest, severity);
  return gravest;
}
