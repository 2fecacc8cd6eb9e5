import {
  ExportedFinding,
  ExportHeader,
} from 'backstage-plugin-security-posture-common';
import { SARIF_SCHEMA, sarifResult, sarifTool } from 'security-posture-engine';
import { evidenceLines, exemptionText, resourceText } from './evidenceLines';
import { ExportReport } from './ExportReport';

/** A report as a log of SARIF 2.1.0. The rules stand last: which there are is known when all findings are written. */
export async function* writeSarif({
  header,
  findings,
  controls,
}: ExportReport): AsyncGenerator<string> {
  const start = {
    invocations: [invocationOf(header)],
    properties: propertiesOf(header),
  };
  yield `{"$schema":${JSON.stringify(
    SARIF_SCHEMA,
  )},"version":"2.1.0","runs":[${JSON.stringify(start).slice(
    0,
    -1,
  )},"results":[`;
  const seen = new Set<string>();
  let separator = '\n';
  for await (const page of findings()) {
    let text = '';
    for (const finding of page) {
      seen.add(finding.control);
      text += separator + JSON.stringify(resultOf(finding));
      separator = ',\n';
    }
    if (text) yield text;
  }
  const rules = [...seen].sort().flatMap(id => controls.get(id) ?? []);
  yield `\n],"tool":${JSON.stringify(sarifTool(rules, header.library))}}]}\n`;
}

/** A log without results reads as a pass: one of nothing says that the run did not succeed. */
function invocationOf({ state, notes, gaps = [], at }: ExportHeader) {
  return {
    executionSuccessful: state === 'judged',
    endTimeUtc: at,
    toolExecutionNotifications: [
      ...notes.map(text => ({ level: 'warning', message: { text } })),
      ...gaps.map(gap => ({
        level: 'warning',
        message: { text: `${gap.title}: ${gap.reasonText}` },
        associatedRule: { id: gap.control },
        properties: { cluster: gap.cluster, since: gap.since },
      })),
    ],
  };
}

function propertiesOf(header: ExportHeader) {
  const { schema: _, notes: __, gaps: ___, ...facts } = header;
  return facts;
}

function resultOf(finding: ExportedFinding) {
  const { exemption, entities, openedAt } = finding;
  return {
    ...sarifResult({
      ...finding,
      message: [finding.title, ...evidenceLines(finding)],
      resource: resourceText(finding),
      fingerprint: finding.key,
    }),
    ...(exemption
      ? {
          suppressions: [
            {
              kind: 'external',
              status: 'accepted',
              justification: exemptionText(finding),
            },
          ],
        }
      : {}),
    properties: { entities, openedAt, cluster: finding.resource.cluster },
  };
}
