import { stringify } from 'yaml';

const STEP = '  ';

/** Texts of scalars that are remembered: names of fields and containers, mostly, over and over. */
const REMEMBERED = 5_000;

const scalars = new Map<unknown, string>();

/**
 * An object as YAML without block scalars or folded lines, so that no value can look like a key of the whole or end a shell's
 * input early. What YAML 1.1, which kubectl reads, takes for something else than text is quoted.
 * An answer holds dozens: the library writes the scalars, once each; maps and lists are joined here, ten times as fast.
 */
export function toYaml(value: object): string {
  return `${isFilled(value) ? blockOf(value, '') : scalarOf(value)}\n`;
}

function blockOf(value: object, indent: string): string {
  const lines = Array.isArray(value)
    ? value.map(item => `- ${itemOf(item, indent)}`)
    : Object.entries(value)
        .filter(([, field]) => field !== undefined)
        .map(([key, field]) => `${scalarOf(key)}:${fieldOf(field, indent)}`);
  return lines.join(`\n${indent}`);
}

function itemOf(item: unknown, indent: string): string {
  return isFilled(item) ? blockOf(item, indent + STEP) : scalarOf(item);
}

function fieldOf(field: unknown, indent: string): string {
  if (!isFilled(field)) return ` ${scalarOf(field)}`;
  const inner = indent + STEP;
  return `\n${inner}${blockOf(field, inner)}`;
}

/** True for a map or a list with something in it; one without is written like a scalar. */
function isFilled(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some(
      field => Array.isArray(value) || field !== undefined,
    )
  );
}

function scalarOf(value: unknown): string {
  if (typeof value === 'object') return writeScalar(value);
  const known = scalars.get(value);
  if (known !== undefined) return known;
  const text = writeScalar(value);
  if (scalars.size >= REMEMBERED) scalars.clear();
  scalars.set(value, text);
  return text;
}

/** As the library writes it where nothing is around it: on one line, and quoted where it could be taken for more. */
function writeScalar(value: unknown): string {
  return stringify(value, {
    lineWidth: 0,
    blockQuote: false,
    compat: 'yaml-1.1',
  }).trimEnd();
}
