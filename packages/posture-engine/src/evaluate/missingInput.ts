import { NotEvaluatedReason } from '../model/outcome';

/** A control read a list that could not be read from the cluster. Becomes `notEvaluated` with its reason. */
export class MissingInput extends Error {
  constructor(readonly list: string, readonly reason: NotEvaluatedReason) {
    super(`${list} were not read: ${reason}`);
    this.name = 'MissingInput';
  }
}
