import { table } from '../pages/markdown';
import {
  findingDetails,
  findingTitle,
  lineOf,
  resourceText,
} from './findingText';
import { printable } from './printable';
import { ReportedFinding } from './reportFinding';

/** What has a meaning in Markdown, or calls somebody. */
const SPECIAL = /[\\`*_{}[\]<>()#+!|~@&:]/g;

/** Text of others, with nothing in it that Markdown or a code host would act on. */
export function plain(text: string): string {
  return printable(text).replace(
    SPECIAL,
    ([character]) => `&#${character.charCodeAt(0)};`,
  );
}

/** Findings as a table of Markdown; nothing where there are none. */
export function findingsMarkdown(
  findings: readonly ReportedFinding[],
): readonly string[] {
  if (!findings.length) return [];
  const rows = findings.map(finding => [
    finding.outcome === 'fail' ? finding.severity : finding.outcome,
    finding.control,
    plain(resourceText(finding)),
    plain([findingTitle(finding), ...findingDetails(finding)].join('; ')),
    plain(placeOf(finding)),
  ]);
  return [table(['Severity', 'Control', 'Object', 'What', 'Where'], rows)];
}

function placeOf(finding: ReportedFinding): string {
  const { source } = finding;
  return source ? `${source.file}:${lineOf(finding)}` : '';
}
