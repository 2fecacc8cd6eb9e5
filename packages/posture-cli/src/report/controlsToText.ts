import { ControlText, FrameworkId, FRAMEWORKS } from 'security-posture-engine';
import { columnsToText } from './columnsToText';
import { paintHeading, paintSeverity } from './paint';
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

/** All about one control, for people. */
export function controlToText(
  control: ControlText,
  terminal: Terminal,
): string {
  const facts: readonly (readonly [string, string])[] = [
    ['Severity', control.severity],
    ['Counts in the score', control.optional ? 'no' : 'yes'],
    ['Why', control.why],
    ['Fix', control.fix],
    ['Reads', control.reads],
    ...(control.notes ? [['Notes', control.notes] as const] : []),
    ...referencesOf(control).map(text => ['Answers', text] as const),
  ];
  const width = Math.max(...facts.map(([name]) => name.length));
  return [
    `${paintHeading(control.id, terminal)}: ${control.title}\n`,
    `${columnsToText(facts, [width], terminal.columns)}\n`,
    ...examplesOf(control),
  ].join('\n');
}

function referencesOf({ frameworks }: ControlText): readonly string[] {
  return (Object.keys(frameworks) as FrameworkId[]).map(framework => {
    const references = frameworks[framework] ?? [];
    const ids = Array.isArray(references)
      ? references.join(', ')
      : Object.entries(references)
          .map(([edition, numbers]) => `${edition}: ${numbers.join(', ')}`)
          .join('; ');
    return `${FRAMEWORKS[framework]}: ${ids}`;
  });
}

function examplesOf({ examples }: ControlText): readonly string[] {
  return (['fail', 'pass'] as const).flatMap(outcome =>
    examples[outcome].map(
      example =>
        `  This ${outcome === 'fail' ? 'fails' : 'passes'}:\n\n${indented(
          example,
        )}\n`,
    ),
  );
}

function indented(example: string): string {
  return example
    .trimEnd()
    .split('\n')
    .map(line => (line ? `    ${line}` : line))
    .join('\n');
}
