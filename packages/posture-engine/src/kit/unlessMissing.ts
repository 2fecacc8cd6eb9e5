import { MissingInput } from '../evaluate/missingInput';

/** What a list holds, or undefined where it was not read: for notes, which a verdict can do without. */
export function unlessMissing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof MissingInput)) throw error;
    return undefined;
  }
}
