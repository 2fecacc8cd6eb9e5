/** Narrowest column of a table: its rule has three dashes. */
const NARROWEST = 3;

/** A table with columns of one width each, as the formatter of the repository wants it. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const cells = [head, ...rows].map(row => row.map(cellOf));
  const widths = head.map((_, column) =>
    Math.max(NARROWEST, ...cells.map(row => row[column].length)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const [first, ...others] = cells;
  return [
    line(first),
    line(widths.map(width => '-'.repeat(width))),
    ...others.map(line),
  ].join('\n');
}

/** A block of code; its fence is longer than any in the text. */
export function codeBlock(language: string, text: string): string {
  const longest = Math.max(
    2,
    ...[...text.matchAll(/`+/g)].map(([{ length }]) => length),
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** A bulleted list. */
export function bullets(texts: readonly string[]): string {
  return texts.map(text => `- ${text}`).join('\n');
}

/** A heading and what stands below it; nothing where nothing does. */
export function section(
  level: number,
  title: string,
  parts: readonly string[],
): readonly string[] {
  return parts.length ? [`${'#'.repeat(level)} ${title}`, ...parts] : [];
}

/** The blocks of a page, with an empty line between. */
export function page(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}

function cellOf(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|');
}
