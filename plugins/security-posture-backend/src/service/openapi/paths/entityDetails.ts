import { PathItem, ref, responses } from '../kit';
import { entityParameters, pageParameters } from '../parameters';

const ENTITY = '/entities/{kind}/{namespace}/{name}';

/** What belongs to one entity. */
export const entityDetailPaths: Readonly<Record<string, PathItem>> = {
  [`${ENTITY}/workloads`]: {
    get: {
      operationId: 'getEntityWorkloads',
      summary: 'The workloads of an entity, with their outcomes in numbers',
      parameters: [...entityParameters, ...pageParameters],
      responses: responses(
        200,
        'A page of workloads',
        ref('WorkloadsResponse'),
        [404],
      ),
    },
  },
  [`${ENTITY}/access`]: {
    get: {
      operationId: 'getEntityAccess',
      summary:
        'The service accounts of the workloads of an entity, and what is found on them',
      parameters: entityParameters,
      responses: responses(200, 'The accounts', ref('AccessResponse'), [404]),
    },
  },
  [`${ENTITY}/exposure`]: {
    get: {
      operationId: 'getEntityExposure',
      summary:
        'Who can reach the workloads of an entity, what bounds them, and what they may do',
      parameters: entityParameters,
      responses: responses(
        200,
        'The exposure, as a graph and by workload',
        ref('ExposureResponse'),
        [404],
      ),
    },
  },
  [`${ENTITY}/mapping`]: {
    get: {
      operationId: 'getEntityMapping',
      summary: 'How an entity is joined to workloads',
      parameters: entityParameters,
      responses: responses(200, 'The mapping', ref('MappingView'), [404]),
    },
  },
};
