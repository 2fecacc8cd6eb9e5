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
  return breaches.reduce<Severity>(
    (gravest, breach) => graverSeverity(gravest, breach.severity ?? ofControl),
    'info',
  );
}
