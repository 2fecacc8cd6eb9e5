import { ExportHeader } from 'backstage-plugin-security-posture-common';
import { exportIdentity, exportTitle } from './exportNotes';
import { ExportReport } from './ExportReport';
import { exportUuid } from './exportUuid';
import { namespaceBatches } from './namespaceBatches';
import { batchResult, headerResult } from './oscalResults';

/** The version of OSCAL that is written. */
const OSCAL_VERSION = '1.2.1';

/**
 * A report as assessment results of OSCAL. The first result says what the export is and what could not be judged; then
 * there is one for each namespace of each cluster, several where it has more than 500 findings.
 */
export async function* writeOscal({
  header,
  findings,
  controls,
}: ExportReport): AsyncGenerator<string> {
  const start = JSON.stringify({
    uuid: exportUuid('results', ...exportIdentity(header), header.at),
    metadata: metadataOf(header),
    'import-ap': {
      href: '#',
      remarks:
        'There is no assessment plan: every control of the library is judged continuously.',
    },
  });
  yield `{"assessment-results":${start.slice(
    0,
    -1,
  )},"results":[\n${JSON.stringify(headerResult(header))}`;
  for await (const batch of namespaceBatches(findings()))
    yield `,\n${JSON.stringify(batchResult(header, batch, controls))}`;
  yield '\n]}}\n';
}

function metadataOf(header: ExportHeader) {
  return {
    title: exportTitle(header),
    'last-modified': header.generatedAt,
    version: header.library,
    'oscal-version': OSCAL_VERSION,
  };
}
