import { readFile } from 'node:fs/promises';
import { stringifyError } from '@backstage/errors';
import Ajv, { ValidateFunction } from 'ajv';
import { DataTables, TABLE_SCHEMAS } from 'security-posture-engine';
import { isHttps, TableName } from './readTableSources';

/** Longest wait for an answer, in milliseconds. */
const TIMEOUT = 30_000;
/** The largest table that is read, in characters; ours stay below a tenth of it. */
const MAX_LENGTH = 5_000_000;

const ajv = new Ajv({ strictRequired: false });
const validators = new Map<TableName, ValidateFunction>();

/** A table that a site brought cannot be used. Its message says why, and where in the table. */
export class TableError extends Error {
  name = 'TableError';
}

/** Reads a table from a path or an https address. Throws a TableError where it cannot be read or breaks its schema. */
export async function readTable<Name extends TableName>(
  name: Name,
  source: string,
): Promise<DataTables[Name]> {
  const text = await readText(source);
  if (text.length > MAX_LENGTH)
    throw new TableError(`is longer than ${MAX_LENGTH} characters`);
  const table = parse(text);
  const validate = validatorOf(name);
  if (validate(table)) return table as DataTables[Name];
  const { instancePath, message } = validate.errors![0];
  throw new TableError(`breaks its schema: ${instancePath || '/'} ${message}`);
}

async function readText(source: string): Promise<string> {
  try {
    return isHttps(source)
      ? await fetchText(source)
      : await readFile(source, 'utf8');
  } catch (error) {
    throw error instanceof TableError
      ? error
      : new TableError(`cannot be read: ${stringifyError(error)}`);
  }
}

async function fetchText(source: string): Promise<string> {
  const response = await fetch(source, {
    signal: AbortSignal.timeout(TIMEOUT),
    redirect: 'error',
  });
  if (!response.ok)
    throw new TableError(`cannot be read: the answer is ${response.status}`);
  return response.text();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TableError('is no JSON');
  }
}

function validatorOf(name: TableName): ValidateFunction {
  const validate = validators.get(name) ?? ajv.compile(TABLE_SCHEMAS[name]);
  validators.set(name, validate);
  return validate;
}
