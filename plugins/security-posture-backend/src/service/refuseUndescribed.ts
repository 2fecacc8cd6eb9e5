import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { RequestHandler } from 'express';
import { openApiDocument } from './openapi/openApiDocument';

/**
 * Refuses a request that the document does not describe, with 400 and what is
 * wrong with it. Made once, for compiling the document takes half a second.
 */
export const refuseUndescribed: RequestHandler = createValidatedOpenApiRouter(
  openApiDocument,
  { validatorOptions: { validateSecurity: false } },
);
