import { stripVTControlCharacters } from 'node:util';
import { wrap } from './wrap';

const INDENT = '  ';
const GAP = '  ';
const NARROWEST_LAST = 20;

/**
 * Rows in columns, indented, without lines between. The last column is wrapped to what `columns` characters leave it;
 * the others are as wide as given. Nothing is ever cut off.
 */
export function columnsToText(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  columns: number,
): string {
  const before = widths.reduce(
    (sum, width) => sum + width + GAP.length,
    INDENT.length,
  );
  const last = Math.max(columns - before, NARROWEST_LAST);
  return rows
    .flatMap(row => {
      const [first = '', ...more] = wrap(row[widths.length], last);
      const cells = widths.map((width, index) => padded(row[index], width));
      return [
        INDENT + [...cells, first].join(GAP),
        ...more.map(line => ' '.repeat(before) + line),
      ];
    })
    .map(line => line.trimEnd())
    .join('\n');
}

/** The colours of a text take no room. */
function padded(text: string, width: number): string {
  const { length } = stripVTControlCharacters(text);
  return text + ' '.repeat(Math.max(0, width - length));
}
