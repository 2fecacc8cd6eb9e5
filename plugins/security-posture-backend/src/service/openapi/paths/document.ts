import { PathItem } from '../kit';

/** The document about itself. */
export const documentPaths: Readonly<Record<string, PathItem>> = {
  '/openapi.json': {
    get: {
      operationId: 'getOpenApiDocument',
      summary: 'This document',
      responses: {
        200: {
          description: 'An OpenAPI 3.1 document',
          content: { 'application/json': { schema: { type: 'object' } } },
        },
      },
    },
  },
};
