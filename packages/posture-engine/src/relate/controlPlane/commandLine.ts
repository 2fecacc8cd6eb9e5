import { Flag } from './flagSource';

const FLAG = /^--?([A-Za-z][\w.-]*)(?:=([\s\S]*))?$/;
const VALUE = /^(?!-)|^-\d/;

/** One token of a command line, with its path. */
export interface Token {
  readonly text: string;
  readonly path: string;
}

/**
 * The flags among tokens: `--name=value`, `--name value`, and `--name` alone, which is true.
 * Names are spelled with dashes, as Kubernetes takes underscores for them.
 */
export function flagsOf(tokens: readonly Token[]): Map<string, Flag> {
  const flags = new Map<string, Flag>();
  tokens.forEach(({ text, path }, index) => {
    const match = FLAG.exec(text);
    if (!match) return;
    const next = tokens[index + 1]?.text;
    const separate = next !== undefined && VALUE.test(next) ? next : 'true';
    add(flags, match[1], match[2] ?? separate, path);
  });
  return flags;
}

function add(
  flags: Map<string, Flag>,
  spelling: string,
  value: string,
  path: string,
): void {
  const name = spelling.replaceAll('_', '-');
  const values = [...(flags.get(name)?.values ?? []), value];
  flags.set(name, { values, path, shown: true });
}

/** A token that is a script: `exec kube-apiserver --profiling=false`. */
const SCRIPT = /\s--?[A-Za-z]/;

/** The words of a token that is a script, without quotes and line ends; else the token itself. */
export function wordsOf(token: Token): readonly Token[] {
  if (!SCRIPT.test(token.text)) return [token];
  return token.text
    .split(/[\s\\]+/)
    .filter(word => word !== '')
    .map(word => ({ ...token, text: word.replace(/["']/g, '') }));
}
