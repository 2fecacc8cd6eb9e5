import {
  jsonBody,
  PathItem,
  pathParameter,
  queryParameter,
  ref,
  responses,
} from '../kit';
import { clusterParameter } from '../parameters';

const clusterQuery = {
  ...queryParameter('cluster', 'Name of the cluster', clusterParameter.schema),
  required: true,
};

const nodeQuery = queryParameter('node', 'The node that it ran on', {
  type: 'string',
  maxLength: 253,
  pattern: '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$',
});

const importerParameter = pathParameter('importer', 'Id of the importer', {
  type: 'string',
  maxLength: 100,
  pattern: '^[a-z0-9-]+$',
});

const taken = responses(201, 'It is kept', ref('ImportView'), [404, 413]);

/** Documents of other tools. */
export const importPaths: Readonly<Record<string, PathItem>> = {
  '/imports/kube-bench': {
    post: {
      operationId: 'importKubeBench',
      summary: 'Take in what kube-bench printed with --json; at most 5 MB',
      parameters: [clusterQuery, nodeQuery],
      requestBody: jsonBody(
        'What kube-bench printed',
        ref('KubeBenchDocument'),
      ),
      responses: taken,
    },
  },
  '/imports/audit-policy': {
    post: {
      operationId: 'importAuditPolicy',
      summary: 'Take in the audit policy of an API server; at most 5 MB',
      parameters: [clusterQuery],
      requestBody: jsonBody('The policy as JSON', ref('AuditPolicyDocument')),
      responses: taken,
    },
  },
  '/imports/{importer}': {
    post: {
      operationId: 'importReport',
      summary:
        'Take in a report of another tool by an importer that a backend module adds; at most 5 MB',
      parameters: [importerParameter, clusterQuery, nodeQuery],
      requestBody: jsonBody('The report as JSON', ref('Report')),
      responses: taken,
    },
  },
  '/clusters/{name}/imports': {
    get: {
      operationId: 'getClusterImports',
      summary: 'The documents of other tools that hold for a cluster',
      parameters: [clusterParameter],
      responses: responses(200, 'Every document', ref('ImportsResponse'), [
        404,
      ]),
    },
  },
};
