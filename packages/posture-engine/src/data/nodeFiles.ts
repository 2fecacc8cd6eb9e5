import { FileCheck } from './controlPlaneFiles';

const FILES = [
  'service file of the kubelet',
  'kubeconfig of kube-proxy',
  'kubeconfig of the kubelet',
  'certificate authority of the kubelet',
  'configuration file of the kubelet',
];
const FIRST_KCV = 69;

/**
 * Section 4.1 of the CIS benchmark, in pairs on mode and owner of the same file. Trivy's checks KCV-0069 to KCV-0078 are the same in the
 * same order (aquasecurity/trivy-checks, checks/kubernetes/cisbenchmarks/kubelet).
 */
export const NODE_FILE_CHECKS: readonly FileCheck[] = FILES.flatMap(file => [
  `mode of the ${file}`,
  `owner of the ${file}`,
]).map((what, index) => ({
  cis: `4.1.${index + 1}`,
  kcv: FIRST_KCV + index,
  what,
}));
