import { Document, isScalar, LineCounter, visit, YAMLMap } from 'yaml';
import { parseKubernetesYaml } from './kubernetesYaml';

/** A document of a text as JSON, or what is wrong with it. */
export type YamlDocument =
  /** Null where the document is empty. */
  | { readonly value: unknown }
  /** In words that follow the name of the document, without a word of what it holds. */
  | { readonly problem: string };

/** How often one anchor may be used, counting aliases in aliases. */
const MOST_ALIASES = 100;

/** Letters of a text with aliases, each of which may stand for all of it. */
const MOST_ALIASED = 200_000;

const MERGE = '<<';

/** Reads all documents of a text in YAML or JSON, as Kubernetes reads them. Each value can be written as JSON. */
export function readYamlDocuments(text: string): readonly YamlDocument[] {
  const lines = new LineCounter();
  try {
    return parseKubernetesYaml(text, lines).map(document => {
      const problem = problemOf(document, text, lines);
      return problem === undefined ? valueOf(document) : { problem };
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ problem: 'is nested too deeply' }];
  }
}

function problemOf(
  document: Document.Parsed,
  text: string,
  lines: LineCounter,
): string | undefined {
  const [error] = document.errors;
  if (!error) return problemOfNodes(document, text);
  return text.includes('{{')
    ? 'looks like a Helm template: render it first (helm template)'
    : `is no valid YAML, at line ${lines.linePos(error.pos[0]).line}`;
}

function problemOfNodes(
  document: Document.Parsed,
  text: string,
): string | undefined {
  let problem: string | undefined;
  const stopAt = (words: string) => {
    problem = words;
    return visit.BREAK;
  };
  visit(document, {
    Map: (_, map) =>
      hasTwins(map)
        ? stopAt('has a key that stands twice in one map')
        : undefined,
    Alias: () =>
      text.length > MOST_ALIASED
        ? stopAt('is too long to have aliases: write out what they stand for')
        : undefined,
  });
  return problem;
}

function hasTwins({ items }: YAMLMap): boolean {
  const keys = items
    .map(({ key }) => (isScalar(key) ? key.value : undefined))
    .filter(key => key !== MERGE);
  return new Set(keys).size < keys.length;
}

/** An alias for what holds it makes an object that no JSON can be. */
function valueOf(document: Document.Parsed): YamlDocument {
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    JSON.stringify(value);
    return { value };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return {
      problem:
        'has aliases that cannot be followed, or that would grow it beyond all measure',
    };
  }
}
