import { SEVERITIES } from 'security-posture-engine';
import {
  flag,
  listOf,
  oneOf,
  pathParameter,
  PathItem,
  queryParameter,
  ref,
  responses,
  Schema,
} from '../kit';
import { entityParameters, pageParameters } from '../parameters';

const shortText: Schema = { type: 'string', minLength: 1, maxLength: 300 };

/** The posture and the findings of entities. */
export const entityPaths: Readonly<Record<string, PathItem>> = {
  '/entities': {
    get: {
      operationId: 'getEntities',
      summary: 'The entities that the caller may see, worst first',
      parameters: [
        queryParameter('order', 'Order of the list; `worst` by default', {
          ...oneOf(['worst', 'name', 'score', 'critical', 'freshness']),
          default: 'worst',
        }),
        queryParameter(
          'readiness',
          'Only entities of these',
          listOf(oneOf(['ready', 'notReady', 'unknown'])),
        ),
        queryParameter('search', 'Part of a name or title', shortText),
        queryParameter(
          'owner',
          'Only entities of this owner: `group:default/payments`',
          shortText,
        ),
        ...pageParameters,
      ],
      responses: responses(200, 'A page of entities', ref('EntitiesResponse')),
    },
  },
  '/entities/{kind}/{namespace}/{name}/posture': {
    get: {
      operationId: 'getEntityPosture',
      summary: 'The posture of an entity; at most 200 kB',
      parameters: entityParameters,
      responses: responses(200, 'The posture', ref('EntityPosture'), [404]),
    },
  },
  '/entities/{kind}/{namespace}/{name}/findings': {
    get: {
      operationId: 'getEntityFindings',
      summary: 'The open findings of an entity, gravest first',
      parameters: [
        ...entityParameters,
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
        queryParameter('control', 'Only this control', shortText),
        queryParameter('cluster', 'Only this cluster', shortText),
        queryParameter(
          'exempted',
          'True: only findings that an approved exemption covers; false: only the others',
          flag,
        ),
        ...pageParameters,
      ],
      responses: responses(200, 'A page of findings', ref('FindingsResponse'), [
        404,
      ]),
    },
  },
  '/findings/{key}': {
    get: {
      operationId: 'getFinding',
      summary: 'One finding, open or closed',
      parameters: [
        pathParameter('key', 'Key of the finding', {
          type: 'string',
          pattern: '^[0-9a-f]{32}$',
        }),
      ],
      responses: responses(200, 'The finding', ref('FindingView'), [404]),
    },
  },
};
