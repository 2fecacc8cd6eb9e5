import Table from 'cli-table3';

const INDENT = 2;
const GAP = 2;
const ASCII = /^[\x20-\x7e]*$/;

const NO_LINES = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right'],
    ...['bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid'],
    ...['right', 'right-mid', 'middle'],
  ].map(name => [name, '']),
);

/** The width of the last of some columns, where the others are as wide as given. */
export function lastColumnWidth(
  widths: readonly number[],
  columns: number,
): number {
  return widths.reduce((rest, width) => rest - width - GAP, columns - INDENT);
}

/** Rows in columns without lines between; the last one is wrapped. Nothing is ever cut off. */
export function columnsToText(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  columns: number,
): string {
  const last = lastColumnWidth(widths, columns);
  const table = new Table({
    chars: NO_LINES,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colWidths: [INDENT, ...widths.map(width => width + GAP), last],
    wordWrap: true,
  });
  for (const row of rows)
    table.push(['', ...row.slice(0, -1), breakLongWords(row.at(-1)!, last)]);
  return table.toString().replace(/ +$/gm, '');
}

/** The table cuts words off that are wider than their column; characters beyond ASCII may take two places. */
function breakLongWords(text: string, width: number): string {
  return text.replace(/\S+/g, word => {
    const most = ASCII.test(word) ? width : Math.floor(width / 2);
    if (word.length <= most) return word;
    return word.match(new RegExp(`.{1,${most}}`, 'gu'))!.join('\n');
  });
}
