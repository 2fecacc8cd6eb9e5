import { stringifyError } from '@backstage/errors';
import addFormats from 'ajv-formats';
import Ajv2020, { ValidateFunction } from 'ajv/dist/2020';
import { RequestHandler, Response } from 'express';
import { openApiDocument } from '../openapi/openApiDocument';

const JSON_TYPE = 'application/json';

interface DocumentedResponse {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, unknown>>;
}

type DocumentedPath = Readonly<
  Record<
    string,
    { readonly responses: Readonly<Record<string, DocumentedResponse>> }
  >
>;

/** A documented path, as what a request's path has to look like; those with fewer parameters first, for they are meant where both fit. */
const paths = Object.entries(
  openApiDocument.paths as unknown as Readonly<Record<string, DocumentedPath>>,
)
  .map(([path, operations]) => ({
    path,
    operations,
    pattern: new RegExp(`^/v1${path.replace(/\{\w+\}/g, '[^/]+')}/?$`),
    parameters: path.split('{').length,
  }))
  .sort((one, other) => one.parameters - other.parameters);

const ajv = new Ajv2020({ strict: false });
addFormats(ajv);
ajv.addSchema(openApiDocument, 'document');

const validators = new Map<string, ValidateFunction>();

/** The validator of what stands at a pointer in the document. Each is compiled once, over one document that is read once: a validator of whole operations reads it for every status of each, which took longer than the tests. */
function validatorAt(pointer: readonly string[]): ValidateFunction {
  const fragment = pointer
    .map(part => part.replace(/~/g, '~0').replace(/\//g, '~1'))
    .map(encodeURIComponent)
    .join('/');
  const $ref = `document#/${fragment}`;
  const known = validators.get($ref) ?? ajv.compile({ $ref });
  validators.set($ref, known);
  return known;
}

/** Where the document describes a response, or undefined for a path or a method that it does not know. Fails for a status that the operation does not have. */
function describedAt(method: string, path: string, status: number) {
  const found = paths.find(({ pattern }) => pattern.test(path));
  const operation = found?.operations[method.toLowerCase()];
  if (!found || !operation) return undefined;
  const name = [String(status), 'default'].find(
    each => each in operation.responses,
  );
  if (!name) throw new Error(`The document has no status ${status} here`);
  const { $ref } = operation.responses[name];
  return $ref
    ? $ref.slice('#/'.length).split('/')
    : ['paths', found.path, method.toLowerCase(), 'responses', name];
}

function faultOf(method: string, path: string, status: number, body: unknown) {
  const pointer = describedAt(method, path, status);
  if (!pointer) return undefined;
  const validate = validatorAt([...pointer, 'content', JSON_TYPE, 'schema']);
  return validate(body) ? undefined : ajv.errorsText(validate.errors);
}

function isJson(response: Response): boolean {
  return String(response.get('content-type')).startsWith(JSON_TYPE);
}

/** Lets no answer in JSON pass that the document does not describe: it becomes a 500 that says why. */
export function validateResponses(): RequestHandler {
  return (request, response, next) => {
    // Routers below change it.
    const { method, path } = request;
    const send = response.send.bind(response);
    response.send = body => {
      // JSON is made to text first, and then sent like any other.
      if (typeof body !== 'string' || !isJson(response)) return send(body);
      const { statusCode } = response;
      let fault: string | undefined;
      try {
        fault = faultOf(method, path, statusCode, JSON.parse(body));
      } catch (error) {
        fault = stringifyError(error);
      }
      if (fault === undefined) return send(body);
      response.status(500);
      const error = { name: 'UndescribedResponse', message: fault };
      return send(JSON.stringify({ error }));
    };
    next();
  };
}
