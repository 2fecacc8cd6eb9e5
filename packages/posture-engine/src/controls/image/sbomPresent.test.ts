import { ControlCase, testControl } from '../../testing';
import { DIGEST, runningPod } from '../../testing/scannedPod';
import { sbomPresent } from './sbomPresent';

const SBOM = `apiVersion: aquasecurity.github.io/v1alpha1
kind: SbomReport
metadata:
  name: pod-web-web
  namespace: shop
  creationTimestamp: "2026-01-01T06:00:00Z"
  labels:
    trivy-operator.resource.kind: Pod
    trivy-operator.resource.name: web
    trivy-operator.container.name: web`;

const SYFT = `apiVersion: spdx.softwarecomposition.kubescape.io/v1beta1
kind: SBOMSyft
metadata:
  name: web
  namespace: kubescape
  creationTimestamp: "2026-01-01T06:00:00Z"
  annotations: { kubescape.io/image-id: "registry.example.com/web@${DIGEST}" }`;

const rows: readonly ControlCase[] = [
  {
    name: 'one of trivy-operator, however old',
    given: runningPod() + SBOM,
    outcome: 'pass',
  },
  {
    name: 'one of Kubescape',
    given: runningPod({ runs: DIGEST }) + SYFT,
    outcome: 'pass',
  },
  {
    name: 'none',
    given: runningPod(),
    outcome: 'notEvaluated',
    reason: 'noReport',
  },
  {
    name: 'lists that may not be read',
    given: runningPod(),
    unread: { kubescapeSboms: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
];

testControl(
  sbomPresent,
  rows.map(row => ({ fromCluster: true, ...row })),
);
