import { readStored, StoredObject } from './StoredObject';

/**
 * The JSON of the objects that were read last, up to a size. Its keys are
 * states of objects, so an entry is never out of date.
 */
export class JsonCache {
  private readonly texts = new Map<StoredObject, string>();
  private characters = 0;

  /** @param limit - how many characters it keeps */
  constructor(private readonly limit: number) {}

  /** The JSON of an object of a built-in kind within a list: untyped. */
  listItem(stored: StoredObject): string {
    const known = this.texts.get(stored);
    if (known !== undefined) {
      return known;
    }
    const text = untyped(stored);
    this.keep(stored, text);
    return text;
  }

  private keep(stored: StoredObject, text: string): void {
    this.texts.set(stored, text);
    this.characters += text.length;
    for (const [key, { length }] of this.texts) {
      if (this.characters <= this.limit) {
        return;
      }
      this.texts.delete(key);
      this.characters -= length;
    }
  }
}

function untyped(stored: StoredObject): string {
  const { apiVersion, kind, ...fields } = readStored(stored);
  return JSON.stringify(fields);
}
