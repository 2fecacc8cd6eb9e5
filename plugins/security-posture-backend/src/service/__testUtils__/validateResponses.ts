import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { Request, RequestHandler, Router } from 'express';
import { openApiDocument } from '../openapi/openApiDocument';

const passOn: RequestHandler = (_request, _response, next) => next();

/** The validator behind it, which looks at requests, forgets which operation was found here. */
const keepOperation: RequestHandler = (request, response, next) => {
  const described = request as Request & { openapi?: unknown };
  const { openapi } = described;
  const validated = response.json;
  response.json = body => {
    described.openapi = openapi;
    return validated.call(response, body);
  };
  next();
};

/**
 * Lets no answer pass that the document does not describe: it becomes a 500.
 * The document itself is let through, for this router would answer in its place.
 */
export function validateResponses(): Router {
  const validate: RequestHandler = createValidatedOpenApiRouter(
    openApiDocument,
    {
      middleware: [passOn],
      validatorOptions: {
        validateRequests: false,
        validateResponses: true,
        validateSecurity: false,
      },
    },
  );
  const router = Router();
  router.use('/v1', (request, response, next) => {
    if (request.path === '/openapi.json') next();
    else validate(request, response, next);
  });
  router.use('/v1', keepOperation);
  return router;
}
