import { FileState } from './hostData';

const ROOT = 0;

/** What is asked of a file; undefined where its state does not tell. */
export type FileTest = (file: FileState) => boolean | undefined;

/** That a file belongs to the user and the group root. */
export function isOfRoot({ userId, groupId }: FileState): boolean | undefined {
  return userId === undefined || groupId === undefined
    ? undefined
    : userId === ROOT && groupId === ROOT;
}

/** That a file gives no permission beyond these bits: 0o600. */
export function hasMode(most: number): FileTest {
  return ({ mode }) =>
    // eslint-disable-next-line no-bitwise -- permissions are bits
    mode === undefined ? undefined : (mode & ~most & 0o7777) === 0;
}

/** False where one file fails a test; undefined where there is none, or one does not tell. */
export function allFiles(
  files: readonly FileState[],
  test: FileTest,
): boolean | undefined {
  const results = files.map(test);
  if (results.includes(false)) return false;
  return files.length === 0 || results.includes(undefined) ? undefined : true;
}
