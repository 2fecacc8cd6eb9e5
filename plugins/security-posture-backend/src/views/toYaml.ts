import { stringify } from 'yaml';

/**
 * An object as YAML without block scalars or folded lines, so that no value can look like a key of the whole or end a shell's
 * input early. What YAML 1.1, which kubectl reads, takes for something else than text is quoted.
 */
export function toYaml(value: object): string {
  return stringify(value, {
    lineWidth: 0,
    blockQuote: false,
    compat: 'yaml-1.1',
  });
}
