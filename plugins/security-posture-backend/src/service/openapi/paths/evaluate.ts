import { jsonBody, PathItem, ref, responses } from '../kit';

/** Manifests that are not in a cluster yet. */
export const evaluatePaths: Readonly<Record<string, PathItem>> = {
  '/evaluate': {
    post: {
      operationId: 'evaluate',
      summary:
        'Judge manifests, compare them with a live entity, and try patches on them. Nothing of them is kept',
      description:
        'Each process judges the manifests of two requests at once, and eight more wait; of these ten, six at most are of one caller. Who comes then gets 503 with Retry-After, in seconds.',
      requestBody: jsonBody(
        'The manifests, in at most 5 MB',
        ref('EvaluateRequest'),
      ),
      responses: responses(
        200,
        'What was found in them',
        ref('EvaluateResponse'),
        [404, 413],
      ),
    },
  },
};
