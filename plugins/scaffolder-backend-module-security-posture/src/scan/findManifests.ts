import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import globby from 'globby';
import { isAbsolute } from 'node:path';

/** Files that one step reads. */
const MOST_FILES = 1_000;

/** Bytes that one step reads, in all files: what the API takes. */
const MOST_BYTES = 5 * 1024 * 1024;

/** What manifests are written in. */
const EXTENSIONS = ['yaml', 'yml', 'json'];

/** A file of the workspace. */
export interface ManifestFile {
  /** From the workspace, with forward slashes. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
}

/**
 * The files that paths and patterns mean, in the order of their names; a folder means all YAML and JSON below it.
 * Throws a NotAllowedError for what leads out of the workspace and for links, and an InputError for nothing and for too much.
 */
export async function findManifests(
  workspace: string,
  patterns: readonly string[],
): Promise<readonly ManifestFile[]> {
  patterns.forEach(refuseOutside);
  const found = await globby([...patterns], {
    cwd: workspace,
    expandDirectories: { extensions: EXTENSIONS },
    followSymbolicLinks: false,
    onlyFiles: false,
    objectMode: true,
    stats: true,
  });
  let bytes = 0;
  const files: ManifestFile[] = [];
  for (const { path: name, dirent, stats } of found) {
    if (dirent.isDirectory()) continue;
    const path = resolveSafeChildPath(workspace, name);
    if (!dirent.isFile())
      throw new NotAllowedError(
        `${name} is a link: name the file that it stands for`,
      );
    bytes += stats?.size ?? 0;
    files.push({ name, path });
  }
  refuseMasses(files.length, bytes, patterns);
  return files.sort((left, right) => (left.name < right.name ? -1 : 1));
}

function refuseOutside(pattern: string): void {
  if (isAbsolute(pattern) || /(^|[^.])\.\.([^.]|$)/.test(pattern))
    throw new NotAllowedError(
      `${pattern} leads out of the workspace: name files and folders in it`,
    );
}

function refuseMasses(
  count: number,
  bytes: number,
  patterns: readonly string[],
): void {
  const named = patterns.join(', ');
  if (!count)
    throw new InputError(
      `There is no ${EXTENSIONS.map(extension => `.${extension}`).join(
        ', ',
      )} file at ${named} in the workspace`,
    );
  if (count > MOST_FILES || bytes > MOST_BYTES)
    throw new InputError(
      `There is more at ${named} than is judged at once, ${MOST_FILES} files of 5 MB in all: name fewer`,
    );
}
