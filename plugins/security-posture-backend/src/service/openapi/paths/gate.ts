import { jsonBody, PathItem, ref, responses } from '../kit';
import { entityParameters } from '../parameters';

/** What other plugins and pipelines decide by. */
export const gatePaths: Readonly<Record<string, PathItem>> = {
  '/entities/{kind}/{namespace}/{name}/gate': {
    get: {
      operationId: 'getEntityGate',
      summary:
        'Whether an entity may go to production. Only the verdict `pass` says so; what is not known blocks',
      parameters: entityParameters,
      responses: responses(200, 'The verdict', ref('GateView'), [404]),
    },
  },
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
