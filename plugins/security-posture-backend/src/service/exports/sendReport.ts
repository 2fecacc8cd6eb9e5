import { ExportFormat } from 'backstage-plugin-security-posture-common';
import { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportFileName } from '../../views/exports/exportFileName';
import { FORMATS } from '../../views/exports/exportFormats';
import { ExportReport } from '../../views/exports/ExportReport';

/**
 * Sends a report as a file, no faster than the caller reads it. Where the caller goes away no more is read; where the
 * database fails half-way the connection is cut, so that nobody takes the half for the whole.
 */
export async function sendReport(
  response: Response,
  report: ExportReport,
  format: ExportFormat,
): Promise<void> {
  const { contentType, extension, write } = FORMATS[format];
  const fileName = exportFileName(report.header, extension);
  response.status(200).set({
    'content-type': contentType,
    'content-disposition': `attachment; filename="${fileName}"`,
    'cache-control': 'no-store',
  });
  try {
    await pipeline(Readable.from(write(report)), response);
  } catch (error) {
    if (!hasLeft(error)) throw error;
  }
}

/** True where the caller closed the connection before the end. */
function hasLeft(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ERR_STREAM_PREMATURE_CLOSE'
  );
}
