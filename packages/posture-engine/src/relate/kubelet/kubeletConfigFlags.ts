import { KUBELET_CONFIG_PATHS } from '../../data/kubeletSettings';
import { MalformedInput, typeInWords } from '../../read/malformedInput';
import { isJsonObject, JsonObject } from '../../read/typedReads';
import { Flag } from '../controlPlane/flagSource';

/** A duration that a configuration file writes as zero leaves the default in force; only the flag can mean zero. */
const ZERO_DURATION = /^(?:0+[hms]?)+$/;

/**
 * The settings of a KubeletConfiguration, by the flags that set the same. `path` is where the file stands.
 * What is null, empty or a duration of zero is not set: the kubelet takes its default. Throws MalformedInput on other types.
 */
export function kubeletConfigFlags(
  config: JsonObject,
  path: string,
): ReadonlyMap<string, Flag> {
  const flags = new Map<string, Flag>();
  for (const [flag, name] of KUBELET_CONFIG_PATHS) {
    const values = valuesAt(config, name, path);
    if (values.length > 0)
      flags.set(flag, { values, path: `${path} ${name}`, shown: true });
  }
  return flags;
}

function valuesAt(
  config: JsonObject,
  name: string,
  path: string,
): readonly string[] {
  const value = walk(config, name.split('.'));
  if (value === undefined || value === null) return [];
  const texts = (Array.isArray(value) ? value : [value]).map(item => {
    if (typeof item === 'object')
      throw new MalformedInput(
        `${path} ${name}`,
        'a setting',
        typeInWords(item),
      );
    return typeof item === 'string' && ZERO_DURATION.test(item)
      ? ''
      : String(item);
  });
  return texts.filter(text => text !== '');
}

function walk(config: JsonObject, steps: readonly string[]): unknown {
  let here: unknown = config;
  for (const step of steps) here = isJsonObject(here) ? here[step] : undefined;
  return here;
}
