import escapeHtml from 'escape-html';
import {
  ExportedFinding,
  ExportHeader,
} from 'backstage-plugin-security-posture-common';
import { evidenceLines, exemptionText, resourceText } from './evidenceLines';
import { exportTitle, headerFacts } from './exportNotes';
import { ExportReport } from './ExportReport';
import { HTML_STYLE } from './htmlStyle';
import { namespaceBatches } from './namespaceBatches';

const COLUMNS = [
  'Severity',
  'Object',
  'What is wrong',
  'Evidence',
  'Open since',
];

/** A report as a page to print: one file without any script, and without anything to load. */
export async function* writeHtml({
  header,
  findings,
}: ExportReport): AsyncGenerator<string> {
  yield headOf(header);
  let any = false;
  for await (const batch of namespaceBatches(findings())) {
    any = true;
    const { cluster, namespace } = batch;
    const title = namespace ? `${cluster} / ${namespace}` : cluster;
    yield `<h2>${escapeHtml(title)}</h2>\n${table(
      COLUMNS,
      batch.findings.map(rowOf),
    )}`;
  }
  if (!any) yield `<p>${emptySentence(header)}</p>\n`;
  yield '</main>\n</body>\n</html>\n';
}

function emptySentence({ state, filter }: ExportHeader): string {
  if (state !== 'judged')
    return 'No finding is listed, for nothing was judged. This is not a pass.';
  return filter
    ? 'No open finding matches the filter.'
    : 'No finding was open.';
}

function headOf(header: ExportHeader): string {
  const title = `${exportTitle(header)}, ${header.at.slice(0, 10)}`;
  const { notes, clusters = [], gaps = [] } = header;
  return [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(
      title,
    )}</title>\n<style>${HTML_STYLE}</style>\n</head>`,
    `<body>\n<main>\n<h1>${escapeHtml(title)}</h1>`,
    ...notes.map(note => `<p class="note">${escapeHtml(note)}</p>`),
    `<dl>${headerFacts(header).map(fact).join('')}</dl>`,
    ...(clusters.length > 0
      ? [
          '<h2>Clusters</h2>',
          table(
            ['Cluster', 'Last complete sweep', 'State'],
            clusters.map(({ cluster, lastSuccessAt, state }) => [
              cluster,
              lastSuccessAt ?? 'unknown',
              state ?? '',
            ]),
          ),
        ]
      : []),
    ...(gaps.length > 0
      ? [
          '<h2>What was not looked at</h2>',
          table(
            ['Cluster', 'Control', 'Why'],
            gaps.map(gap => [gap.cluster, gap.title, gap.reasonText]),
          ),
        ]
      : []),
    '',
  ].join('\n');
}

function fact([name, text]: readonly [string, string]): string {
  return `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(text)}</dd>`;
}

function rowOf(finding: ExportedFinding): readonly string[] {
  const { severity, outcome, title, openedAt, entities } = finding;
  const exempted = exemptionText(finding);
  return [
    outcome === 'fail' ? severity : `${severity}, not judged`,
    [resourceText(finding), ...entities].join('\n'),
    [title, ...(exempted ? [exempted] : [])].join('\n'),
    evidenceLines(finding).join('\n'),
    openedAt.slice(0, 10),
  ];
}

function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const cells = head.map(cell => `<th scope="col">${escapeHtml(cell)}</th>`);
  const lines = rows.map(
    row =>
      `<tr>${row.map(cell => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
  );
  return `<table>\n<thead><tr>${cells.join(
    '',
  )}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody>\n</table>\n`;
}
