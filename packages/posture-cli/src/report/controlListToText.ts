import { ControlText } from 'security-posture-engine';
import { columnsToText } from './columnsToText';
import { paintSeverity } from './paint';
import { Terminal } from './Terminal';
import { count } from './words';

/** The library as a list for people: id, severity and requirement. */
export function controlListToText(
  controls: readonly ControlText[],
  terminal: Terminal,
): string {
  const rows = controls.map(({ id, severity, title, optional }) => [
    id,
    paintSeverity(severity, severity, terminal),
    optional ? `${title} (optional)` : title,
  ]);
  const widths = (['id', 'severity'] as const).map(column =>
    Math.max(...controls.map(control => control[column].length)),
  );
  return `${columnsToText(rows, widths, terminal.columns)}\n\n${count(
    controls.length,
    'control',
  )}. \`posture controls ID\` tells all about one.\n`;
}
