import { KubernetesObject } from '../model/kubernetesObject';
import { isJsonObject, JsonObject } from '../read/typedReads';
import { placeOfReport } from './imageReports/newestReport';
import { memoByList } from './memo';
import { addTo } from './addTo';

/** One result of a PolicyReport, or of a report of OpenReports, about one object. */
export interface PolicyReportResult {
  /** The report: `PolicyReport shop/web`. */
  readonly place: string;
  /** Who judged: `kyverno`, `trivy`. */
  readonly source: string;
  readonly policy: string;
  readonly rule: string;
  readonly result: 'pass' | 'fail' | 'warn' | 'error' | 'skip';
  /** Key of the object that was judged, as `objectResultKey` makes it. */
  readonly about: string;
}

const RESULTS: readonly string[] = ['pass', 'fail', 'warn', 'error', 'skip'];

/** The results of some reports by the object that they are about. Half-written results are left out: they say nothing. */
export const policyReportResults = memoByList(
  (reports: readonly KubernetesObject[]) => {
    const byObject = new Map<string, PolicyReportResult[]>();
    for (const report of reports)
      for (const result of resultsOf(report)) {
        addTo(byObject, result.about, result);
      }
    return byObject as ReadonlyMap<string, readonly PolicyReportResult[]>;
  },
);

/** The key under which results about an object are found. */
export function objectResultKey(
  kind: string,
  namespace: string | undefined,
  name: string,
): string {
  return `${kind} ${namespace ?? ''}/${name}`;
}

/** Newer reports name the object once, as their scope; older ones in each result. */
function resultsOf(report: KubernetesObject): PolicyReportResult[] {
  const place = placeOfReport(report);
  if (!Array.isArray(report.results)) return [];
  return report.results.filter(isJsonObject).flatMap(one => {
    const { result } = one;
    if (typeof result !== 'string' || !RESULTS.includes(result)) return [];
    const about = aboutOf(one, report);
    return about.map(key => ({
      place,
      source: textAt(one, 'source'),
      policy: textAt(one, 'policy'),
      rule: textAt(one, 'rule'),
      result: result as PolicyReportResult['result'],
      about: key,
    }));
  });
}

function aboutOf(result: JsonObject, report: KubernetesObject): string[] {
  const resources = Array.isArray(result.resources)
    ? result.resources
    : [report.scope];
  return resources.filter(isJsonObject).flatMap(resource => {
    const { kind, name } = resource;
    if (typeof kind !== 'string' || typeof name !== 'string') return [];
    const namespace =
      typeof resource.namespace === 'string'
        ? resource.namespace
        : report.metadata.namespace;
    return [objectResultKey(kind, namespace, name)];
  });
}

function textAt(object: JsonObject, key: string): string {
  const value = object[key];
  return typeof value === 'string' ? value : '';
}
