import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { Workload } from '../../model/workload';
import { defineControl, fail, notApplicable, pass } from '../../kit';
import {
  rightsBeyondBasics,
  rightsInWords,
} from '../../relate/rightsBeyondBasics';
import { rightsOfServiceAccount } from '../../relate/serviceAccountRights';
import {
  explicitTokenVolumes,
  serviceAccountOf,
  tokenAutomount,
} from '../../relate/serviceAccountToken';

const NEEDS = [
  'serviceAccounts',
  'roles',
  'clusterRoles',
  'roleBindings',
  'clusterRoleBindings',
] as const;
/** Rights that the note of a pass names. */
const SHOWN_RIGHTS = 5;

export const saTokenAutomount = defineControl({
  id: 'sa-token-automount',
  title: 'Only pods that use the Kubernetes API carry a service account token',
  failureTitle:
    'A service account token is mounted that the pod has no use for',
  why: 'A token in the file system lets whoever takes a container speak to the Kubernetes API in the name of the service.',
  fix: 'Set `automountServiceAccountToken: false` in the pod spec. Where the program does use the Kubernetes API, give it a service account of its own with a Role that grants what it needs.',
  severity: 'medium',
  category: 'podSpec',
  scope: 'pod',
  frameworks: {
    nsa: ['P5'],
    cis: { '1.12': ['5.1.6'] },
    'nist-800-190': ['4.4.4', '4.3.2'],
    'owasp-k8s': ['K01', 'K09'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
    'https://kubernetes.io/docs/concepts/security/service-accounts/',
  ],
  needs: NEEDS,
  reads:
    '`automountServiceAccountToken` of the pod, else of its ServiceAccount, else true; projected token volumes; Roles, ClusterRoles and their bindings for the account and for the groups that every account is in. An account that is not among the manifests has no field of its own.',
  notes:
    'The verdict rests on rights, not on the field alone: a token that RBAC gives a use passes, and the pass names the rights. Rights that every account has through its groups (API discovery, questions about oneself) do not count. The account `default` fails whatever it may do, for all pods that name no account share it. A token that a volume projects on purpose is not judged; the volume `kube-api-access-…` that admission adds to running pods is the automount itself. Rights given by another authorizer than RBAC are not seen.',
  examples: {
    pass: [
      `automountServiceAccountToken: false
containers: [{ name: web }]`,
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec:
      serviceAccountName: web
      containers: [{ name: web }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: read-endpoints, namespace: shop }
rules: [{ apiGroups: [""], resources: [endpoints], verbs: [get, watch] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: read-endpoints }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]`,
    ],
    fail: [
      `serviceAccountName: web
containers: [{ name: web }]`,
      'containers: [{ name: web }]',
    ],
    notApplicable: [
      `serviceAccountName: web
containers: [{ name: web, volumeMounts: [{ name: vault, mountPath: /var/run/vault }] }]
volumes:
  - name: vault
    projected:
      sources: [{ serviceAccountToken: { audience: vault, path: token } }]`,
    ],
    notEvaluated: [
      {
        given: `serviceAccountName: web
containers: [{ name: web }]`,
        surroundings: { unread: { serviceAccounts: 'forbidden' } },
      },
    ],
  },
  evaluate(workload, context): Judgement {
    if (explicitTokenVolumes(workload).length)
      return notApplicable(
        'nothingToJudge',
        'a volume projects a token on purpose',
      );
    const { mounted } = tokenAutomount(
      workload,
      () => context.inventory.serviceAccounts,
    );
    return mounted ? judgeUse(workload, context) : pass();
  },
  patch: () => ({ automountServiceAccountToken: false }),
});

function judgeUse(
  workload: Workload,
  { inventory }: ControlContext<(typeof NEEDS)[number]>,
): Judgement {
  const account = serviceAccountOf(workload);
  if (account === 'default')
    return unneeded(
      workload,
      'the token of the shared account "default" is mounted',
    );
  const rights = rightsBeyondBasics(
    rightsOfServiceAccount(workload.namespace, account, inventory),
  );
  return rights.length
    ? pass(`needed: ${rightsInWords(rights, SHOWN_RIGHTS)}`)
    : unneeded(
        workload,
        `the token of service account "${account}" is mounted, and nothing is granted to it`,
      );
}

function unneeded(workload: Workload, message: string): Judgement {
  const actual = workload.automountServiceAccountToken;
  return fail([
    {
      path: `${workload.specPath}.automountServiceAccountToken`,
      field: 'automountServiceAccountToken',
      message,
      ...(actual === undefined ? {} : { actual }),
      expected: false,
    },
  ]);
}
