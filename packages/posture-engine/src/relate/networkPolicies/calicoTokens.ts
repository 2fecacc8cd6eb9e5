/** A piece of a selector of Calico's. */
export interface CalicoToken {
  readonly kind: 'string' | 'word' | 'sign';
  /** Of a string, what stands between its quotes. */
  readonly text: string;
}

const TOKEN = /\s*(?:'([^']*)'|"([^"]*)"|([\w./-]+)|(&&|\|\||==|!=|[!(){},]))/y;

/** The pieces of a selector, in order; undefined where something else stands in it. */
export function calicoTokens(text: string): readonly CalicoToken[] | undefined {
  const tokens: CalicoToken[] = [];
  const trimmed = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const match = TOKEN.exec(trimmed);
    if (!match) return undefined;
    const [, single, double, word, sign] = match;
    if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'string', text: single ?? double });
  }
  return tokens;
}
