import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { ServedResource } from '../../model/evidence';
import {
  defineImageControl,
  fail,
  notEvaluated,
  pass,
  unlessMissing,
} from '../../kit';
import { reportedPod, SCANNED_POD } from '../../kit/reportExamples';
import { imageReport, placeOfReport } from '../../relate/imageReports';
import { dayOf } from '../../read/dates';

/** The kinds of report that a scanner of images brings to a cluster. */
const SCANNERS: readonly ServedResource[] = [
  { group: 'aquasecurity.github.io', plural: 'vulnerabilityreports' },
  {
    group: 'spdx.softwarecomposition.kubescape.io',
    plural: 'vulnerabilitymanifests',
  },
];

type Context = ControlContext<
  | 'trivyVulnerabilityReports'
  | 'kubescapeVulnerabilityManifests'
  | 'livePods'
  | 'servedResources'
>;

export const imageScanFresh = defineImageControl({
  id: 'image-scan-fresh',
  title: 'Every running image was scanned for vulnerabilities within a week',
  failureTitle: 'The image has no recent vulnerability scan',
  why: 'New vulnerabilities become known every day, so an image that was clean when it was built may not be so today.',
  fix: 'See why the scanner of the cluster leaves the image out: a private registry that it may not read, a full queue, or a namespace that it is told to skip.',
  severity: 'medium',
  category: 'image',
  scope: 'image',
  frameworks: {
    nsa: ['P3', 'U1'],
    'nist-800-190': ['4.1.1', '4.2.2'],
    'owasp-k8s': ['K07'],
  },
  references: ['https://aquasecurity.github.io/trivy-operator/latest/'],
  needs: [
    'trivyVulnerabilityReports',
    'kubescapeVulnerabilityManifests',
    'livePods',
    'servedResources',
  ],
  reads:
    'Whether trivy-operator or Kubescape is in the cluster, and when its newest report about the image was made: within 7 days (setting `imageReportDays`). Where no scanner is in the cluster at all there is no verdict on its images; `vulnerability-scanning-present` judges the cluster.',
  notes:
    'A report about another digest than the one that runs is no scan of the image. trivy-operator is known to leave gaps on busy clusters (its issue 1710): the finding names the images that it left out.',
  examples: {
    pass: [
      {
        given: scanned('2026-11-20T06:00:00Z'),
        surroundings: { fromCluster: true },
      },
    ],
    fail: [
      {
        given: scanned('2026-10-01T06:00:00Z'),
        surroundings: { fromCluster: true },
      },
    ],
    notEvaluated: [
      {
        given: SCANNED_POD,
        surroundings: { fromCluster: true },
      },
    ],
  },
  evaluate(image, { inventory, now, settings }: Context): Judgement {
    const found = imageReport(
      image,
      {
        lists: [
          () => inventory.trivyVulnerabilityReports,
          () => inventory.kubescapeVulnerabilityManifests,
        ],
        livePods: () => inventory.livePods,
      },
      now,
    );
    if ('missing' in found)
      return isScannerThere(inventory)
        ? failsFor(
            found.missing === 'noReport'
              ? 'no report is about this image'
              : 'the report is about another digest',
          )
        : notEvaluated('noReport', 'no scanner of images is in the cluster');
    const { report, days } = found;
    return days <= settings.imageReportDays
      ? pass()
      : failsFor(
          `the newest report is older than ${settings.imageReportDays} days`,
          placeOfReport(report.object),
          dayOf(report.madeAt),
        );
  },
});

function isScannerThere(inventory: Context['inventory']): boolean {
  const served = unlessMissing(() => inventory.servedResources) ?? [];
  return (
    served.some(({ group, plural }) =>
      SCANNERS.some(one => one.group === group && one.plural === plural),
    ) ||
    (unlessMissing(() => inventory.trivyVulnerabilityReports) ?? []).length >
      0 ||
    (unlessMissing(() => inventory.kubescapeVulnerabilityManifests) ?? [])
      .length > 0
  );
}

function failsFor(message: string, path = '', madeOn?: string): Judgement {
  return fail([
    {
      path,
      field: 'report',
      message,
      ...(madeOn ? { actual: madeOn } : {}),
      expected: 'a recent report',
    },
  ]);
}

function scanned(updateTimestamp: string): string {
  return reportedPod(
    'VulnerabilityReport',
    '  vulnerabilities: []',
    updateTimestamp,
  );
}
