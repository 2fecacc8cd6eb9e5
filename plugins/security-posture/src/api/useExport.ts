import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  ExportAnswer,
  ExportFormat,
  ExportQuery,
} from 'backstage-plugin-security-posture-common';
import { Failure, failureOf } from './failure';
import { securityPostureApiRef } from './securityPostureApiRef';

/** Of what an export is asked for, and of which day; of now where no `date` is given. */
export type ExportOf = Omit<ExportQuery, 'format'>;

/** How far an export is. `broken` is one that began to come and did not come whole. */
export type ExportProgress =
  | { state: 'none' }
  | { state: 'coming'; bytes: number }
  | { state: 'saved'; fileName: string }
  | { state: 'broken' }
  | { state: 'failed'; failure: Failure };

/** An export that the user can ask for, one at a time. */
export interface Export {
  progress: ExportProgress;
  start: (format: ExportFormat) => void;
}

/** Asks for exports as the user, and saves each one that came whole. Leaving the page ends what is coming. */
export function useExport(of: ExportOf): Export {
  const api = useApi(securityPostureApiRef);
  const [progress, setProgress] = useState<ExportProgress>({ state: 'none' });
  const coming = useRef<AbortController>();
  useEffect(() => () => coming.current?.abort(), []);
  const run = async (format: ExportFormat) => {
    const { signal } = (coming.current = new AbortController());
    const tell = (next: ExportProgress) => {
      if (!signal.aborted) setProgress(next);
    };
    tell({ state: 'coming', bytes: 0 });
    try {
      const answer = await api.getExport({ ...of, format }, { signal });
      const file = await readWhole(answer, bytes =>
        tell({ state: 'coming', bytes }),
      );
      if (!signal.aborted && file) saveFile(file, answer.fileName);
      tell(
        file
          ? { state: 'saved', fileName: answer.fileName }
          : { state: 'broken' },
      );
    } catch (error) {
      if (!signal.aborted) tell({ state: 'failed', failure: failureOf(error) });
    }
  };
  return { progress, start: format => void run(format) };
}

/** All of it; undefined where the connection broke off before the end. */
async function readWhole(
  { body, contentType }: ExportAnswer,
  onBytes: (bytes: number) => void,
): Promise<Blob | undefined> {
  const pieces: BlobPart[] = [];
  let bytes = 0;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Blob(pieces, { type: contentType });
      pieces.push(value as Uint8Array<ArrayBuffer>);
      bytes += value.byteLength;
      onBytes(bytes);
    }
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException)
      return undefined;
    throw error;
  }
}

/** Lets the browser keep a file as it does with any download. */
function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
