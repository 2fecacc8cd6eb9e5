import { GateResult } from '../gate/GateResult';
import { page } from '../pages/markdown';
import { gateFindings } from './gateFindings';
import { findingsMarkdown, plain } from './markdownReport';
import { verdictText } from './verdictText';

/** The report of the gate as Markdown, for the comment of a pull request. */
export function* gateToMarkdown(result: GateResult): Generator<string> {
  yield page([
    `## Security posture of ${plain(result.entityRef)}`,
    plain(verdictText(result)),
    ...findingsMarkdown(gateFindings(result)),
  ]);
}
