import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import {
  cappedViolations,
  defineClusterControl,
  fail,
  notEvaluated,
  unlessMissing,
} from '../../kit';
import { objectOrEmpty, stringAt } from '../../read/typedReads';
import { Binding } from '../../relate/bindings';
import { groupLists } from '../../relate/groupLists';
import { bindingInWords } from '../../relate/rbacWords';
import {
  bindingsOfSubject,
  ReachingBinding,
} from '../../relate/serviceAccountRights';

const NEEDS = [
  'roleBindings',
  'clusterRoleBindings',
  'kubeSystemConfigMaps',
] as const;

type Context = ControlContext<(typeof NEEDS)[number]>;

const MASTERS = 'system:masters';
const AWS_AUTH_KEYS = ['mapRoles', 'mapUsers'];

export const rbacSystemMasters = defineClusterControl({
  id: 'rbac-system-masters',
  title: 'Nobody is put into the group system:masters',
  failureTitle: 'Somebody is put into the group system:masters',
  why: 'The API server lets this group through before it asks for rights, so what its members may do cannot be bounded or taken back.',
  fix: 'Take `system:masters` out of `aws-auth` and out of the subjects of bindings, and bind a group with a name of its own to the role that it needs: `kubectl create clusterrolebinding platform --clusterrole=ROLE --group=platform`.',
  severity: 'critical',
  category: 'rbac',
  scope: 'rbac',
  frameworks: {
    nsa: ['A2'],
    cis: { '1.12': ['5.1.7'] },
    'nist-800-190': ['4.3.1'],
    'owasp-k8s': ['K02'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    'https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html',
  ],
  needs: NEEDS,
  reads:
    'The groups of `mapRoles` and `mapUsers` in the ConfigMap `aws-auth` of `kube-system`, and the subjects of all bindings. Of `aws-auth` nothing but the number of entries is shown.',
  notes:
    'A mapping in `aws-auth` is critical. A binding that names the group is low: the group may do everything without it, but it shows that somebody relies on the group; the binding `cluster-admin` that every API server makes does not count. Who holds a client certificate with `O=system:masters` is not to be seen by any API, so without a failing mapping or binding only a person can answer.',
  examples: {
    pass: [
      {
        given: `apiVersion: v1
kind: Namespace
metadata: { name: kube-system }`,
        surroundings: {
          fromCluster: true,
          attestations: [
            {
              control: 'rbac-system-masters',
              outcome: 'pass',
              author: 'user:default/vera',
              expiresAt: Date.UTC(2027, 0, 1),
            },
          ],
        },
      },
    ],
    fail: [
      {
        given: `apiVersion: v1
kind: ConfigMap
metadata: { name: aws-auth, namespace: kube-system }
data:
  mapRoles: |
    - rolearn: arn:aws:iam::111122223333:role/admins
      username: admin
      groups:
        - system:masters`,
        surroundings: { fromCluster: true },
      },
      {
        given: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: masters-view }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects:
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:masters" }`,
        surroundings: { fromCluster: true },
      },
    ],
    notEvaluated: [
      {
        given: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: cluster-admin }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: Group, apiGroup: rbac.authorization.k8s.io, name: "system:masters" }`,
        surroundings: { fromCluster: true },
      },
    ],
  },
  evaluate(_, { inventory }: Context) {
    const mapped = unlessMissing(() => inventory.kubeSystemConfigMaps) ?? [];
    const mappings = mapped.flatMap(mappingsIn);
    const bound =
      unlessMissing(() => bindingsOfSubject(`Group ${MASTERS}`, inventory)) ??
      [];
    const violations = [
      ...mappings,
      ...bound.filter(({ binding }) => !isBootstrap(binding)).map(boundBy),
    ];
    return violations.length
      ? fail(cappedViolations(violations), {
          severity: mappings.length ? 'critical' : 'low',
        })
      : onlyAPersonKnows(inventory);
  },
});

/** Every list is read here, so that one that was not read gives its reason. */
function onlyAPersonKnows({
  kubeSystemConfigMaps,
  roleBindings,
  clusterRoleBindings,
}: Context['inventory']): Judgement {
  const count = roleBindings.length + clusterRoleBindings.length;
  return notEvaluated(
    'manual',
    `none of ${count} bindings names it${
      kubeSystemConfigMaps.some(isAwsAuth) ? ', nor does aws-auth' : ''
    }; client certificates with O=${MASTERS} are not to be seen`,
  );
}

function isAwsAuth({ metadata }: KubernetesObject): boolean {
  return metadata.name === 'aws-auth';
}

function mappingsIn(object: KubernetesObject): Violation[] {
  if (!isAwsAuth(object)) return [];
  const path = 'ConfigMap kube-system/aws-auth';
  const data = objectOrEmpty(object, 'data', path);
  return AWS_AUTH_KEYS.flatMap(key => {
    const text = stringAt(data, key, `${path}.data`) ?? '';
    const entries = groupLists(text).filter(groups => groups.includes(MASTERS));
    return entries.length
      ? {
          path: `${path}.data.${key}`,
          field: `aws-auth ${key}`,
          message: `${key} of the ConfigMap aws-auth puts whom it maps into ${MASTERS}, in ${entries.length} of its lists of groups`,
          actual: entries.length,
          expected: `no list of groups with ${MASTERS}`,
        }
      : [];
  });
}

/** The binding that every API server makes. */
function isBootstrap({ kind, name, role }: Binding): boolean {
  return (
    kind === 'ClusterRoleBinding' &&
    name === 'cluster-admin' &&
    role.name === 'cluster-admin'
  );
}

function boundBy({ binding, subject }: ReachingBinding): Violation {
  const place = bindingInWords(binding);
  const { kind, name } = binding.role;
  return {
    path: `${place}.subjects[${subject.index}]`,
    field: place,
    message: `${place} gives ${kind} "${name}" to the group ${MASTERS}`,
    actual: `${kind} ${name}`,
    expected: 'a group with a name of its own',
  };
}
