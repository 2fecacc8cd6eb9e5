import { ControlContext } from '../../model/control';
import { Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { policyRulesOf } from '../../model/policyRule';
import {
  cappedViolations,
  defineClusterControl,
  fail,
  notEvaluated,
  pass,
} from '../../kit';
import { Binding, BindingSubject } from '../../relate/bindings';
import { builtInsOf } from '../../relate/builtInBindings';
import { findWildcards } from '../../relate/foundRights';
import { bindingInWords, subjectInWords } from '../../relate/rbacWords';
import { unusedRbac } from '../../relate/unusedRbac';

const NEEDS = [
  'roles',
  'clusterRoles',
  'roleBindings',
  'clusterRoleBindings',
  'serviceAccounts',
  'nodes',
] as const;

export const rbacUnusedRoles = defineClusterControl({
  id: 'rbac-unused-roles',
  title: 'Roles and bindings that nobody uses are removed',
  failureTitle: 'There are roles or bindings that nobody uses',
  why: 'Whoever makes the missing role or account gets the rights that were left behind, and nobody remembers why they are there.',
  fix: 'Delete what the finding names: `kubectl delete clusterrole NAME`, `kubectl delete rolebinding NAME -n NAMESPACE`.',
  severity: 'info',
  category: 'rbac',
  scope: 'rbac',
  optional: true,
  frameworks: { nsa: ['A2', 'U1'], 'nist-800-190': ['4.3.1'] },
  references: [
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  ],
  needs: NEEDS,
  reads:
    'All roles, bindings and service accounts of the cluster: bindings whose role or service account does not exist, and roles that no binding names and no other role aggregates. What the distribution ships is left out. Manifests are not judged: they do not show what else there is in the cluster.',
  notes:
    'A role that a person binds for the time of an incident is found: exempt it. Users and groups are not objects of Kubernetes, so whether they exist is not known. A binding without any subject is a use of its role here. Roles without binding that grant by wildcard are named as such: `rbac-wildcard` judges bindings only.',
  exampleSurroundings: { fromCluster: true, serverVersion: 'v1.36.1' },
  examples: {
    pass: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: pod-reader }
rules:
  - { apiGroups: [""], resources: [pods], verbs: [get, list] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: pod-reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: pod-reader }
subjects:
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: platform }`,
    ],
    fail: [
      `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: old-operator }
rules:
  - { apiGroups: ["*"], resources: ["*"], verbs: ["*"] }`,
      `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: removed }
subjects:
  - { kind: ServiceAccount, name: removed, namespace: shop }`,
    ],
    notEvaluated: [
      {
        given: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: pod-reader }
rules:
  - { apiGroups: [""], resources: [pods], verbs: [get, list] }`,
        surroundings: {},
      },
    ],
  },
  evaluate(_, context: ControlContext<(typeof NEEDS)[number]>) {
    if (context.serverVersion === undefined)
      return notEvaluated('partial', 'manifests do not show a whole cluster');
    const unused = unusedRbac(context.inventory, builtInsOf(context));
    const violations = [
      ...unused.withoutRole.map(withoutRole),
      ...unused.withoutAccount.map(withoutAccount),
      ...unused.unbound.map(unbound),
    ];
    return violations.length ? fail(cappedViolations(violations)) : pass();
  },
});

function withoutRole(binding: Binding): Violation {
  const place = bindingInWords(binding);
  const { kind, name } = binding.role;
  return {
    path: `${place}.roleRef`,
    field: `${place} roleRef`,
    message: `${place} binds ${kind} "${name}", which does not exist`,
    actual: `${kind} ${name}`,
    expected: 'a role that exists, or no binding',
  };
}

function withoutAccount({
  binding,
  subject,
}: {
  readonly binding: Binding;
  readonly subject: BindingSubject;
}): Violation {
  const place = bindingInWords(binding);
  return {
    path: `${place}.subjects[${subject.index}]`,
    field: `${place} subjects[${subject.key}]`,
    message: `${place} names ${subjectInWords(subject)}, which does not exist`,
    actual: subject.key,
    expected: 'a service account that exists, or no such subject',
  };
}

function unbound(role: KubernetesObject): Violation {
  const { namespace, name } = role.metadata;
  const place = `${role.kind} ${namespace ? `${namespace}/` : ''}${name}`;
  const isWide =
    findWildcards(policyRulesOf(role, place), undefined).length > 0;
  return {
    path: place,
    field: place,
    message: `${place} is bound to nobody${
      isWide ? ', and grants by wildcard' : ''
    }`,
    expected: 'a binding, or no role',
  };
}
