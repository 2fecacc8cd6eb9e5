/** A parsed label selector: every requirement must hold. */
export interface LabelSelector {
  readonly requirements: readonly LabelRequirement[];
}

/** One requirement of a label selector. */
export interface LabelRequirement {
  readonly key: string;
  readonly operator: 'in' | 'notIn' | 'exists' | 'doesNotExist';
  readonly values: readonly string[];
}

/** Longest selector that is read, in characters. Annotations of the catalog come from strangers. */
export const MAX_SELECTOR_LENGTH = 10_000;

/** A selector that cannot be read; the message says where. */
export class LabelSelectorError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LabelSelectorError';
  }
}

const KEY =
  /^(?:[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/**
 * Reads the text form that kubectl and the annotation `backstage.io/kubernetes-label-selector` use:
 * `a=b`, `a==b`, `a!=b`, `a in (b,c)`, `a notin (b)`, `a`, `!a`, joined by commas.
 * In time linear to its length. Throws LabelSelectorError.
 */
export function parseLabelSelector(text: string): LabelSelector {
  if (text.length > MAX_SELECTOR_LENGTH) {
    throw new LabelSelectorError(
      `the selector is longer than ${MAX_SELECTOR_LENGTH} characters`,
    );
  }
  return {
    requirements: splitTerms(text)
      .map(term => term.trim())
      .filter((term, _, all) => term !== '' || all.length > 1)
      .map(parseTerm),
  };
}

/** True where the labels meet every requirement. An empty selector selects everything. */
export function selectorMatches(
  selector: LabelSelector,
  labels: Readonly<Record<string, string>>,
): boolean {
  return selector.requirements.every(one => meets(one, labels));
}

function meets(
  { key, operator, values }: LabelRequirement,
  labels: Readonly<Record<string, string>>,
): boolean {
  const present = Object.prototype.hasOwnProperty.call(labels, key);
  switch (operator) {
    case 'exists':
      return present;
    case 'doesNotExist':
      return !present;
    case 'in':
      return present && values.includes(labels[key]);
    default:
      return !present || !values.includes(labels[key]);
  }
}

function splitTerms(text: string): string[] {
  const terms: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === ',' && depth === 0) {
      terms.push(text.slice(start, index));
      start = index + 1;
    }
    if (depth < 0 || depth > 1)
      throw new LabelSelectorError(`unexpected "${character}" at ${index + 1}`);
  }
  if (depth !== 0) throw new LabelSelectorError('a bracket is not closed');
  return [...terms, text.slice(start)];
}

function parseTerm(term: string): LabelRequirement {
  const set = /^(\S+)\s+(in|notin)\s*\(([^()]*)\)$/.exec(term);
  if (set) {
    return requirement(
      set[1],
      set[2] === 'in' ? 'in' : 'notIn',
      set[3].split(',').map(value => value.trim()),
    );
  }
  if (term.startsWith('!'))
    return requirement(term.slice(1).trim(), 'doesNotExist', []);
  const equals = term.indexOf('=');
  if (equals < 0) return requirement(term, 'exists', []);
  const negated = term[equals - 1] === '!';
  const key = term.slice(0, negated ? equals - 1 : equals).trim();
  const value = term
    .slice(term[equals + 1] === '=' ? equals + 2 : equals + 1)
    .trim();
  return requirement(key, negated ? 'notIn' : 'in', [value]);
}

function requirement(
  key: string,
  operator: LabelRequirement['operator'],
  values: string[],
): LabelRequirement {
  if (!KEY.test(key)) throw new LabelSelectorError(`"${key}" is no label key`);
  const bad = values.find(value => !VALUE.test(value));
  if (bad !== undefined)
    throw new LabelSelectorError(`"${bad}" is no label value`);
  return { key, operator, values };
}
