import {
  oneOf,
  PathItem,
  queryParameter,
  ref,
  responses,
  Schema,
} from '../kit';
import { pageParameters } from '../parameters';

const shortText: Schema = { type: 'string', minLength: 1, maxLength: 300 };

function listParameters(parent: string) {
  return [
    queryParameter('order', 'Order of the list', {
      ...oneOf(['worst', 'name', 'critical', 'lowest', 'change', 'members']),
      default: 'worst',
    }),
    queryParameter('search', 'Part of a name or title', shortText),
    queryParameter('parent', parent, shortText),
    ...pageParameters,
  ];
}

function listOperation(operationId: string, what: string, parent: string) {
  return {
    get: {
      operationId,
      summary: `${what}, summed up over the entities that the caller may see`,
      parameters: listParameters(parent),
      responses: responses(200, 'A page', ref('ScopesResponse')),
    },
  };
}

/** Groups, systems and domains, and how things stood at the end of each day. */
export const scopePaths: Readonly<Record<string, PathItem>> = {
  '/teams': listOperation(
    'getTeams',
    'The groups that own entities',
    'Only those directly below this group, as a ref; `none`: only those below no group that the caller may see',
  ),
  '/systems': listOperation(
    'getSystems',
    'The systems',
    'Only those of this domain, as a ref; `none`: only those of no domain that the caller may see',
  ),
  '/domains': listOperation(
    'getDomains',
    'The domains',
    'Only those directly below this domain, as a ref; `none`: only those below no domain that the caller may see',
  ),
  '/trends': {
    get: {
      operationId: 'getTrend',
      summary:
        'How an entity, a cluster, many entities or the organisation stood at the end of each day',
      parameters: [
        {
          ...queryParameter('scope', 'Of what', ref('TrendScope')),
          required: true,
        },
        queryParameter(
          'ref',
          'A full ref, or the name of the cluster; not for the organisation',
          shortText,
        ),
        queryParameter('days', 'How many days, today among them', {
          type: 'integer',
          minimum: 1,
          maximum: 400,
          default: 30,
        }),
      ],
      responses: responses(200, 'The trend', ref('TrendResponse'), [404]),
    },
  },
};
