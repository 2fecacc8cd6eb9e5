import { realpath, readdir, stat } from 'node:fs/promises';
import { Stats } from 'node:fs';
import { join, sep } from 'node:path';
import { InputError } from './InputError';
import { fileProblem } from './fileProblem';

/** The path that stands for the standard input. */
export const STANDARD_INPUT = '-';

const MANIFEST = /\.(?:ya?ml|json)$/;

/** Files to read, each once, and what could not be looked into. */
export interface FoundFiles {
  /** As given, with forward slashes; those of a folder sorted. */
  readonly files: readonly string[];
  readonly errors: readonly InputError[];
  /** Folders that were given and hold no manifest. */
  readonly emptyFolders: readonly string[];
}

class FileSearch implements FoundFiles {
  readonly files: string[] = [];
  readonly errors: InputError[] = [];
  readonly emptyFolders: string[] = [];
  private readonly seen = new Set<string>();

  async leaveOut(path: string): Promise<void> {
    const real = await realpath(path).catch(() => undefined);
    if (real !== undefined) this.seen.add(real);
  }

  async addPath(path: string): Promise<void> {
    if (path === STANDARD_INPUT) {
      if (!this.files.includes(path)) this.files.push(path);
      return;
    }
    const status = await this.lookAt(path);
    if (!status?.isDirectory()) {
      if (status) await this.addFile(path);
      return;
    }
    const below = await this.filesBelow(path);
    if (!below.length) this.emptyFolders.push(withSlashes(path));
    for (const file of below.sort(byCodeUnits)) await this.addFile(file);
  }

  private async filesBelow(folder: string): Promise<string[]> {
    if (!(await this.isNew(folder))) return [];
    const files: string[] = [];
    for (const name of await this.namesIn(folder)) {
      const path = join(folder, name);
      const isManifest = MANIFEST.test(name);
      const status = await this.lookAt(path, { silent: !isManifest });
      if (status?.isDirectory()) files.push(...(await this.filesBelow(path)));
      else if (status?.isFile() && isManifest) files.push(path);
    }
    return files;
  }

  private async namesIn(folder: string): Promise<string[]> {
    try {
      return await readdir(folder);
    } catch (error) {
      this.errors.push(fileProblem(withSlashes(folder), error));
      return [];
    }
  }

  private async lookAt(
    path: string,
    { silent = false } = {},
  ): Promise<Stats | undefined> {
    try {
      return await stat(path);
    } catch (error) {
      if (!silent) this.errors.push(fileProblem(withSlashes(path), error));
      return undefined;
    }
  }

  private async addFile(path: string): Promise<void> {
    if (await this.isNew(path)) this.files.push(withSlashes(path));
  }

  private async isNew(path: string): Promise<boolean> {
    const real = await realpath(path);
    if (this.seen.has(real)) return false;
    this.seen.add(real);
    return true;
  }
}

/**
 * The files that paths stand for: a file itself, all .yaml, .yml and .json files below a folder, `-`.
 * Symbolic links are followed, and what several paths lead to is found once. `except` is left out.
 */
export async function findFiles(
  paths: readonly string[],
  except?: string,
): Promise<FoundFiles> {
  const search = new FileSearch();
  if (except !== undefined) await search.leaveOut(except);
  for (const path of paths) await search.addPath(path);
  return search;
}

function withSlashes(path: string): string {
  return path.split(sep).join('/');
}

function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : 1;
}
