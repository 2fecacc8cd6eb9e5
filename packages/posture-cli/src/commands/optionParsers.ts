import { InvalidArgumentError } from 'commander';
import {
  allControls,
  KubernetesVersion,
  NEWEST_MINOR,
  OLDEST_MINOR,
  parseKubernetesVersion,
} from 'security-posture-engine';
import { unknownName } from './nearestNames';

const KNOWN_VERSIONS: readonly string[] = Array.from(
  { length: NEWEST_MINOR - OLDEST_MINOR + 1 },
  (_, index) => `1.${OLDEST_MINOR + index}`,
);

/** A parser of an option that takes one of these names. */
export function oneOf<Name extends string>(
  what: string,
  names: readonly Name[],
): (text: string) => Name {
  return text => {
    const found = names.find(name => name === text);
    if (found === undefined)
      throw new InvalidArgumentError(unknownName(what, text, names));
    return found;
  };
}

/** A parser of an option that takes several of these names with commas between, and may be given again. */
export function listOf<Name extends string>(
  what: string,
  names: readonly Name[],
): (text: string, earlier?: readonly Name[]) => readonly Name[] {
  const parse = oneOf(what, names);
  return (text, earlier = []) => [
    ...earlier,
    ...text.split(',').map(part => parse(part.trim())),
  ];
}

/** Ids of all controls. */
export function controlIds(): readonly string[] {
  return allControls().map(({ id }) => id);
}

/** A parser of a Kubernetes version. */
export function kubernetesVersion(text: string): KubernetesVersion {
  const version = parseKubernetesVersion(text);
  if (!version)
    throw new InvalidArgumentError(
      `${unknownName(
        'known Kubernetes version',
        text,
        KNOWN_VERSIONS,
      )} The oldest is ${KNOWN_VERSIONS[0]}.`,
    );
  return version;
}

/** A parser of a number of seconds, 1 to 600. */
export function seconds(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 600)
    throw new InvalidArgumentError('It must be 1 to 600 seconds.');
  return value;
}
