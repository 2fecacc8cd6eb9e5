import Ajv, { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A check against a schema of the fixtures. None of them uses what differs between their drafts and that of ajv, but for the keyword `id`. */
export function schemaOf(file: string): ValidateFunction {
  const path = join(__dirname, '..', '__fixtures__', file);
  const {
    $schema: _,
    id: __,
    ...schema
  } = JSON.parse(readFileSync(path, 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: true });
  addFormats(ajv);
  return ajv.compile(schema);
}

/** What a schema has against a document; empty where it is valid. */
export function faultsOf(
  validate: ValidateFunction,
  document: unknown,
): readonly string[] {
  validate(document);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message}`,
  );
}
