import { MAX_SELECTOR_LENGTH } from '../labelSelector';
import { CalicoToken, calicoTokens } from './calicoTokens';

/** A selector of Calico's, taken apart. */
export type CalicoExpression =
  | { readonly op: 'all' }
  | {
      readonly op: 'test';
      readonly key: string;
      readonly holds: (value: string | undefined) => boolean;
      /** Where the label has to have one of some values, those; empty where any value will do. */
      readonly values?: readonly string[];
    }
  | { readonly op: 'not'; readonly part: CalicoExpression }
  | {
      readonly op: 'and' | 'or';
      readonly parts: readonly CalicoExpression[];
    };

/** Deeper brackets and negations than anybody writes. */
const MAX_DEPTH = 50;

/** Each method answers undefined where what comes next is not what it reads. */
class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly CalicoToken[]) {}

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  /** `a || b` */
  any(depth: number): CalicoExpression | undefined {
    return this.joined('||', 'or', () => this.every(depth));
  }

  /** `a && b`, which binds closer. */
  private every(depth: number): CalicoExpression | undefined {
    return this.joined('&&', 'and', () => this.one(depth));
  }

  private joined(
    sign: string,
    op: 'and' | 'or',
    read: () => CalicoExpression | undefined,
  ): CalicoExpression | undefined {
    const parts: CalicoExpression[] = [];
    do {
      const part = read();
      if (!part) return undefined;
      parts.push(part);
    } while (this.takes(sign));
    return parts.length === 1 ? parts[0] : { op, parts };
  }

  private one(depth: number): CalicoExpression | undefined {
    if (depth > MAX_DEPTH) return undefined;
    if (this.takes('!')) {
      const part = this.one(depth + 1);
      return part && { op: 'not', part };
    }
    if (this.takes('(')) {
      const inner = this.any(depth + 1);
      return this.takes(')') ? inner : undefined;
    }
    return this.call() ?? this.comparison();
  }

  /** `all()`, `global()`, which selects nothing that has a namespace, and `has(label)`. */
  private call(): CalicoExpression | undefined {
    const name = this.peek()?.text;
    if (this.tokens[this.at + 1]?.text !== '(') return undefined;
    if (name !== 'all' && name !== 'global' && name !== 'has') return undefined;
    this.at += 2;
    const key = name === 'has' ? this.word() : undefined;
    if (!this.takes(')') || (name === 'has' && key === undefined))
      return undefined;
    if (key !== undefined)
      return { op: 'test', key, holds: isPresent, values: [] };
    return name === 'all' ? { op: 'all' } : { op: 'or', parts: [] };
  }

  private comparison(): CalicoExpression | undefined {
    const key = this.word();
    if (key === undefined) return undefined;
    if (this.takes('==')) return oneOf(key, this.oneString());
    if (this.takes('!=')) return noneOf(key, this.oneString());
    if (this.takes('in')) return oneOf(key, this.set());
    if (this.takes('not'))
      return this.takes('in') ? noneOf(key, this.set()) : undefined;
    return this.part(key);
  }

  /** `contains`, `starts with` and `ends with`. */
  private part(key: string): CalicoExpression | undefined {
    const verb = this.word();
    if (verb !== 'contains' && !this.takes('with')) return undefined;
    const [piece] = this.oneString() ?? [];
    const holds = piece === undefined ? undefined : partTest(verb, piece);
    return holds && { op: 'test', key, holds };
  }

  private set(): readonly string[] | undefined {
    if (!this.takes('{')) return undefined;
    const values: string[] = [];
    if (this.takes('}')) return values;
    do {
      const [value] = this.oneString() ?? [];
      if (value === undefined) return undefined;
      values.push(value);
    } while (this.takes(','));
    return this.takes('}') ? values : undefined;
  }

  private oneString(): readonly string[] | undefined {
    const token = this.peek();
    if (token?.kind !== 'string') return undefined;
    this.at += 1;
    return [token.text];
  }

  private word(): string | undefined {
    const token = this.peek();
    if (token?.kind !== 'word') return undefined;
    this.at += 1;
    return token.text;
  }

  private takes(text: string): boolean {
    const token = this.peek();
    if (!token || token.kind === 'string' || token.text !== text) return false;
    this.at += 1;
    return true;
  }

  private peek(): CalicoToken | undefined {
    return this.tokens[this.at];
  }
}

/**
 * Reads a selector: `app == 'web' && !has(legacy)`, `tier in {'a', 'b'}`, `all()`; nothing is `all()`.
 * Undefined for what cannot be read, or is longer than selectors may be.
 */
export function parseCalicoExpression(
  text: string,
): CalicoExpression | undefined {
  if (text.length > MAX_SELECTOR_LENGTH) return undefined;
  const tokens = calicoTokens(text);
  if (!tokens) return undefined;
  if (tokens.length === 0) return { op: 'all' };
  const parser = new Parser(tokens);
  const expression = parser.any(0);
  return parser.isAtEnd ? expression : undefined;
}

function isPresent(value: string | undefined): boolean {
  return value !== undefined;
}

function oneOf(
  key: string,
  values: readonly string[] | undefined,
): CalicoExpression | undefined {
  if (!values) return undefined;
  const wanted = new Set(values);
  return {
    op: 'test',
    key,
    holds: value => value !== undefined && wanted.has(value),
    ...(values.length ? { values } : {}),
  };
}

/** A label that is not there has no value that is refused. */
function noneOf(
  key: string,
  values: readonly string[] | undefined,
): CalicoExpression | undefined {
  if (!values) return undefined;
  const refused = new Set(values);
  return {
    op: 'test',
    key,
    holds: value => value === undefined || !refused.has(value),
  };
}

function partTest(
  verb: string | undefined,
  piece: string,
): ((value: string | undefined) => boolean) | undefined {
  switch (verb) {
    case 'contains':
      return value => value?.includes(piece) ?? false;
    case 'starts':
      return value => value?.startsWith(piece) ?? false;
    case 'ends':
      return value => value?.endsWith(piece) ?? false;
    default:
      return undefined;
  }
}
