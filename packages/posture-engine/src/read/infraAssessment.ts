import { KubernetesObject } from '../model/kubernetesObject';
import { dateAt } from './dates';
import { MalformedInput, typeInWords } from './malformedInput';
import { isJsonObject, JsonObject, objectAt, objectsAt } from './typedReads';

const CHECK = /^(?:AVD-)?KCV-?0*(\d{1,5})$/i;

/** What an (Cluster)InfraAssessmentReport of Trivy says of one pod or node. */
export interface InfraAssessment {
  readonly subject: {
    readonly kind: string;
    readonly namespace?: string;
    readonly name: string;
  };
  /** Epoch milliseconds; undefined where the report does not say. */
  readonly reportedAt?: number;
  /** Version of the operator, as it says it: `0.27.0`, `dev`. */
  readonly operatorVersion?: string;
  /** Whether a check passed, by the number of its id: `KCV-0012`, `AVD-KCV-0012` and `KCV12` are 12. Passing checks are left out by default. */
  readonly checks: ReadonlyMap<number, boolean>;
}

/** Reads a report. Throws MalformedInput where it was only half written. */
export function infraAssessment(report: KubernetesObject): InfraAssessment {
  const data = objectAt(report, 'report', '');
  if (!data) throw new MalformedInput('report', 'an object', 'nothing');
  if (!Array.isArray(data.checks))
    throw new MalformedInput(
      'report.checks',
      'a list',
      typeInWords(data.checks),
    );
  const scanner = objectAt(data, 'scanner', 'report');
  const reportedAt = dateAt(data, 'updateTimestamp', 'report');
  return {
    subject: subjectOf(report),
    ...(reportedAt === undefined ? {} : { reportedAt }),
    ...(typeof scanner?.version === 'string'
      ? { operatorVersion: scanner.version }
      : {}),
    checks: checksOf(data),
  };
}

/** The labels name the subject; where its name is too long for a label, the owner does. */
function subjectOf({
  metadata: { labels, ownerReferences, namespace },
}: KubernetesObject): InfraAssessment['subject'] {
  const owner = Array.isArray(ownerReferences) ? ownerReferences[0] : undefined;
  const named = isJsonObject(labels) ? labels : {};
  const kind = named['trivy-operator.resource.kind'] ?? owner?.kind;
  const name = named['trivy-operator.resource.name'] ?? owner?.name;
  if (typeof kind !== 'string' || typeof name !== 'string')
    throw new MalformedInput('metadata.labels', 'the subject', 'nothing');
  return { kind, name, ...(namespace === undefined ? {} : { namespace }) };
}

/** A check that is given twice has passed only if it passed each time. */
function checksOf(data: JsonObject): ReadonlyMap<number, boolean> {
  const checks = new Map<number, boolean>();
  for (const { checkID, success } of objectsAt(data, 'checks', 'report')) {
    const id = typeof checkID === 'string' ? CHECK.exec(checkID.trim()) : null;
    if (!id || typeof success !== 'boolean') continue;
    const number = Number(id[1]);
    checks.set(number, success && checks.get(number) !== false);
  }
  return checks;
}
