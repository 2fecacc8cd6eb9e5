import { statfs } from 'node:fs/promises';
import { Failure } from './Failure.mjs';
import { root } from './paths.mjs';

const GIGABYTE = 1024 ** 3;

/** Fails unless so many gigabytes are free where the repository lies. */
export async function checkDiskSpace(gigabytes, { stat = statfs } = {}) {
  const { bavail, bsize } = await stat(root);
  const free = (bavail * bsize) / GIGABYTE;
  if (free < gigabytes) {
    throw new Failure(
      `This needs ${gigabytes} GB of free disk space, and there are ${free.toFixed(
        1,
      )} GB.`,
    );
  }
}
