import { Container } from '../model/container';

/**
 * The value of a flag on a container's command line, as `--flag=value` or `--flag value`; the last one wins.
 * A flag alone is `true`; undefined where it is not set. For rules only: it never goes into an output.
 */
export function argumentOf(
  { commandLine }: Container,
  flag: string,
): string | undefined {
  const words = [...commandLine.command, ...commandLine.args];
  let value: string | undefined;
  words.forEach((word, index) => {
    if (word.startsWith(`${flag}=`)) value = word.slice(flag.length + 1);
    else if (word === flag) {
      const next = words[index + 1];
      value = next === undefined || next.startsWith('-') ? 'true' : next;
    }
  });
  return value;
}
