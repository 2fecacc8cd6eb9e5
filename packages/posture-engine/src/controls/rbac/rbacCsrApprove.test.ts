import { testControl } from '../../testing';
import {
  bindingManifest,
  documents,
  grouped,
  inCluster,
  inNamespace,
  roleManifest,
  WEB_ACCOUNT,
} from '../../testing/rbacManifests';
import { rbacCsrApprove } from './rbacCsrApprove';

testControl(rbacCsrApprove, [
  {
    name: 'updating the approval',
    given: inCluster(
      grouped(
        'certificates.k8s.io',
        'certificatesigningrequests/approval',
        'update',
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'patching the approval',
    given: inCluster(
      grouped(
        'certificates.k8s.io',
        'certificatesigningrequests/approval',
        'patch',
      ),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'the approval of every resource',
    given: inCluster(grouped('certificates.k8s.io', '"*/approval"', 'update')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'every resource',
    given: inCluster(grouped('certificates.k8s.io', '"*"', 'update')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'approving for signers',
    given: inCluster(grouped('certificates.k8s.io', 'signers', 'approve')),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'approving for one signer, as kubelet-csr-approver does',
    given: inCluster(
      '{ apiGroups: [certificates.k8s.io], resources: [signers], resourceNames: [kubernetes.io/kubelet-serving], verbs: [approve] }',
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'signing',
    given: inCluster(grouped('certificates.k8s.io', 'signers', 'sign')),
    outcome: 'pass',
  },
  {
    name: 'asking for certificates',
    given: inCluster(
      grouped(
        'certificates.k8s.io',
        'certificatesigningrequests',
        'create, get, list, update',
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'nodes that renew their own',
    given: inCluster(
      grouped(
        'certificates.k8s.io',
        'certificatesigningrequests/selfnodeclient',
        'create',
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'by RoleBinding, which gives nothing on them',
    given: inNamespace(
      'kube-system',
      grouped(
        'certificates.k8s.io',
        'certificatesigningrequests/approval, signers',
        'update, approve',
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'the certificate controller of the API server',
    given: documents(
      roleManifest('system:controller:certificate-controller', [
        grouped(
          'certificates.k8s.io',
          'certificatesigningrequests/approval',
          'update',
        ),
        '{ apiGroups: [certificates.k8s.io], resources: [signers], resourceNames: [kubernetes.io/kube-apiserver-client-kubelet], verbs: [approve] }',
      ]),
      bindingManifest('ClusterRole system:controller:certificate-controller', [
        '{ kind: ServiceAccount, name: certificate-controller, namespace: kube-system }',
      ]),
    ),
    outcome: 'pass',
  },
  {
    name: 'a binding to a role that does not exist',
    given: bindingManifest('ClusterRole missing', [WEB_ACCOUNT]),
    outcome: 'pass',
  },
  {
    name: 'a binding without subjects',
    given: documents(
      roleManifest('tested', [
        grouped('certificates.k8s.io', 'signers', 'approve'),
      ]),
      bindingManifest('ClusterRole tested', []),
    ),
    outcome: 'pass',
  },
  {
    name: 'rules of the wrong type',
    given: documents(
      roleManifest('tested', ['7']),
      bindingManifest('ClusterRole tested', [WEB_ACCOUNT]),
    ),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'cluster roles that may not be read',
    given: inCluster(grouped('certificates.k8s.io', 'signers', 'approve')),
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { clusterRoles: 'forbidden' },
  },
  {
    name: 'nodes that may not be read, which only tell the distribution',
    given: inCluster(grouped('certificates.k8s.io', 'signers', 'approve')),
    outcome: 'fail',
    unread: { nodes: 'forbidden' },
  },
]);
