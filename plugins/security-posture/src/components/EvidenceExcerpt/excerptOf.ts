import type { FindingView } from 'backstage-plugin-security-posture-common';
import type { CodeLine } from '../CodeBlock';

/** A place that breaks a control. */
export type Violation = FindingView['violations'][number];

/** Words for what YAML cannot hold. */
export interface ExcerptWords {
  notSet: string;
  /** Says what would pass, as a comment. */
  expected: (value: string) => string;
}

/** A step of a path: a key, or the index of a list. */
type Step = string | number;

/**
 * The piece of YAML that a violation is about: the keys on its path, the container's name, and the value found.
 * Nothing else of the manifest is known.
 */
export function excerptOf(
  violation: Violation,
  words: ExcerptWords,
): CodeLine[] {
  const steps = parsePath(violation.path);
  const lines: CodeLine[] = [];
  let indent = 0;
  let dash = '';
  steps.forEach((step, index) => {
    const isLast = index === steps.length - 1;
    if (typeof step === 'number') {
      if (isLast) {
        lines.push(mark(indent, '- ', violation, words));
        return;
      }
      const name = nameOfItem(steps, index, violation);
      if (name) lines.push({ text: `${pad(indent)}- name: ${scalar(name)}` });
      dash = name ? '' : '- ';
      indent += name ? 1 : 0;
      return;
    }
    const lead = `${dash}${key(step)}:`;
    if (isLast) lines.push(mark(indent, `${lead} `, violation, words));
    else lines.push({ text: `${pad(indent)}${lead}` });
    indent += dash ? 2 : 1;
    dash = '';
  });
  return lines;
}

/** Reads a dotted and indexed path; a key in brackets may hold dots. */
export function parsePath(path: string): Step[] {
  const steps = path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? [];
  return steps.map(step => {
    if (!step.startsWith('[')) return step;
    const inner = step.slice(1, -1).replace(/^["']|["']$/g, '');
    return /^\d+$/.test(inner) ? Number(inner) : inner;
  });
}

/** An item of a list of containers is known by the container's name. */
function nameOfItem(
  steps: readonly Step[],
  index: number,
  violation: Violation,
): string | undefined {
  const list = steps[index - 1];
  return typeof list === 'string' && /containers$/i.test(list)
    ? violation.container
    : undefined;
}

function mark(
  indent: number,
  lead: string,
  { actual, expected }: Violation,
  words: ExcerptWords,
): CodeLine {
  const found = actual === undefined ? `# ${words.notSet}` : value(actual);
  const wanted =
    expected === undefined
      ? ''
      : `${actual === undefined ? ', ' : '  # '}${words.expected(
          typeof expected === 'string' ? expected : value(expected),
        )}`;
  return { text: `${pad(indent)}${lead}${found}${wanted}`, marked: true };
}

function pad(indent: number): string {
  return '  '.repeat(indent);
}

function key(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : JSON.stringify(name);
}

function value(of: NonNullable<Violation['actual']>): string {
  if (typeof of === 'object') return `[${of.map(scalar).join(', ')}]`;
  return typeof of === 'string' ? scalar(of) : String(of);
}

/** Quotes what YAML would read as something other than this text. */
function scalar(text: string): string {
  const plain =
    /^[A-Za-z/][^:#'"{}[\],&*!|>%@`\n]*$/.test(text) &&
    !/^(true|false|null|yes|no|on|off)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
