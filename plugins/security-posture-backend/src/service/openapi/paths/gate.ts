import { jsonBody, PathItem, ref, responses } from '../kit';

/** What other plugins and pipelines decide by. */
export const gatePaths: Readonly<Record<string, PathItem>> = {
  '/postures/by-refs': {
    post: {
      operationId: 'getPosturesByRefs',
      summary: 'The facts of up to 5,000 entities in one answer',
      requestBody: jsonBody(
        'The entities, in at most 2 MB',
        ref('PosturesByRefsRequest'),
      ),
      responses: responses(200, 'The facts', ref('PosturesByRefsResponse'), [
        413,
      ]),
    },
  },
};
