import { Listed, listed, unlisted } from '../model/inventory';
import { MalformedInput } from '../read/malformedInput';
import { MissingInput } from './missingInput';

/** What a read of an inventory's lists gives, or why it could not be told: a list was not read, or a value has the wrong type. */
export function told<T>(read: () => readonly T[]): Listed<T> {
  try {
    return listed(read());
  } catch (error) {
    if (error instanceof MissingInput) return unlisted(error.reason);
    if (error instanceof MalformedInput) return unlisted('parseError');
    throw error;
  }
}
