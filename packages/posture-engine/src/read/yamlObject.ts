import { parseKubernetesYaml } from './kubernetesYaml';
import { MalformedInput, typeInWords } from './malformedInput';
import { isJsonObject, JsonObject } from './typedReads';

/** Configuration files of the programs of a node are a few kilobytes long. */
const MOST_CHARACTERS = 64 * 1024;

/**
 * The object that a text in YAML or JSON holds, read as Kubernetes reads its configuration files.
 * `path` is where the text stands. Throws MalformedInput for what is no single object, for an alias, and for texts above 64 kB.
 */
export function yamlObject(text: string, path: string): JsonObject {
  if (text.length > MOST_CHARACTERS)
    throw new MalformedInput(path, 'YAML of at most 64 kB', 'a longer text');
  const value = parse(text, path);
  if (!isJsonObject(value))
    throw new MalformedInput(path, 'YAML of an object', typeInWords(value));
  return value;
}

/** The parser's own messages quote what they read, so none is passed on. It also throws where a text is nested too deep. */
function parse(text: string, path: string): unknown {
  try {
    const [document, ...others] = parseKubernetesYaml(text);
    if (document?.errors.length === 0 && others.length === 0)
      return document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new MalformedInput(path, 'YAML', 'another text');
  }
  throw new MalformedInput(path, 'YAML', 'another text');
}
