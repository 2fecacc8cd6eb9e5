import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
} from '../../kit/flags/flagExamples';

export const apiserverAdmissionCore = defineFlagControl({
  id: 'apiserver-admission-core',
  title: 'The admission plugins that protect the cluster are on',
  failureTitle: 'An admission plugin that protects the cluster is off',
  why: 'Admission is the last check before an object is stored; without NodeRestriction, for one, a captured node can relabel others and draw workloads to itself.',
  fix: 'Set `--enable-admission-plugins=NodeRestriction`, with what else you use, and take ServiceAccount, NamespaceLifecycle, PodSecurity and ValidatingAdmissionPolicy out of `--disable-admission-plugins`.',
  severity: 'high',
  frameworks: {
    nsa: ['P4'],
    cis: { '1.12': ['1.2.10', '1.2.12', '1.2.13', '1.2.14'] },
    'nist-800-190': ['4.3.5'],
    'owasp-k8s': ['K04'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/',
  ],
  reads:
    'The flags `--enable-admission-plugins` and `--disable-admission-plugins` of every API server. ServiceAccount, NamespaceLifecycle, PodSecurity and ValidatingAdmissionPolicy are on by default; NodeRestriction is not. AlwaysAdmit must not be named.',
  notes:
    'SecurityContextDeny is gone since Kubernetes 1.30 and is not asked for. Lists that are given in several flags add up, as the API server takes them.',
  examples: {
    pass: [apiServerPod('--enable-admission-plugins=NodeRestriction')],
    fail: [
      apiServerPod('--authorization-mode=Node,RBAC'),
      apiServerPod(
        '--enable-admission-plugins=NodeRestriction',
        '--disable-admission-plugins=PodSecurity',
      ),
    ],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [HIDDEN_CONTROL_PLANE],
  },
});
