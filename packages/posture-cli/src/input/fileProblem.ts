import { InputError } from './InputError';

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'This path does not exist.',
  ENOTDIR: 'This path does not exist.',
  EACCES: 'This may not be read.',
  EPERM: 'This may not be read.',
  ELOOP: 'This is a symbolic link that leads to itself.',
  ENAMETOOLONG: 'This path is too long.',
};

/** A failed look at a file or folder in words. What is no failure of the file system is thrown again. */
export function fileProblem(file: string, error: unknown): InputError {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (!code) throw error;
  return { file, message: WORDS[code] ?? `This cannot be read (${code}).` };
}
