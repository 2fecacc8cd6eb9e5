import { PathItem, queryParameter, ref, responses } from '../kit';
import {
  clusterParameter,
  entityParameters,
  pageParameters,
  scopeParameters,
  timeText,
} from '../parameters';

const MEANING =
  'An ISO time, or a date, which means the end of that day in UTC; one in the future means now';

const at = queryParameter('at', `${MEANING}. Now by default`, timeText);

const period = [
  queryParameter('from', `The earlier time. ${MEANING}`, timeText),
  queryParameter('to', `The later time. ${MEANING}. Now by default`, timeText),
];

const days = queryParameter(
  'days',
  'Days to look back; no further than details are kept',
  { type: 'integer', minimum: 1, maximum: 3660, default: 30 },
);

const PAST =
  'Within the days that details are kept with the findings that were open then, before that scores and counts of the end of the day; the answer says which';

/** How things were, what changed and what happened. */
export const historyPaths: Readonly<Record<string, PathItem>> = {
  ...pathsOf('/entities/{kind}/{namespace}/{name}', 'Entity', entityParameters),
  ...pathsOf('/clusters/{name}', 'Cluster', [clusterParameter]),
  ...withoutHistory(
    pathsOf('/scopes/{kind}/{namespace}/{name}', 'Scope', scopeParameters),
  ),
};

function pathsOf(
  base: string,
  what: 'Entity' | 'Cluster' | 'Scope',
  parameters: readonly object[],
): Readonly<Record<string, PathItem>> {
  return {
    [`${base}/past`]: {
      get: {
        operationId: `get${what}Past`,
        summary: 'How things were at a time',
        description: PAST,
        parameters: [...parameters, at, ...pageParameters],
        responses: responses(200, 'How it was', ref('PastPosture'), [404]),
      },
    },
    [`${base}/changes`]: {
      get: {
        operationId: `get${what}Changes`,
        summary: 'What changed between two times, and why',
        description: `What opened and closed in between is left out. ${PAST}`,
        parameters: [...parameters, ...period, ...pageParameters],
        responses: responses(200, 'The changes', ref('ChangesResponse'), [404]),
      },
    },
    [`${base}/history`]: {
      get: {
        operationId: `get${what}History`,
        summary: 'What happened, newest first',
        parameters: [...parameters, days, ...pageParameters],
        responses: responses(200, 'A page of events', ref('HistoryResponse'), [
          404,
        ]),
      },
    },
  };
}

function withoutHistory(
  paths: Readonly<Record<string, PathItem>>,
): Readonly<Record<string, PathItem>> {
  return Object.fromEntries(
    Object.entries(paths).filter(([path]) => !path.endsWith('/history')),
  );
}
