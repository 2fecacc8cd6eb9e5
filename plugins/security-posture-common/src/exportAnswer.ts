import { ExportAnswer } from './api/exports';

const FILE_NAME = /filename="([A-Za-z0-9._-]+)"/;

/** An export out of the response that brings it. Throws an Error where it brings none. */
export function exportAnswer({ headers, body }: Response): ExportAnswer {
  const disposition = headers.get('content-disposition') ?? '';
  const fileName = FILE_NAME.exec(disposition)?.[1];
  if (!fileName || !body)
    throw new Error('The server sent no file where an export was asked for');
  const contentType = headers.get('content-type') ?? '';
  return { fileName, contentType, body };
}
