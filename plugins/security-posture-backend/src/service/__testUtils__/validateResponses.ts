import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { RequestHandler, Router } from 'express';
import { openApiDocument } from '../openapi/openApiDocument';

/**
 * Lets no answer pass that the document does not describe: it becomes a 500.
 * The document itself is let through, for this router would answer in its place.
 */
export function validateResponses(): Router {
  const validate: RequestHandler = createValidatedOpenApiRouter(
    openApiDocument,
    {
      validatorOptions: {
        validateRequests: false,
        validateResponses: true,
        validateSecurity: false,
      },
    },
  );
  const router = Router();
  router.use('/v1', (request, response, next) =>
    request.path === '/openapi.json'
      ? next()
      : validate(request, response, next),
  );
  return router;
}
