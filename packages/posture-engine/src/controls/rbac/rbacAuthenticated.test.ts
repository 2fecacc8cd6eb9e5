import { testControl } from '../../testing';
import {
  bindingManifest,
  core,
  documents,
  grouped,
  roleManifest,
  subject,
} from '../../testing/rbacManifests';
import { rbacAuthenticated } from './rbacAuthenticated';

const OPENSHIFT_NODE = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'one', labels: { 'node.openshift.io/os_id': 'rhcos' } },
};

testControl(rbacAuthenticated, [
  {
    name: 'all users',
    given: bindingManifest('ClusterRole view', [
      subject('Group', 'system:authenticated'),
    ]),
    outcome: 'fail',
    severity: 'high',
    message:
      'group "system:authenticated" has ClusterRole "view" in the whole cluster',
  },
  {
    name: 'all service accounts',
    given: bindingManifest('ClusterRole view', [
      subject('Group', 'system:serviceaccounts'),
    ]),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'the service accounts of a namespace',
    given: bindingManifest('ClusterRole view', [
      subject('Group', 'system:serviceaccounts:shop'),
    ]),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'in a namespace',
    given: bindingManifest(
      'ClusterRole view',
      [subject('Group', 'system:authenticated')],
      'shop',
    ),
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'in kube-system',
    given: bindingManifest(
      'ClusterRole view',
      [subject('Group', 'system:authenticated')],
      'kube-system',
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'discovery, as every cluster has it',
    given: documents(
      roleManifest('system:discovery', [
        '{ nonResourceURLs: [/api, "/api/*", /apis, "/apis/*", /version], verbs: [get] }',
      ]),
      bindingManifest('ClusterRole system:discovery', [
        subject('Group', 'system:authenticated'),
      ]),
    ),
    outcome: 'pass',
  },
  {
    name: 'discovery for another group than its own',
    given: documents(
      roleManifest('system:discovery', [
        '{ nonResourceURLs: [/api, "/api/*", /apis, "/apis/*", /version], verbs: [get] }',
      ]),
      bindingManifest('ClusterRole system:discovery', [
        subject('Group', 'system:serviceaccounts'),
      ]),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'discovery with a right that was added',
    given: documents(
      roleManifest('system:discovery', [
        '{ nonResourceURLs: [/api, "/api/*", /apis, "/apis/*", /version], verbs: [get] }',
        core('pods', 'list'),
      ]),
      bindingManifest('ClusterRole system:discovery', [
        subject('Group', 'system:authenticated'),
      ]),
    ),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'questions about oneself',
    given: documents(
      roleManifest('system:basic-user', [
        grouped(
          'authorization.k8s.io',
          'selfsubjectaccessreviews, selfsubjectrulesreviews',
          'create',
        ),
        grouped('authentication.k8s.io', 'selfsubjectreviews', 'create'),
      ]),
      bindingManifest('ClusterRole system:basic-user', [
        subject('Group', 'system:authenticated'),
      ]),
    ),
    outcome: 'pass',
  },
  {
    name: 'keys of the issuer',
    given: documents(
      roleManifest('system:service-account-issuer-discovery', [
        '{ nonResourceURLs: [/openid/v1/jwks], verbs: [get] }',
      ]),
      bindingManifest('ClusterRole system:service-account-issuer-discovery', [
        subject('Group', 'system:serviceaccounts'),
      ]),
    ),
    outcome: 'pass',
  },
  {
    name: 'pulling images of the own namespace, on OpenShift',
    given: documents(
      roleManifest('system:image-puller', [
        grouped('image.openshift.io', 'imagestreams/layers', 'get'),
      ]),
      bindingManifest(
        'ClusterRole system:image-puller',
        [subject('Group', 'system:serviceaccounts:shop')],
        'shop',
      ),
    ),
    outcome: 'pass',
    nodes: [OPENSHIFT_NODE],
  },
  {
    name: 'pulling images of another namespace, on OpenShift',
    given: documents(
      roleManifest('system:image-puller', [
        grouped('image.openshift.io', 'imagestreams/layers', 'get'),
      ]),
      bindingManifest(
        'ClusterRole system:image-puller',
        [subject('Group', 'system:serviceaccounts:other')],
        'shop',
      ),
    ),
    outcome: 'fail',
    severity: 'medium',
    nodes: [OPENSHIFT_NODE],
  },
  {
    name: 'a group whose name only begins alike',
    given: bindingManifest('ClusterRole view', [
      subject('Group', 'system:authenticated:oauth'),
    ]),
    outcome: 'pass',
  },
  {
    name: 'a user of that name',
    given: bindingManifest('ClusterRole view', [
      subject('User', 'system:authenticated'),
    ]),
    outcome: 'pass',
  },
  {
    name: 'a binding to a role that does not exist',
    given: bindingManifest('ClusterRole missing', [
      subject('Group', 'system:authenticated'),
    ]),
    outcome: 'pass',
  },
  {
    name: 'a role without rules',
    given: documents(
      roleManifest('tested', []),
      bindingManifest('ClusterRole tested', [
        subject('Group', 'system:authenticated'),
      ]),
    ),
    outcome: 'pass',
  },
  {
    name: 'cluster roles that may not be read',
    given: bindingManifest('ClusterRole view', [
      subject('Group', 'system:authenticated'),
    ]),
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { clusterRoles: 'forbidden' },
  },
  {
    name: 'rules of the wrong type',
    given: documents(
      roleManifest('tested', ['7']),
      bindingManifest('ClusterRole tested', [
        subject('Group', 'system:authenticated'),
      ]),
    ),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
]);
