import { MetricSample } from 'security-posture-engine';

const SAMPLE =
  /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?[ \t]+([^ \t]+)(?:[ \t]+-?\d+)?\s*$/;
const LABEL =
  /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*=\s*"((?:[^"\\]|\\.)*)"\s*(?:,|$)/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n' };

/** The name that a line of the text form of Prometheus begins with; empty for a comment and for what begins with none. */
export function metricNameOf(line: string): string {
  return /^[a-zA-Z_:][a-zA-Z0-9_:]*/.exec(line)?.[0] ?? '';
}

/** One sample in the text form of Prometheus; undefined for a line that is none. */
export function parseMetricLine(line: string): MetricSample | undefined {
  const [, name, written, text] = SAMPLE.exec(line) ?? [];
  if (name === undefined) return undefined;
  const labels = labelsOf(written ?? '');
  const value = valueOf(text);
  return labels && value !== undefined ? { name, labels, value } : undefined;
}

function labelsOf(
  written: string,
): Readonly<Record<string, string>> | undefined {
  const labels = new Map<string, string>();
  let end = 0;
  LABEL.lastIndex = 0;
  for (
    let match = LABEL.exec(written);
    match;
    match = end < written.length ? LABEL.exec(written) : null
  ) {
    labels.set(match[1], unescaped(match[2]));
    end = LABEL.lastIndex;
  }
  return written.slice(end).trim() ? undefined : Object.fromEntries(labels);
}

function unescaped(text: string): string {
  return text.replace(
    /\\(.)/g,
    (_, letter: string) => ESCAPES[letter] ?? letter,
  );
}

function valueOf(text: string): number | undefined {
  if (text === '+Inf') return Infinity;
  if (text === '-Inf') return -Infinity;
  const value = Number(text);
  return Number.isNaN(value) && text !== 'NaN' ? undefined : value;
}
