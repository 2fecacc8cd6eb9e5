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

type EvidenceValue = NonNullable<Violation['actual']>;

/** A step of a path: a key, or the index of a list. */
type Step = string | number;

/** Where the next line starts: its depth, and the dash of a list's item that still has to be written. */
interface Position {
  indent: number;
  dash: '' | '- ';
}

/** What one step of the path writes, and where the next one goes on. */
interface Written {
  lines: CodeLine[];
  next: Position;
}

/**
 * The piece of YAML that a violation is about: the keys on its path, the container's name, and the value found.
 * Nothing else of the manifest is known. Another object than the finding's is named above it.
 */
export function excerptOf(
  violation: Violation,
  words: ExcerptWords,
): CodeLine[] {
  const { object, path } = splitPlace(violation.path);
  if (!object) return linesOf(parsePath(path), violation, words);
  return [
    { text: `# ${object}` },
    ...linesOf(stepsInside(path, violation), violation, words),
  ];
}

/** Fields that stand at the top of objects, where the path of one inside another object starts. */
const OTHER_OBJECT =
  /^([A-Z]\w* \S+?)(?:[. ]((?:spec|data|metadata|report|roleRef|rules|status|subjects|webhooks)\b.*))?$/;

/** Parts "Service shop/web.spec.type" into the other object and the path in it. */
function splitPlace(place: string): { object?: string; path: string } {
  const [, object, path = ''] = OTHER_OBJECT.exec(place) ?? [];
  return object ? { object, path } : { path: place };
}

function stepsInside(path: string, violation: Violation): Step[] {
  return path ? parsePath(path) : [fieldOfWhole(violation) ?? 0];
}

/**
 * What of an object fails that fails as a whole: a vulnerability of a report. Undefined where the path says it,
 * or where the field only names the object once more.
 */
export function fieldOfWhole({
  path: place,
  field,
}: Violation): string | undefined {
  const { path } = splitPlace(place);
  return !path && field && field !== place ? field : undefined;
}

function linesOf(
  steps: readonly Step[],
  violation: Violation,
  words: ExcerptWords,
): CodeLine[] {
  let position: Position = { indent: 0, dash: '' };
  return steps.flatMap((step, index) => {
    if (index === steps.length - 1) {
      return [mark(position, step, violation, words)];
    }
    const written =
      typeof step === 'number'
        ? writeItem(position, nameOfItem(steps, index, violation))
        : writeKey(position, step);
    position = written.next;
    return written.lines;
  });
}

/** An item that has a name starts with it; any other starts with the next key. */
function writeItem({ indent }: Position, name: string | undefined): Written {
  if (!name) return { lines: [], next: { indent, dash: '- ' } };
  return {
    lines: [{ text: `${pad(indent)}- name: ${scalar(name)}` }],
    next: { indent: indent + 1, dash: '' },
  };
}

function writeKey({ indent, dash }: Position, name: string): Written {
  return {
    lines: [{ text: `${pad(indent)}${dash}${key(name)}:` }],
    next: { indent: indent + (dash ? 2 : 1), dash: '' },
  };
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

/** The line of the last step, with what was found and what would pass. */
function mark(
  { indent, dash }: Position,
  step: Step,
  { actual, expected }: Violation,
  words: ExcerptWords,
): CodeLine {
  const lead = typeof step === 'number' ? '-' : `${dash}${key(step)}:`;
  const found = actual === undefined ? `# ${words.notSet}` : value(actual);
  const wanted = expected === undefined ? '' : words.expected(plain(expected));
  const between = actual === undefined ? ', ' : '  # ';
  const text = `${pad(indent)}${lead} ${found}`;
  return { text: wanted ? `${text}${between}${wanted}` : text, marked: true };
}

/** A value in a comment needs no quotes. */
function plain(of: EvidenceValue): string {
  return typeof of === 'string' ? of : value(of);
}

function pad(indent: number): string {
  return '  '.repeat(indent);
}

function key(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : JSON.stringify(name);
}

function value(of: EvidenceValue): string {
  if (typeof of === 'object') return `[${of.map(scalar).join(', ')}]`;
  return typeof of === 'string' ? scalar(of) : String(of);
}

/** Quotes what YAML would read as something other than this text. */
function scalar(text: string): string {
  const isPlain =
    /^[A-Za-z/][^:#'"{}[\],&*!|>%@`\n]*$/.test(text) &&
    !/^(true|false|null|yes|no|on|off)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}
