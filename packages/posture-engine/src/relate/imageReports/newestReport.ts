import { KubernetesObject } from '../../model/kubernetesObject';
import { MalformedInput, typeInWords } from '../../read/malformedInput';
import { isJsonObject, JsonObject } from '../../read/typedReads';

/** A report with the time it was made. */
export interface DatedReport {
  readonly object: KubernetesObject;
  /** Epoch milliseconds. */
  readonly madeAt: number;
}

/**
 * The newest of some reports. Throws MalformedInput where one does not say when it was made,
 * for an old report must not pass for a new one.
 */
export function newestReport(
  reports: readonly KubernetesObject[],
): DatedReport | undefined {
  let newest: DatedReport | undefined;
  for (const object of reports) {
    const madeAt = madeAtOf(object);
    if (!newest || madeAt > newest.madeAt) newest = { object, madeAt };
  }
  return newest;
}

/** Where a report is named in a violation: `VulnerabilityReport shop/web`. */
export function placeOfReport({ kind, metadata }: KubernetesObject): string {
  const { namespace, name } = metadata;
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}

function madeAtOf(object: KubernetesObject): number {
  const text =
    updateTimestampOf(object) ?? createdAtOf(object) ?? bornAt(object);
  const madeAt = typeof text === 'string' ? Date.parse(text) : NaN;
  if (!Number.isNaN(madeAt)) return madeAt;
  throw new MalformedInput(
    `${placeOfReport(object)}.report.updateTimestamp`,
    'a time',
    typeInWords(text),
  );
}

/** trivy-operator writes a report anew and says so here. */
function updateTimestampOf({ report }: KubernetesObject): unknown {
  return isJsonObject(report) ? report.updateTimestamp : undefined;
}

/** Kubescape's `spec.metadata.report.createdAt`. */
function createdAtOf({ spec }: KubernetesObject): unknown {
  return at(at(at(spec, 'metadata'), 'report'), 'createdAt');
}

function bornAt({ metadata }: KubernetesObject): unknown {
  return metadata.creationTimestamp;
}

function at(value: unknown, key: string): unknown {
  return isJsonObject(value) ? (value as JsonObject)[key] : undefined;
}
