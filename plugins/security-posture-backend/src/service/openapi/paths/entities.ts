import { verdictParameters } from '../findingsFilter';
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
          'Only entities of this owner, or of a group below it: `group:default/payments`',
          shortText,
        ),
        queryParameter(
          'system',
          'Only entities of this system: `system:default/checkout`',
          shortText,
        ),
        queryParameter(
          'lifecycle',
          'Only entities of this lifecycle',
          shortText,
        ),
        queryParameter(
          'control',
          'Only entities on which this control fails and is not exempted',
          { type: 'string', maxLength: 100, pattern: '^[a-z0-9-]+$' },
        ),
        queryParameter(
          'evidence',
          'Only entities of which this is known',
          listOf(ref('EvidenceState')),
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
        ...verdictParameters,
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
