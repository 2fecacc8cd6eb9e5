import {
  oneOf,
  pathParameter,
  PathItem,
  queryParameter,
  ref,
  responses,
  Schema,
} from '../kit';
import { pageParameters } from '../parameters';

const shortText: Schema = { type: 'string', minLength: 1, maxLength: 253 };

function needed(name: string, description: string, schema: Schema) {
  return { ...queryParameter(name, description, schema), required: true };
}

/** What was looked at and what was not, who fails what, and where clusters differ. */
export const coveragePaths: Readonly<Record<string, PathItem>> = {
  '/controls/{id}/entities': {
    get: {
      operationId: 'getControlEntities',
      summary: 'The entities that fail a control, most subjects first',
      parameters: [
        pathParameter('id', 'Id of the control: `privileged-container`', {
          type: 'string',
          maxLength: 100,
          pattern: '^[a-z0-9-]+$',
        }),
        ...pageParameters,
      ],
      responses: responses(200, 'A page', ref('ControlEntitiesResponse'), [
        404,
      ]),
    },
  },
  '/coverage': {
    get: {
      operationId: 'getCoverage',
      summary:
        'How much was looked at, over what the caller may see, and what was not and why',
      responses: responses(200, 'The coverage', ref('CoverageResponse')),
    },
  },
  '/workloads': {
    get: {
      operationId: 'getUnownedWorkloads',
      summary: 'The workloads that belong to no entity',
      parameters: [
        needed('owner', 'Only those without an owner', oneOf(['none'])),
        queryParameter('cluster', 'Only in this cluster', shortText),
        queryParameter('namespace', 'Only in this namespace', shortText),
        ...pageParameters,
      ],
      responses: responses(200, 'A page', ref('UnownedWorkloadsResponse')),
    },
  },
  '/drift': {
    get: {
      operationId: 'getDrift',
      summary: 'The controls that do not stand alike in two clusters',
      parameters: [
        needed('a', 'Name of the one cluster', shortText),
        needed('b', 'Name of the other', shortText),
      ],
      responses: responses(200, 'What differs', ref('DriftResponse'), [404]),
    },
  },
};
