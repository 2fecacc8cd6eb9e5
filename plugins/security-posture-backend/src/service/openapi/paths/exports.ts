import { EXPORT_FORMATS } from 'backstage-plugin-security-posture-common';
import {
  clusterFilterParameters,
  findingsFilterParameters,
} from '../findingsFilter';
import { oneOf, PathItem, queryParameter, ref, responses } from '../kit';

const FILE = { schema: { type: 'string' } };

/** What an export answers with: a file in the format that is asked for, or an error. */
const answers = {
  ...responses(200, 'The export', ref('PostureExport'), [404]),
  200: {
    description:
      'A file, sent as it is read. Where it fails half-way the connection is cut',
    headers: {
      'Content-Disposition': {
        description: 'The name of the file',
        schema: { type: 'string' },
      },
    },
    content: {
      'application/json': {
        schema: ref('PostureExport'),
      },
      'text/csv': FILE,
      'application/sarif+json': FILE,
      'application/yaml': FILE,
      'text/html': FILE,
    },
  },
};

/** Findings as files. */
export const exportPaths: Readonly<Record<string, PathItem>> = {
  '/export': {
    get: {
      operationId: 'getExport',
      summary:
        'What is open, or was open on a day, as a file: of an entity, a group, system or domain, a cluster, or the organisation',
      description:
        'It states by what was judged, how much, what was not looked at, and what is exempted. Of a day of which findings are no longer kept nothing is exported: that is answered with 400. The filters of `GET /findings` choose among what is open in the organisation now, and go with no other scope and no past date.',
      parameters: [
        {
          ...queryParameter('scope', 'Of what', ref('TrendScope')),
          required: true,
        },
        queryParameter(
          'ref',
          'A full ref, or the name of the cluster; not for the organisation',
          { type: 'string', minLength: 1, maxLength: 300 },
        ),
        queryParameter(
          'format',
          'CSV, our own JSON, SARIF 2.1.0, PolicyReports as YAML, OSCAL assessment results, or a page to print',
          { ...oneOf(EXPORT_FORMATS), default: 'json' },
        ),
        queryParameter(
          'date',
          'A date: as things were at its end, in UTC; one in the future means now. Now by default',
          { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
        ),
        ...findingsFilterParameters,
        ...clusterFilterParameters,
      ],
      responses: answers,
    },
  },
};
