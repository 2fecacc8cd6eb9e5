import { MalformedInput } from '../read/malformedInput';

/** What a read answers, or undefined where the value has the wrong type: for hints, which are no verdict. */
export function unlessMalformed<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof MalformedInput)) throw error;
    return undefined;
  }
}
