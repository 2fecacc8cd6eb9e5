import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';

/** One hash over names, sizes and times of files: cheap, and it misses no edit. */
export async function quickKey(files) {
  const lines = await Promise.all(
    files.map(async file => {
      const { size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
      return `${file}\0${size}\0${mtimeNs}\0${ctimeNs}`;
    }),
  );
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
