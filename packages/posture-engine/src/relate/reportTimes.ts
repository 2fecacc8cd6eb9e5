import { ImportedDocument } from '../model/evidence';
import { KubernetesObject } from '../model/kubernetesObject';
import { isJsonObject, JsonObject } from '../read/typedReads';
import { timeOf } from '../read/timeOf';

/** The newest of some times, or undefined where there is none. */
export function newestOf(
  times: readonly (number | undefined)[],
): number | undefined {
  return times.reduce(
    (newest, time) =>
      time !== undefined && (newest === undefined || time > newest)
        ? time
        : newest,
    undefined,
  );
}

/** When a VulnerabilityReport of Trivy was made. */
export function trivyReportTime(report: KubernetesObject): number | undefined {
  return timeOf(at(report, 'report').updateTimestamp) ?? createdAt(report);
}

/** When a VulnerabilityManifest of Kubescape was made. */
export function kubescapeManifestTime(
  manifest: KubernetesObject,
): number | undefined {
  const { createdAt: time } = at(
    at(at(manifest, 'spec'), 'metadata'),
    'report',
  );
  return timeOf(time) ?? createdAt(manifest);
}

const CIS_REPORT = /(?:^|-)cis(?:-|$)/;

/** When a ClusterComplianceReport on the CIS benchmark was last judged; undefined for other reports, and for one that never was. */
export function complianceReportTime(
  report: KubernetesObject,
): number | undefined {
  return CIS_REPORT.test(report.metadata.name)
    ? timeOf(at(report, 'status').updateTimestamp)
    : undefined;
}

const KUBE_BENCH = /kube[- ]?bench/i;
const KUBESCAPE = /kubescape/i;
const CIS_POLICY = /^cis\b/i;

/** When a policy report with results of the CIS benchmark was made; undefined for reports on other things. */
export function policyReportTime(report: KubernetesObject): number | undefined {
  const { results } = report;
  const ofBenchmark = Array.isArray(results)
    ? results.find(isOfBenchmark)
    : undefined;
  return ofBenchmark && (resultTime(ofBenchmark) ?? createdAt(report));
}

function isOfBenchmark(result: unknown): result is JsonObject {
  if (!isJsonObject(result)) return false;
  const source = String(result.source ?? '');
  return (
    KUBE_BENCH.test(source) ||
    (KUBESCAPE.test(source) && CIS_POLICY.test(String(result.policy ?? '')))
  );
}

function resultTime({ timestamp }: JsonObject): number | undefined {
  return isJsonObject(timestamp) && typeof timestamp.seconds === 'number'
    ? timestamp.seconds * 1000
    : undefined;
}

/** When a document of kube-bench was posted; undefined for other documents. */
export function kubeBenchTime({
  kind,
  receivedAt,
}: ImportedDocument): number | undefined {
  return kind === 'kube-bench' ? receivedAt : undefined;
}

function createdAt({ metadata }: KubernetesObject): number | undefined {
  return timeOf(metadata.creationTimestamp);
}

function at(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return isJsonObject(value) ? value : {};
}
