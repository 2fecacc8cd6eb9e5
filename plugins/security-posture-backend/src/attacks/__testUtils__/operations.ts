import { openApiDocument } from '../../service/openapi/openApiDocument';

/** A parameter of an operation, as the document describes it. */
export interface OperationParameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: { readonly type?: string; readonly [word: string]: unknown };
}

/** An operation of the API. */
export interface ApiOperation {
  readonly id: string;
  readonly method: 'get' | 'post';
  /** As the document has it: `/findings/{key}`. */
  readonly path: string;
  readonly parameters: readonly OperationParameter[];
  readonly takesBody: boolean;
}

interface DocumentedOperation {
  readonly operationId?: string;
  readonly parameters?: readonly OperationParameter[];
  readonly requestBody?: unknown;
}

/** Every operation that the OpenAPI document describes, whatever is added to it. */
export const OPERATIONS: readonly ApiOperation[] = Object.entries(
  openApiDocument.paths,
).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) =>
    described(path, method as 'get' | 'post', operation as DocumentedOperation),
  ),
);

function described(
  path: string,
  method: 'get' | 'post',
  { operationId, parameters = [], requestBody }: DocumentedOperation,
): ApiOperation {
  return {
    id: operationId ?? `${method} ${path}`,
    method,
    path,
    parameters,
    takesBody: requestBody !== undefined,
  };
}

/** The operation of an id. Throws where the document has none, so that no test looks at what is gone. */
export function operationOf(id: string): ApiOperation {
  const operation = OPERATIONS.find(known => known.id === id);
  if (!operation) throw new Error(`The document has no operation ${id}`);
  return operation;
}
