import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { defineImageControl, fail, pass } from '../../kit';
import { reportedPod, SCANNED_POD } from '../../kit/reportExamples';
import {
  FoundVulnerability,
  foundVulnerabilities,
  freshImageReport,
  placeOfReport,
} from '../../relate/imageReports';
import { DAY } from '../../read/dates';

/** Vulnerabilities that one finding names. */
const MOST_NAMED = 20;

type Context = ControlContext<
  'trivyVulnerabilityReports' | 'kubescapeVulnerabilityManifests' | 'livePods'
>;

export const imageVulnerabilities = defineImageControl({
  id: 'image-vulnerabilities',
  title: 'Images have no grave vulnerability that a newer version fixes',
  failureTitle: 'The image has grave vulnerabilities with a fix at hand',
  why: 'Everyone can read how to exploit a published vulnerability, and here the version without it already exists.',
  fix: 'Rebuild the image on a newer base and with the fixed versions that the violations name, then roll it out.',
  severity: 'high',
  category: 'image',
  scope: 'image',
  frameworks: {
    nsa: ['P3', 'U1'],
    'nist-800-190': ['4.1.1', '4.4.4'],
    'owasp-k8s': ['K07'],
  },
  references: [
    'https://aquasecurity.github.io/trivy-operator/latest/docs/crds/vulnerability-report/',
    'https://kubescape.io/docs/operator/vulnerabilities/',
  ],
  needs: [
    'trivyVulnerabilityReports',
    'kubescapeVulnerabilityManifests',
    'livePods',
  ],
  reads:
    'The newest report about the image: a VulnerabilityReport of trivy-operator or a VulnerabilityManifest of Kubescape, found by digest, else by the container that uses it. A critical vulnerability with a fix fails at once; a high one after a grace of 30 days from its publication (setting `vulnerabilityGraceDays`), and at once where the report has no such date. Reports older than 7 days (setting `imageReportDays`) are stale; reports of superseded ReplicaSets are ignored.',
  notes:
    'Vulnerabilities without a fix are counted in a note and never fail: there is nothing to do but to wait or to change the base. What the scanner was told to ignore (VEX, ignore files) is not in its report and not here. A vulnerability counts once for each package of an image, however many containers run it. Where trivy-operator scanned a tag, its digest is that of the image configuration and cannot be compared: the report counts for what runs under the same tag.',
  examples: {
    pass: [
      {
        given: scannedWith('MEDIUM', '3.0.1'),
        surroundings: { fromCluster: true },
      },
    ],
    fail: [
      {
        given: scannedWith('CRITICAL', '3.0.1'),
        surroundings: { fromCluster: true },
      },
    ],
    notEvaluated: [SCANNED_POD],
  },
  evaluate(image, { inventory, now, settings }: Context): Judgement {
    const found = freshImageReport(
      image,
      {
        lists: [
          () => inventory.trivyVulnerabilityReports,
          () => inventory.kubescapeVulnerabilityManifests,
        ],
        livePods: () => inventory.livePods,
      },
      now,
      settings.imageReportDays,
    );
    if ('verdict' in found) return found.verdict;
    const published = now - settings.vulnerabilityGraceDays * DAY;
    return judge(found.report.object, published);
  },
});

function judge(report: KubernetesObject, graceSince: number): Judgement {
  const found = foundVulnerabilities(report);
  const critical = found.filter(one => isFixable(one, 'CRITICAL'));
  const high = found.filter(
    one =>
      isFixable(one, 'HIGH') &&
      !(one.publishedAt && one.publishedAt > graceSince),
  );
  const failing = [...critical.sort(byId), ...high.sort(byId)];
  const note = noteOf(found);
  if (failing.length === 0) return pass(note);
  return fail(
    failing.slice(0, MOST_NAMED).map(one => violation(one, report)),
    {
      severity: critical.length ? 'critical' : 'high',
      note: [`${failing.length} in all`, ...(note ? [note] : [])].join('; '),
    },
  );
}

function isFixable(
  { severity, fixedIn }: FoundVulnerability,
  asked: string,
): boolean {
  return severity === asked && fixedIn.length > 0;
}

function noteOf(found: readonly FoundVulnerability[]): string | undefined {
  const unfixable = found.filter(
    ({ severity, fixedIn }) =>
      fixedIn.length === 0 && (severity === 'CRITICAL' || severity === 'HIGH'),
  ).length;
  return unfixable ? `${unfixable} critical or high without a fix` : undefined;
}

function byId(left: FoundVulnerability, right: FoundVulnerability): number {
  return `${left.id} ${left.package}` < `${right.id} ${right.package}` ? -1 : 1;
}

function violation(
  { id, package: name, installed, severity, fixedIn }: FoundVulnerability,
  report: KubernetesObject,
): Violation {
  return {
    path: placeOfReport(report),
    field: `${id} ${name}`,
    message: `${id} (${severity.toLowerCase()}) in ${name}`,
    ...(installed ? { actual: installed } : {}),
    expected: [...fixedIn],
  };
}

function scannedWith(severity: string, fixedVersion: string): string {
  return reportedPod(
    'VulnerabilityReport',
    `  vulnerabilities:
    - vulnerabilityID: CVE-2026-1234
      resource: openssl
      installedVersion: 3.0.0
      fixedVersion: ${fixedVersion}
      severity: ${severity}
      publishedDate: "2026-09-01T00:00:00Z"`,
  );
}
