import { KubernetesObject } from '../../model/kubernetesObject';
import {
  isJsonObject,
  JsonObject,
  objectOrEmpty,
  objectsAt,
  stringAt,
  stringsAt,
} from '../../read/typedReads';
import { MalformedInput, typeInWords } from '../../read/malformedInput';
import { placeOfReport } from './newestReport';

/** One vulnerability of one package, as a report says it. */
export interface FoundVulnerability {
  /** `CVE-2026-1234` */
  readonly id: string;
  readonly package: string;
  readonly installed?: string;
  /** Upper case, as trivy writes it: `CRITICAL`. */
  readonly severity: string;
  /** Versions that fix it; empty where there is none. */
  readonly fixedIn: readonly string[];
  /** Epoch milliseconds, where the report has it. */
  readonly publishedAt?: number;
}

/**
 * What a report found in an image, each vulnerability of each package once.
 * Throws MalformedInput where the report is not whole: half a report must not pass for a clean one.
 */
export function foundVulnerabilities(
  object: KubernetesObject,
): readonly FoundVulnerability[] {
  const place = placeOfReport(object);
  const found = isJsonObject(object.report)
    ? ofTrivy(object.report, `${place}.report`)
    : ofKubescape(object, place);
  return [
    ...new Map(found.map(one => [`${one.id} ${one.package}`, one])).values(),
  ];
}

function ofTrivy(
  report: JsonObject,
  path: string,
): readonly FoundVulnerability[] {
  return required(report, 'vulnerabilities', path).map((one, index) => {
    const at = `${path}.vulnerabilities[${index}]`;
    const fixed = stringAt(one, 'fixedVersion', at);
    const published = stringAt(one, 'publishedDate', at);
    const installed = stringAt(one, 'installedVersion', at);
    return {
      id: stringAt(one, 'vulnerabilityID', at) ?? '',
      package: stringAt(one, 'resource', at) ?? '',
      ...(installed ? { installed } : {}),
      severity: (stringAt(one, 'severity', at) ?? '').toUpperCase(),
      fixedIn: fixed ? fixed.split(',').map(version => version.trim()) : [],
      ...timeOf(published),
    };
  });
}

function ofKubescape(
  object: KubernetesObject,
  place: string,
): readonly FoundVulnerability[] {
  const spec = objectOrEmpty(object, 'spec', place);
  const payload = objectOrEmpty(spec, 'payload', `${place}.spec`);
  const path = `${place}.spec.payload`;
  return required(payload, 'matches', path).map((match, index) => {
    const at = `${path}.matches[${index}]`;
    const vulnerability = objectOrEmpty(match, 'vulnerability', at);
    const artifact = objectOrEmpty(match, 'artifact', at);
    const fix = objectOrEmpty(vulnerability, 'fix', `${at}.vulnerability`);
    const installed = stringAt(artifact, 'version', `${at}.artifact`);
    return {
      id: stringAt(vulnerability, 'id', `${at}.vulnerability`) ?? '',
      package: stringAt(artifact, 'name', `${at}.artifact`) ?? '',
      ...(installed ? { installed } : {}),
      severity: (
        stringAt(vulnerability, 'severity', `${at}.vulnerability`) ?? ''
      ).toUpperCase(),
      fixedIn: stringsAt(fix, 'versions', `${at}.vulnerability.fix`),
    };
  });
}

function required(
  object: JsonObject,
  key: string,
  path: string,
): readonly JsonObject[] {
  if (Array.isArray(object[key])) return objectsAt(object, key, path);
  throw new MalformedInput(
    `${path}.${key}`,
    'a list',
    typeInWords(object[key]),
  );
}

function timeOf(text: string | undefined): { publishedAt?: number } {
  const publishedAt = text ? Date.parse(text) : NaN;
  return Number.isNaN(publishedAt) ? {} : { publishedAt };
}
