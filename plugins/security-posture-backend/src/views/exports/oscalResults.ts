import {
  ExportedFinding,
  ExportedGap,
  ExportHeader,
} from 'backstage-plugin-security-posture-common';
import { ControlIndex } from '../PostureSettings';
import { evidenceLines, exemptionText, resourceText } from './evidenceLines';
import { exportIdentity, exportSubject, headerFacts } from './exportNotes';
import { exportUuid } from './exportUuid';
import { NamespaceBatch } from './namespaceBatches';

/** The namespace of our properties. */
const PROPERTIES = 'urn:backstage:plugin:security-posture';

/** What is examined, for every control is judged on all that it applies to. */
const REVIEWED = { 'control-selections': [{ 'include-all': {} }] };

/** What the export is, and an observation for each control that could not be judged on a whole cluster. */
export function headerResult(header: ExportHeader) {
  const { gaps = [], notes, at } = header;
  return {
    uuid: exportUuid('result', ...exportIdentity(header), at),
    title: `What this export is of: ${exportSubject(header)}`,
    description:
      header.state === 'judged'
        ? 'What was judged, by what, and what was not looked at.'
        : 'Nothing was judged: that no finding is listed is not a pass.',
    start: at,
    props: headerFacts(header).map(([name, value]) => property(name, value)),
    'reviewed-controls': REVIEWED,
    ...(gaps.length > 0 ? { observations: gaps.map(gapObservation) } : {}),
    ...(notes.length > 0 ? { remarks: notes.join('\n\n') } : {}),
  };
}

/** The findings of a namespace: an observation for each, a finding for each control, a risk for each exemption. */
export function batchResult(
  header: ExportHeader,
  { cluster, namespace, part, findings }: NamespaceBatch,
  controls: ControlIndex,
) {
  const place = namespace ? `${cluster}, namespace ${namespace}` : cluster;
  const id = [
    ...exportIdentity(header),
    header.at,
    cluster,
    namespace ?? '',
    String(part),
  ];
  const exempted = findings.filter(({ exemption }) => exemption);
  return {
    uuid: exportUuid('result', ...id),
    title: oneLine(`Findings in ${place}`),
    description: 'What fails, and what could not be judged.',
    start: header.at,
    props: [property('cluster', cluster), property('library', header.library)],
    'reviewed-controls': REVIEWED,
    observations: findings.map(observationOf),
    ...(exempted.length > 0 ? { risks: exempted.map(riskOf) } : {}),
    findings: controlFindings(id, findings, controls),
  };
}

function gapObservation({
  cluster,
  control,
  title,
  reasonText,
  since,
  reason,
}: ExportedGap) {
  return {
    uuid: exportUuid('gap', cluster, control, reason),
    title: oneLine(title),
    description: `This could not be judged on cluster ${cluster}: ${reasonText}`,
    props: [
      property('control', control),
      property('outcome', 'notEvaluated'),
      property('reason', reason),
    ],
    methods: ['EXAMINE'],
    collected: since,
  };
}

function observationOf(finding: ExportedFinding) {
  const { key, title, resource, openedAt } = finding;
  return {
    uuid: exportUuid('observation', key),
    title: oneLine(title),
    description: [title, ...evidenceLines(finding)].join('\n\n'),
    props: observationProperties(finding),
    methods: ['EXAMINE'],
    types: ['finding'],
    subjects: [
      {
        'subject-uuid': exportUuid(
          'subject',
          resource.cluster,
          resource.kind,
          resource.namespace ?? '',
          resource.name,
        ),
        type: 'resource',
        title: oneLine(resourceText(finding)),
      },
    ],
    collected: openedAt,
  };
}

function observationProperties(finding: ExportedFinding) {
  const { control, severity, outcome, reason, entities, key } = finding;
  return [
    property('control', control),
    property('severity', severity),
    property('outcome', outcome),
    property('key', key),
    ...(reason ? [property('reason', reason)] : []),
    ...entities.map(entity => property('entity', entity)),
  ];
}

/** An exemption is a deviation that somebody approved, with an end. */
function riskOf(finding: ExportedFinding) {
  const { key, title, exemption } = finding;
  return {
    uuid: exportUuid('risk', key),
    title: oneLine(title),
    description: [title, ...evidenceLines(finding)].join('\n\n'),
    statement: exemptionText(finding)!,
    status: 'deviation-approved',
    deadline: exemption!.expiresAt,
    'related-observations': [
      { 'observation-uuid': exportUuid('observation', key) },
    ],
  };
}

function controlFindings(
  id: readonly string[],
  findings: readonly ExportedFinding[],
  controls: ControlIndex,
) {
  const byControl = new Map<string, ExportedFinding[]>();
  for (const finding of findings) {
    const known = byControl.get(finding.control);
    if (known) known.push(finding);
    else byControl.set(finding.control, [finding]);
  }
  return [...byControl].map(([control, of]) => {
    const title = controls.get(control)?.title ?? control;
    const fails = of.some(({ outcome }) => outcome === 'fail');
    const risks = of.filter(({ exemption }) => exemption);
    return {
      uuid: exportUuid('finding', ...id, control),
      title: oneLine(title),
      description: controls.get(control)?.why ?? title,
      target: {
        type: 'objective-id',
        'target-id': control,
        status: { state: 'not-satisfied', reason: fails ? 'fail' : 'other' },
      },
      'related-observations': of.map(({ key }) => ({
        'observation-uuid': exportUuid('observation', key),
      })),
      ...(risks.length > 0
        ? {
            'related-risks': risks.map(({ key }) => ({
              'risk-uuid': exportUuid('risk', key),
            })),
          }
        : {}),
    };
  });
}

/** A value is one line without spaces around it, and never empty. */
function property(name: string, value: string) {
  return { name, ns: PROPERTIES, value: oneLine(value) || 'none' };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
