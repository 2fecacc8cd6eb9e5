import { pathParameter, PathItem, ref, responses } from '../kit';
import { clusterParameter, entityParameters } from '../parameters';

/** Clusters, scans and the organisation in numbers. */
export const organisationPaths: Readonly<Record<string, PathItem>> = {
  '/summary': {
    get: {
      operationId: 'getSummary',
      summary: 'The organisation in numbers, over what the caller may see',
      responses: responses(200, 'The numbers', ref('SummaryResponse')),
    },
  },
  '/clusters': {
    get: {
      operationId: 'getClusters',
      summary: 'The clusters and the state of their sweeps',
      responses: responses(200, 'Every cluster', ref('ClustersResponse')),
    },
  },
  '/clusters/{name}': {
    get: {
      operationId: 'getCluster',
      summary:
        'One cluster; for a while also one that the kubernetes plugin no longer lists, with `goneAt`',
      parameters: [clusterParameter],
      responses: responses(200, 'The cluster', ref('ClusterView'), [404]),
    },
  },
  '/clusters/{name}/preflight': {
    get: {
      operationId: 'getClusterPreflight',
      summary:
        'What the scanner may read of a cluster, and what the rest costs',
      parameters: [clusterParameter],
      responses: responses(200, 'What it may read', ref('PreflightView'), [
        404,
      ]),
    },
  },
  '/clusters/{name}/scan': {
    post: {
      operationId: 'scanCluster',
      summary: 'Ask for a scan of a cluster',
      parameters: [clusterParameter],
      responses: responses(202, 'The scan', ref('ScanView'), [404, 409, 413]),
    },
  },
  '/entities/{kind}/{namespace}/{name}/scan': {
    post: {
      operationId: 'scanEntity',
      summary: 'Ask for a scan of the clusters that an entity runs in',
      parameters: entityParameters,
      responses: responses(202, 'The scan', ref('ScanView'), [404, 409, 413]),
    },
  },
  '/scans/{id}': {
    get: {
      operationId: 'getScan',
      summary: 'How far a scan is',
      parameters: [
        pathParameter('id', 'Id of the scan', {
          type: 'string',
          pattern:
            '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
        }),
      ],
      responses: responses(200, 'The scan', ref('ScanView'), [404]),
    },
  },
};
