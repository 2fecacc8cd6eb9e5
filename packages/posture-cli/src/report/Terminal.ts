import { Output } from '../Io';

/** What a report for people must fit. */
export interface Terminal {
  /** Characters in a line. */
  readonly columns: number;
  readonly colours: boolean;
}

const NARROWEST = 80;
const WIDEST = 160;
/** Where there is no terminal: a file, a pipe, a log. */
const PLAIN: Terminal = { columns: 100, colours: false };

/** The terminal that a stream is. Colours are off where NO_COLOR is set (no-color.org). */
export function terminalOf(
  { isTTY, columns = PLAIN.columns }: Pick<Output, 'isTTY' | 'columns'>,
  env: Readonly<Record<string, string | undefined>>,
): Terminal {
  if (!isTTY) return PLAIN;
  return {
    columns: Math.min(Math.max(columns, NARROWEST), WIDEST),
    colours: !env.NO_COLOR && env.TERM !== 'dumb',
  };
}
