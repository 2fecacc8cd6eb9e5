import { styleText } from 'node:util';
import { Severity } from 'security-posture-engine';
import { Terminal } from './Terminal';

type Style = Parameters<typeof styleText>[0];

const STYLES: Readonly<Record<Severity, Style>> = {
  critical: ['bold', 'red'],
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  info: 'dim',
};

/** The text in the colours of a severity, where the terminal has colours. */
export function paintSeverity(
  text: string,
  severity: Severity,
  terminal: Terminal,
): string {
  return paint(text, STYLES[severity], terminal);
}

/** The text as a heading. */
export function paintHeading(text: string, terminal: Terminal): string {
  return paint(text, 'bold', terminal);
}

function paint(text: string, style: Style, { colours }: Terminal): string {
  return colours ? styleText(style, text, { validateStream: false }) : text;
}
