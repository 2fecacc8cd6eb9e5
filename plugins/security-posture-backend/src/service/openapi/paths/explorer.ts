import {
  clusterFilterParameters,
  findingsFilterParameters,
} from '../findingsFilter';
import { oneOf, PathItem, queryParameter, ref, responses } from '../kit';
import { clusterParameter, pageParameters } from '../parameters';

/** The order of a list of findings. */
const order = queryParameter(
  'order',
  'Order of the list; `severity` by default',
  {
    ...oneOf(['severity', 'newest', 'oldest', 'control']),
    default: 'severity',
  },
);

/** Open findings over many entities. */
export const explorerPaths: Readonly<Record<string, PathItem>> = {
  '/findings': {
    get: {
      operationId: 'getFindings',
      summary:
        'Open findings of all entities that the caller may see, and with the right to read clusters of what belongs to no entity',
      parameters: [
        order,
        ...findingsFilterParameters,
        ...clusterFilterParameters,
        ...pageParameters,
      ],
      responses: responses(200, 'A page of findings', ref('ExplorerResponse')),
    },
  },
  '/clusters/{name}/findings': {
    get: {
      operationId: 'getClusterFindings',
      summary: 'Open findings in a cluster',
      parameters: [
        clusterParameter,
        order,
        ...findingsFilterParameters,
        ...pageParameters,
      ],
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
