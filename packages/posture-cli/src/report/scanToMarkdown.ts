import { page } from '../pages/markdown';
import { ScanResult } from '../scan/ScanResult';
import { findingsMarkdown, plain } from './markdownReport';
import { reportedFindings } from './reportedFindings';
import { summaryOf } from './summaryOf';

/** The report of a scan as Markdown, for the comment of a pull request. */
export function* scanToMarkdown(result: ScanResult): Generator<string> {
  yield page([
    '## Security posture',
    plain(summaryOf(result)),
    ...findingsMarkdown([...reportedFindings(result)]),
  ]);
}
