import { ControlCase, testControl } from '../../testing';
import {
  DIGEST,
  OTHER_DIGEST,
  runningPod,
  scannedPod,
  trivyReport,
} from '../../testing/scannedPod';
import { imageScanFresh } from './imageScanFresh';

const TRIVY = [
  { group: 'aquasecurity.github.io', plural: 'vulnerabilityreports' },
];

const rows: readonly ControlCase[] = [
  { name: 'a report of yesterday', given: scannedPod(), outcome: 'pass' },
  {
    name: 'a report of seven days and some hours ago',
    given: scannedPod({ updateTimestamp: '2026-11-14T01:00:00Z' }),
    outcome: 'pass',
  },
  {
    name: 'a report of eight days ago',
    given: scannedPod({ updateTimestamp: '2026-11-13T06:00:00Z' }),
    outcome: 'fail',
    at: ['VulnerabilityReport shop/pod-web-web'],
    message: 'the newest report is older than 7 days',
  },
  {
    name: 'an image that the scanner left out, by another report',
    given: `${runningPod()}${trivyReport().replace(
      'name: web',
      'name: other',
    )}`.replace('container.name: web', 'container.name: other'),
    outcome: 'fail',
    message: 'no report is about this image',
  },
  {
    name: 'an image that the scanner left out, by discovery',
    given: runningPod(),
    evidence: { servedResources: TRIVY },
    outcome: 'fail',
    message: 'no report is about this image',
  },
  {
    name: 'a report about another digest',
    given: scannedPod({
      image: `registry.example.com/web@${DIGEST}`,
      artifact: `{ repository: web, digest: "${OTHER_DIGEST}" }`,
    }),
    outcome: 'fail',
    message: 'the report is about another digest',
  },
  {
    name: 'no scanner in the cluster',
    given: runningPod(),
    evidence: { servedResources: [{ group: 'apps', plural: 'deployments' }] },
    outcome: 'notEvaluated',
    reason: 'noReport',
    note: 'no scanner of images is in the cluster',
  },
  {
    name: 'reports that may not be read',
    given: runningPod(),
    evidence: { servedResources: TRIVY },
    unread: { trivyVulnerabilityReports: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'manifests',
    given: runningPod(),
    fromCluster: false,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
];

testControl(
  imageScanFresh,
  rows.map(row => ({ fromCluster: true, ...row })),
);
