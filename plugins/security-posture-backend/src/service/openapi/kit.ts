/** A JSON schema, as OpenAPI 3.1 takes it. */
export type Schema = { readonly [keyword: string]: unknown };

/** An operation of a path. */
export type Operation = { readonly [field: string]: unknown };

/** Operations by method. */
export type PathItem = {
  readonly get?: Operation;
  readonly post?: Operation;
};

export const text: Schema = { type: 'string' };
export const flag: Schema = { type: 'boolean' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const time: Schema = { type: 'string', format: 'date-time' };

/** A reference to a schema of the document. */
export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

export function oneOf(values: readonly string[]): Schema {
  return { type: 'string', enum: [...values] };
}

export function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

/** An object with these properties and no others; those whose name ends with a question mark are optional. */
export function object(properties: Readonly<Record<string, Schema>>): Schema {
  const names = Object.keys(properties);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      names.map(name => [name.replace(/\?$/, ''), properties[name]]),
    ),
    required: names.filter(name => !name.endsWith('?')),
  };
}

/** An object with these properties, and any others; those whose name ends with a question mark are optional. */
export function openObject(
  properties: Readonly<Record<string, Schema>>,
): Schema {
  return { ...object(properties), additionalProperties: true };
}

/** A body of JSON that has to be sent. */
export function jsonBody(description: string, schema: Schema) {
  return {
    required: true,
    description,
    content: { 'application/json': { schema } },
  };
}

/** Values of one schema under any key. */
export function mapOf(values: Schema): Schema {
  return { type: 'object', additionalProperties: values };
}

/** A parameter of a path. */
export function pathParameter(
  name: string,
  description: string,
  schema: Schema,
) {
  return { name, in: 'path', required: true, description, schema };
}

/** An optional parameter of a query. Lists are joined by commas; a ref need not have its colon and slash encoded. */
export function queryParameter(
  name: string,
  description: string,
  schema: Schema,
) {
  const form =
    schema.type === 'array'
      ? { style: 'form', explode: false }
      : { allowReserved: true };
  return { name, in: 'query', required: false, description, schema, ...form };
}

const ERRORS: Readonly<Record<number, string>> = {
  400: 'A parameter is not valid; the message says which and what would be',
  401: 'No credentials',
  403: 'The caller lacks the permission',
  404: 'There is no such thing, or the caller may not see it',
  409: 'It cannot be done as things stand; the message says why',
  413: 'The body is larger than 64 kB, 2 MB where refs are listed, or 5 MB where a document is posted',
  503: 'The catalog or the permissions of the portal cannot be asked',
};

/** Responses of an operation: its answer, and the errors that it may give beside 400, 401, 403 and 503. */
export function responses(
  status: 200 | 201 | 202,
  description: string,
  schema: Schema,
  errors: readonly (404 | 409 | 413)[] = [],
) {
  const failed = [400, 401, 403, ...errors, 503].map(code => [
    String(code),
    {
      description: ERRORS[code],
      content: { 'application/json': { schema: ref('Error') } },
    },
  ]);
  return {
    [String(status)]: {
      description,
      content: { 'application/json': { schema } },
    },
    ...Object.fromEntries(failed),
  };
}
