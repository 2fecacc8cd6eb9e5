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
import { pageParameters, scopeParameters } from '../parameters';

const shortText: Schema = { type: 'string', minLength: 1, maxLength: 300 };

const scopeKind = oneOf(['group', 'system', 'domain']);

const type = {
  ...queryParameter('type', 'Which kind', scopeKind),
  required: true,
};

const search = queryParameter('search', 'Part of a name or title', shortText);

function orderParameter(fallback: string) {
  return queryParameter('order', 'Order of the list', {
    ...ref('ScopeOrder'),
    default: fallback,
  });
}

function listParameters(parent: string) {
  return [
    orderParameter('worst'),
    search,
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
  '/scopes': {
    get: {
      operationId: 'getHierarchy',
      summary:
        'Groups, systems or domains along their hierarchy, summed up over the entities that the caller may see, and what is to be said of them first',
      parameters: [
        type,
        orderParameter('critical'),
        search,
        queryParameter(
          'parents',
          'Only those directly below these, as refs: for a hierarchy that is too large to be answered whole',
          { ...listOf(shortText), maxItems: 100 },
        ),
        ...pageParameters,
      ],
      responses: responses(200, 'The hierarchy', ref('HierarchyResponse')),
    },
  },
  '/scopes/matrix': {
    get: {
      operationId: 'getScopeMatrix',
      summary:
        'Groups, systems or domains by control: how many of their members fail it',
      parameters: [
        type,
        queryParameter(
          'severities',
          'Only controls of these severities; critical and high by default',
          listOf(oneOf(SEVERITIES)),
        ),
        orderParameter('critical'),
        search,
        ...pageParameters,
      ],
      responses: responses(200, 'The matrix', ref('ScopeMatrixResponse')),
    },
  },
  '/scopes/{kind}/{namespace}/{name}': {
    get: {
      operationId: 'getScope',
      summary: 'The roll-up of one group, system or domain, with its trend',
      parameters: scopeParameters,
      responses: responses(200, 'The roll-up', ref('ScopeDetails'), [404]),
    },
  },
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
        queryParameter(
          'marks',
          'Whether to tell what moved the score; of an entity only',
          { type: 'boolean', default: false },
        ),
      ],
      responses: responses(200, 'The trend', ref('TrendResponse'), [404]),
    },
  },
};
