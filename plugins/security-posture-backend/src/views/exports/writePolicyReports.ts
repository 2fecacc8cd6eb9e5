import {
  ExportedFinding,
  ExportedGap,
  ExportHeader,
} from 'backstage-plugin-security-posture-common';
import { stringify } from 'yaml';
import { evidenceLines, exemptionText } from './evidenceLines';
import { exportIdentity, headerFacts } from './exportNotes';
import { ExportReport } from './ExportReport';
import { exportUuid } from './exportUuid';
import { NamespaceBatch, namespaceBatches } from './namespaceBatches';

const API_VERSION = 'wgpolicyk8s.io/v1alpha2';
const SOURCE = 'security-posture';

/** What a result of a report says. */
interface PolicyResult {
  readonly source: string;
  readonly policy: string;
  readonly result: 'fail' | 'skip' | 'error' | 'warn';
  readonly message: string;
  readonly [field: string]: unknown;
}

/**
 * A report as YAML documents: a PolicyReport for each namespace of each cluster, several where it has more than 500 findings,
 * a ClusterPolicyReport for what is in no namespace, and first of all one that says what the export is. Each result is a line of
 * JSON, which is YAML as well: as a block it would take five times as long to write.
 */
export async function* writePolicyReports({
  header,
  findings,
}: ExportReport): AsyncGenerator<string> {
  yield document(header, { part: 0 }, headerResults(header));
  for await (const batch of namespaceBatches(findings()))
    yield document(header, batch, batch.findings.map(resultOf));
}

function document(
  header: ExportHeader,
  place: Partial<NamespaceBatch> & Pick<NamespaceBatch, 'part'>,
  results: readonly PolicyResult[],
): string {
  const { cluster, namespace } = place;
  const facts = [
    ...headerFacts(header),
    ...(cluster ? [['cluster', cluster] as const] : []),
  ];
  const report = {
    apiVersion: API_VERSION,
    kind: namespace ? 'PolicyReport' : 'ClusterPolicyReport',
    metadata: {
      name: nameOf(header, place),
      ...(namespace ? { namespace } : {}),
      labels: { 'app.kubernetes.io/managed-by': SOURCE },
      annotations: Object.fromEntries(
        facts.map(([name, text]) => [`security-posture.io/${name}`, text]),
      ),
    },
    summary: summaryOf(results),
  };
  const lines = results.map(result => `  - ${JSON.stringify(result)}\n`);
  return `---\n${stringify(report)}results:${
    lines.length > 0 ? `\n${lines.join('')}` : ' []\n'
  }`;
}

/** The same for the same part of the same scope, so that a later report takes the place of an earlier one. */
function nameOf(
  header: ExportHeader,
  { cluster = '', namespace = '', part }: Partial<NamespaceBatch>,
): string {
  const id = exportUuid(...exportIdentity(header), cluster, namespace);
  return `${SOURCE}-${id}-${part}`;
}

/** Without one, reports without results would read as a pass. */
function headerResults(header: ExportHeader): readonly PolicyResult[] {
  return [...noteResults(header), ...(header.gaps ?? []).map(gapResult)];
}

function noteResults({ state, notes }: ExportHeader): readonly PolicyResult[] {
  return notes.map((message, index) => ({
    source: SOURCE,
    policy: 'export',
    rule: `note-${index + 1}`,
    result: index === 0 && state !== 'judged' ? 'error' : 'warn',
    scored: false,
    message,
  }));
}

function gapResult(gap: ExportedGap): PolicyResult {
  return {
    source: SOURCE,
    policy: gap.control,
    result: 'error',
    scored: false,
    message: `${gap.title}: ${gap.reasonText}`,
    properties: { cluster: gap.cluster, since: gap.since },
  };
}

function resultOf(finding: ExportedFinding): PolicyResult {
  const { resource, exemption, openedAt } = finding;
  const { apiVersion, kind, namespace, name } = resource;
  const text = exemptionText(finding);
  return {
    source: SOURCE,
    policy: finding.control,
    category: finding.category,
    severity: finding.severity,
    result: resultWord(finding),
    scored: finding.outcome === 'fail' && !exemption,
    message: [
      finding.title,
      ...evidenceLines(finding),
      ...(text ? [text] : []),
    ].join('\n'),
    resources: [
      {
        ...(apiVersion ? { apiVersion } : {}),
        kind,
        ...(namespace ? { namespace } : {}),
        name,
      },
    ],
    timestamp: { seconds: Math.floor(Date.parse(openedAt) / 1000), nanos: 0 },
    properties: propertiesOf(finding),
  };
}

/** What is exempted is skipped, and what could not be judged is an error: neither is a pass. */
function resultWord({
  outcome,
  exemption,
}: ExportedFinding): PolicyResult['result'] {
  if (outcome === 'notEvaluated') return 'error';
  return exemption ? 'skip' : 'fail';
}

function propertiesOf({ key, entities, reason, exemption }: ExportedFinding) {
  return {
    key,
    entities: entities.join(' '),
    ...(reason ? { reason } : {}),
    ...(exemption ? { exemptedUntil: exemption.expiresAt } : {}),
  };
}

function summaryOf(results: readonly PolicyResult[]) {
  const summary = { pass: 0, fail: 0, warn: 0, error: 0, skip: 0 };
  for (const { result } of results) summary[result] += 1;
  return summary;
}
