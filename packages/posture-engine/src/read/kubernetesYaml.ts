import {
  Document,
  DocumentOptions,
  LineCounter,
  parseAllDocuments,
  ParseOptions,
  SchemaOptions,
  Tags,
} from 'yaml';

/** Texts to Kubernetes, whatever YAML 1.1 says. */
const NOT_KUBERNETES = ['binary', 'omap', 'pairs', 'set', 'timestamp'].map(
  name => `tag:yaml.org,2002:${name}`,
);
const SEXAGESIMAL = 'TIME';

const OPTIONS: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.1',
  customTags: (tags: Tags) =>
    tags.filter(
      tag =>
        typeof tag === 'string' ||
        !(
          NOT_KUBERNETES.includes(tag.tag) ||
          ('format' in tag && tag.format === SEXAGESIMAL)
        ),
    ),
  stringKeys: true,
  // The check compares every key with every other: seconds for a long text.
  uniqueKeys: false,
  // The parser's own messages quote what they read.
  prettyErrors: false,
  logLevel: 'silent',
};

/**
 * Parses YAML or JSON as Kubernetes reads it: YAML 1.1 (`yes` is true, `0644` octal), but for times and what JSON does not
 * have. Keys that stand twice are for the caller to find. Throws a RangeError for what is nested too deeply.
 */
export function parseKubernetesYaml(
  text: string,
  lineCounter?: LineCounter,
): readonly Document.Parsed[] {
  return parseAllDocuments(text, { ...OPTIONS, lineCounter });
}
