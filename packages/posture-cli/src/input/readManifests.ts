import { findFiles } from './findFiles';
import { InputError } from './InputError';
import { DocumentContents, joined, manifestsIn } from './manifestsIn';
import {
  DocumentProblem,
  parseDocuments,
  ParsedDocument,
} from './parseDocuments';
import { readFile } from './readFile';
import { DocumentText, splitDocuments } from './splitDocuments';

/** Everything that the paths of a call hold: one cluster. */
export interface Input extends DocumentContents {
  /** Folders that were given and hold no manifest. */
  readonly emptyFolders: readonly string[];
}

/** The largest document that is parsed, in characters: what it becomes in memory is many times as large. */
export const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/** Reads all manifests of files, folders and `-`. What cannot be read becomes an error; the rest is read. */
export async function readManifests(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array | string>,
  except?: string,
): Promise<Input> {
  const { files, errors, emptyFolders } = await findFiles(paths, except);
  const parts: DocumentContents[] = [];
  for (const file of files) {
    const text = await readFile(file, stdin);
    parts.push(
      typeof text === 'string' ? contentsOf(file, text) : failed(text),
    );
  }
  return { ...joined([...errors.map(failed), ...parts]), emptyFolders };
}

function contentsOf(file: string, text: string): DocumentContents {
  const documents = splitDocuments(text).flatMap(parse);
  return joined(
    documents.map((parsed, index) => {
      const place = { file, document: index + 1 };
      return 'message' in parsed
        ? failed({ ...place, ...parsed })
        : manifestsIn(parsed, place);
    }),
  );
}

function parse(
  document: DocumentText,
): readonly (ParsedDocument | DocumentProblem)[] {
  return document.text.length > LARGEST_DOCUMENT
    ? [
        {
          line: document.line,
          message: 'This document is too large to be parsed.',
        },
      ]
    : parseDocuments(document);
}

function failed(error: InputError): DocumentContents {
  return { resources: 0, manifests: [], errors: [error] };
}
