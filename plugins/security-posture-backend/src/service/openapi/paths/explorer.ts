import { SEVERITIES } from 'security-posture-engine';
import {
  listOf,
  oneOf,
  PathItem,
  queryParameter,
  ref,
  responses,
  Schema,
} from '../kit';
import { clusterParameter, pageParameters, timeText } from '../parameters';

const shortText: Schema = { type: 'string', minLength: 1, maxLength: 300 };
const flagText: Schema = { type: 'boolean' };

/** Filters of all lists of findings over many entities. */
const filters = [
  queryParameter('order', 'Order of the list; `severity` by default', {
    ...oneOf(['severity', 'newest', 'oldest', 'control']),
    default: 'severity',
  }),
  queryParameter(
    'outcomes',
    'Only these outcomes; both by default',
    listOf(oneOf(['fail', 'notEvaluated'])),
  ),
  queryParameter(
    'severities',
    'Only these severities',
    listOf(oneOf(SEVERITIES)),
  ),
  queryParameter('controls', 'Only these controls', listOf(shortText)),
  queryParameter(
    'categories',
    'Only controls of these categories',
    listOf(ref('Category')),
  ),
  queryParameter(
    'framework',
    'Only controls that answer this framework',
    ref('FrameworkId'),
  ),
  queryParameter('namespaces', 'Only in these namespaces', listOf(shortText)),
  queryParameter('entity', 'Only of this entity, as a full ref', shortText),
  queryParameter(
    'owner',
    'Only of entities that this group, or one below it, owns, as a full ref',
    shortText,
  ),
  queryParameter(
    'system',
    'Only of entities in this system or domain, as a full ref',
    shortText,
  ),
  queryParameter('exempted', 'Only exempted ones, or only others', flagText),
  queryParameter(
    'stale',
    'Only those that could not be judged again, or only others',
    flagText,
  ),
  queryParameter(
    'since',
    'Only those that are open since this time or later: an ISO time, or a date, which means its beginning in UTC',
    timeText,
  ),
  queryParameter(
    'search',
    'Part of the name or namespace of what it is on, or of the id or a title of the control',
    shortText,
  ),
];

/** Open findings over many entities. */
export const explorerPaths: Readonly<Record<string, PathItem>> = {
  '/findings': {
    get: {
      operationId: 'getFindings',
      summary:
        'Open findings of all entities that the caller may see, and with the right to read clusters of what belongs to no entity',
      parameters: [
        ...filters,
        queryParameter('clusters', 'Only these clusters', listOf(shortText)),
        ...pageParameters,
      ],
      responses: responses(200, 'A page of findings', ref('ExplorerResponse')),
    },
  },
  '/clusters/{name}/findings': {
    get: {
      operationId: 'getClusterFindings',
      summary: 'Open findings in a cluster',
      parameters: [clusterParameter, ...filters, ...pageParameters],
      responses: responses(200, 'A page of findings', ref('ExplorerResponse'), [
        404,
      ]),
    },
  },
  '/clusters/{name}/sweeps': {
    get: {
      operationId: 'getClusterSweeps',
      summary: 'Sweeps of a cluster, newest first',
      parameters: [clusterParameter, ...pageParameters],
      responses: responses(200, 'A page of sweeps', ref('SweepsResponse'), [
        404,
      ]),
    },
  },
};
