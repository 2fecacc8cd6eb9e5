import { ControlContext } from '../../model/control';
import { Violation } from '../../model/finding';
import {
  cappedViolations,
  defineServiceAccountControl,
  fail,
  notApplicable,
  pass,
} from '../../kit';
import { Binding, rulesOfBinding } from '../../relate/bindings';
import { foundInWords, FoundRight, gravestOf } from '../../relate/foundRights';
import { bindingInWords, whereInWords } from '../../relate/rbacWords';
import { riskyRightsOf } from '../../relate/riskyRights';
import {
  bindingsOfServiceAccount,
  ReachingBinding,
} from '../../relate/serviceAccountRights';
import {
  hasApiToken,
  workloadsOfAccount,
} from '../../relate/serviceAccountToken';

const NEEDS = [
  'workloads',
  'serviceAccounts',
  'roles',
  'clusterRoles',
  'roleBindings',
  'clusterRoleBindings',
  'nodes',
] as const;

type Context = ControlContext<(typeof NEEDS)[number]>;

/** What one binding gives to an account beyond what a workload should have. */
interface Reached {
  readonly binding: Binding;
  readonly found: readonly FoundRight[];
}

export const workloadSaPrivileges = defineServiceAccountControl({
  id: 'workload-sa-privileges',
  title: 'Service accounts of workloads hold no rights that lead further',
  failureTitle:
    'The service account of a workload may do more than a service should',
  why: 'Whoever takes a container of this service has its token, and with it all that the service account may do.',
  fix: 'Replace the role that the finding names by a Role with the verbs and resources that the program uses, in its own namespace: `kubectl create role web --verb=get --resource=configmaps --resource-name=web -n shop`, and bind the account to it. Where the program does not use the Kubernetes API at all, set `automountServiceAccountToken: false` in the pod.',
  severity: 'high',
  category: 'rbac',
  scope: 'serviceAccount',
  frameworks: {
    nsa: ['A2', 'P5'],
    cis: { '1.12': ['5.1.6'] },
    'nist-800-190': ['4.3.1', '4.4.4'],
    'owasp-k8s': ['K02'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    'https://kubernetes.io/docs/concepts/security/service-accounts/',
  ],
  needs: NEEDS,
  reads:
    'All that RBAC gives to the account, by its own bindings and by those of its groups (`system:serviceaccounts`, its namespace, `system:authenticated`), and whether a workload that runs as it has a token for the API server: by automount, or projected with no audience or with that of the API server. The rights are those of the controls `rbac-*` over bindings, and beside them delete on events and pods/log, writing network policies, writing ConfigMaps of `kube-system` (`coredns`, `aws-auth`) and patch on namespaces. The severity is that of the gravest right. Rights that the distribution ships for this account do not count.',
  notes:
    'This is what the service sees of its rights; the controls `rbac-*` judge the same bindings for the cluster, and neither counts in the score of the other. Rights in a namespace are one step milder than in the whole cluster, but not in `kube-system`; creating workloads in a namespace is info. Operators need wide rights by design: exempt them. Not applicable where no workload that runs as the account has such a token. Rights that another authorizer gives are not seen.',
  examples: {
    pass: [
      `apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { serviceAccountName: web, containers: [{ name: web }] } } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: web, namespace: shop }
rules:
  - { apiGroups: [""], resources: [configmaps], verbs: [get, watch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: web }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
    ],
    fail: [
      `apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { serviceAccountName: web, containers: [{ name: web }] } } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web-edits }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { kind: ServiceAccount, name: web, namespace: shop }`,
    ],
    notApplicable: [
      `apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { serviceAccountName: web, automountServiceAccountToken: false, containers: [{ name: web }] } } }`,
    ],
    notEvaluated: [
      {
        given: `apiVersion: v1
kind: ServiceAccount
metadata: { name: web, namespace: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { serviceAccountName: web, containers: [{ name: web }] } } }`,
        surroundings: { unread: { clusterRoleBindings: 'forbidden' } },
      },
    ],
  },
  evaluate({ subject: { namespace = 'default', name } }, context: Context) {
    const { inventory } = context;
    const workloads = workloadsOfAccount(inventory.workloads, namespace, name);
    if (
      !workloads.some(one => hasApiToken(one, () => inventory.serviceAccounts))
    )
      return notApplicable(
        'nothingToJudge',
        workloads.length
          ? 'no workload of it has a token for the API server'
          : 'no workload runs as it',
      );
    const reached = bindingsOfServiceAccount(
      namespace,
      name,
      inventory,
    ).flatMap(one => reachedBy(one, context));
    return reached.length
      ? fail(cappedViolations(reached.map(violationOf)), {
          severity: gravestOf(reached.flatMap(({ found }) => found)),
        })
      : pass();
  },
});

function reachedBy(
  reaching: ReachingBinding,
  context: Context,
): readonly Reached[] {
  const { binding } = reaching;
  const rules = rulesOfBinding(binding, context.inventory);
  const found = riskyRightsOf(reaching, rules, context);
  return found.length ? [{ binding, found }] : [];
}

function violationOf({ binding, found }: Reached): Violation {
  const { text, values } = foundInWords(found);
  const place = bindingInWords(binding);
  const { kind, name } = binding.role;
  return {
    path: place,
    field: place,
    message: `${text} ${whereInWords(
      binding.namespace,
    )}, from ${kind} "${name}" by ${binding.kind} "${binding.name}"`,
    actual: values,
    expected: 'none of these rights',
  };
}
