import { MissingInput } from '../evaluate/missingInput';
import { NotEvaluatedReason } from '../model/outcome';

/** Why a list was not read; undefined where it was. */
export function reasonMissing(
  read: () => unknown,
): NotEvaluatedReason | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (!(error instanceof MissingInput)) throw error;
    return error.reason;
  }
}
