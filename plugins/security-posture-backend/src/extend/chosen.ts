import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** What a key of the configuration names, or `fallback` where it is not set. Throws an InputError that lists what there is. */
export function chosen<Thing>(
  config: Config,
  key: string,
  things: ReadonlyMap<string, Thing>,
  fallback: string,
): Thing {
  const id = config.getOptionalString(key) ?? fallback;
  const thing = things.get(id);
  if (thing === undefined)
    throw new InputError(
      `${key} names ${id}, which no module has added. There are: ${[
        ...things.keys(),
      ].join(', ')}`,
    );
  return thing;
}
