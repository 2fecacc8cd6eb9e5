import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { defineImageControl, notEvaluated, pass } from '../../kit';
import { SCANNED_POD } from '../../kit/reportExamples';
import { imageReport } from '../../relate/imageReports';

type Context = ControlContext<
  'trivySbomReports' | 'kubescapeSboms' | 'livePods'
>;

export const sbomPresent = defineImageControl({
  id: 'sbom-present',
  title: 'The cluster keeps a bill of materials of every image',
  failureTitle: 'No bill of materials of the image is known',
  why: 'When the next grave vulnerability becomes known, a bill of materials answers in minutes whether the service has it.',
  fix: 'Have the build publish a bill of materials beside the image, or let trivy-operator or Kubescape make one; mind that thousands of them burden etcd.',
  severity: 'info',
  category: 'image',
  scope: 'image',
  optional: true,
  frameworks: { nsa: ['P3'], 'nist-800-190': ['4.1.1'] },
  references: [
    'https://aquasecurity.github.io/trivy-operator/latest/docs/crds/sbom-report/',
  ],
  needs: ['trivySbomReports', 'kubescapeSboms', 'livePods'],
  reads:
    'Whether trivy-operator (SbomReport) or Kubescape (SBOMSyft) holds a bill of materials of the image. Only their metadata is read. There is no fail: a bill of materials may well be kept elsewhere.',
  notes:
    'Bills of materials in the cluster burden etcd: 905 of them were measured at 95 MB (Obmondo KubeAid, issue 249). Keeping them in the registry beside the image is better, and is not seen here.',
  examples: {
    pass: [
      {
        given: `${SCANNED_POD}
---
apiVersion: aquasecurity.github.io/v1alpha1
kind: SbomReport
metadata:
  name: pod-web-web
  namespace: shop
  creationTimestamp: "2026-10-01T06:00:00Z"
  labels:
    trivy-operator.resource.kind: Pod
    trivy-operator.resource.name: web
    trivy-operator.container.name: web`,
        surroundings: { fromCluster: true },
      },
    ],
    fail: [],
    notEvaluated: [
      {
        given: SCANNED_POD,
        surroundings: { fromCluster: true },
      },
    ],
  },
  evaluate(image, { inventory, now }: Context): Judgement {
    const found = imageReport(
      image,
      {
        lists: [
          () => inventory.trivySbomReports,
          () => inventory.kubescapeSboms,
        ],
        livePods: () => inventory.livePods,
      },
      now,
    );
    return 'missing' in found ? notEvaluated(found.missing) : pass();
  },
});
