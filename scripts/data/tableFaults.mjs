import { readSchema } from './tableFiles.mjs';

/** Faults told of one table; more of them would say nothing new. */
const AT_MOST = 5;

/** How a table breaks its schema, in words; empty where it does not. */
export async function tableFaults(name, table) {
  // Not at the top: `verify` loads this file before anything is installed.
  const { default: Ajv } = await import('ajv');
  const ajv = new Ajv({ allErrors: true, strictRequired: false });
  const validate = ajv.compile(await readSchema(name));
  validate(table);
  return (validate.errors ?? [])
    .slice(0, AT_MOST)
    .map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}
