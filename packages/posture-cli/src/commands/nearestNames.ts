import { distance } from 'fastest-levenshtein';

/** Sets up to this size are listed whole. */
const SMALL_SET = 6;
const SHOWN = 3;

/** The names that are nearest to a text, nearest first; all of a small set. */
export function nearestNames(
  text: string,
  names: readonly string[],
): readonly string[] {
  const wanted = text.toLowerCase();
  return names
    .map(name => ({ name, rank: rankOf(wanted, name.toLowerCase()) }))
    .sort((left, right) => left.rank - right.rank)
    .slice(0, names.length <= SMALL_SET ? names.length : SHOWN)
    .map(({ name }) => name);
}

/** `There is no control "host-pd". Nearest: host-pid, host-ipc, host-port.` */
export function unknownName(
  what: string,
  text: string,
  names: readonly string[],
): string {
  return `There is no ${what} "${text}". Nearest: ${nearestNames(
    text,
    names,
  ).join(', ')}.`;
}

/** A name that holds the text is nearer than one that can be made of it by few changes. */
function rankOf(wanted: string, name: string): number {
  const holds = wanted !== '' && name.includes(wanted);
  return holds ? 0 : distance(wanted, name);
}
