/** What a lazy read of a manifest gives, or another value where its type is wrong: the control that reads it says so. */
export function readOr<T, Other>(otherwise: Other, read: () => T): T | Other {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && error.name === 'MalformedInput')
      return otherwise;
    throw error;
  }
}
