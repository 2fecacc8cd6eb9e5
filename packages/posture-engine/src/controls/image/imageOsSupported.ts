import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { defineImageControl, fail, notEvaluated, pass } from '../../kit';
import { reportedPod, SCANNED_POD } from '../../kit/reportExamples';
import {
  booleanAt,
  objectAt,
  objectOrEmpty,
  stringAt,
} from '../../read/typedReads';
import { freshImageReport, placeOfReport } from '../../relate/imageReports';

type Context = ControlContext<'trivyVulnerabilityReports' | 'livePods'>;

export const imageOsSupported = defineImageControl({
  id: 'image-os-supported',
  title: 'The base system of images still gets security fixes',
  failureTitle: 'The base system of the image gets no security fixes any more',
  why: 'Nobody mends holes in this base system any more, so each one that is found stays open for ever.',
  fix: 'Move the image to a supported release of its base system, or to one without an operating system such as distroless.',
  severity: 'medium',
  category: 'image',
  scope: 'image',
  frameworks: {
    nsa: ['P3', 'U1'],
    'nist-800-190': ['4.1.1'],
    'owasp-k8s': ['K07'],
  },
  references: [
    'https://aquasecurity.github.io/trivy-operator/latest/docs/crds/vulnerability-report/',
  ],
  needs: ['trivyVulnerabilityReports', 'livePods'],
  reads:
    'The operating system that the newest VulnerabilityReport of trivy-operator found in the image, and whether trivy knows that its support has ended. An image without an operating system passes. Reports older than 7 days (setting `imageReportDays`) are stale.',
  notes:
    'trivy knows the support dates of the usual distributions. Support that is paid for beyond them (extended, long-term) is not known to it: such images have to be exempted.',
  examples: {
    pass: [
      {
        given: based('{ family: debian, name: "13.1" }'),
        surroundings: { fromCluster: true },
      },
    ],
    fail: [
      {
        given: based('{ family: debian, name: "10.13", eosl: true }'),
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
    const found = freshImageReport(
      image,
      {
        lists: [() => inventory.trivyVulnerabilityReports],
        livePods: () => inventory.livePods,
      },
      now,
      settings.imageReportDays,
    );
    return 'verdict' in found ? found.verdict : judge(found.report.object);
  },
});

function judge(object: KubernetesObject): Judgement {
  const place = placeOfReport(object);
  const report = objectOrEmpty(object, 'report', place);
  const path = `${place}.report.os`;
  const os = objectAt(report, 'os', `${place}.report`);
  if (!os) return notEvaluated('noReport', 'the report names no system');
  const family = stringAt(os, 'family', path);
  const name = [family, stringAt(os, 'name', path)].filter(Boolean).join(' ');
  if (!booleanAt(os, 'eosl', path))
    return pass(family && family !== 'none' ? name : 'no operating system');
  return fail([
    {
      path,
      field: 'os',
      message: `support for ${name || 'its system'} has ended`,
      ...(name ? { actual: name } : {}),
      expected: 'a supported release',
    },
  ]);
}

function based(os: string): string {
  return reportedPod(
    'VulnerabilityReport',
    `  os: ${os}
  vulnerabilities: []`,
  );
}
