import { KubernetesObject } from '../../model/kubernetesObject';
import {
  booleanAt,
  JsonObject,
  objectOrEmpty,
  stringsAt,
} from '../../read/typedReads';
import { memoByList } from '../memo';
import { refOf } from '../networkPolicies/readPolicy';
import {
  AdmissionPolicy,
  NamespaceTest,
  NODE_CHECKS,
  nodeChecks,
  NOWHERE,
  PERHAPS,
  PodCheck,
  readable,
} from './admissionPolicy';

/** The group of all service accounts, and of those of one namespace with its name behind it. */
const ACCOUNTS = 'system:serviceaccounts';
const EVERYBODY = ['system:authenticated', ACCOUNTS];

const ALLOWED_BY: readonly (readonly [PodCheck, string])[] = [
  ['privileged', 'allowPrivilegedContainer'],
  ['hostPID', 'allowHostPID'],
  ['hostIPC', 'allowHostIPC'],
  ['hostNetwork', 'allowHostNetwork'],
];

/**
 * What OpenShift's SecurityContextConstraints refuse: where there are any, a pod is let in only by one that its maker may use.
 * One that lets pods onto the host and is given to everybody, or to all accounts of a namespace, refuses nothing there.
 */
export const openShiftConstraints = memoByList(
  (constraints: readonly KubernetesObject[]): readonly AdmissionPolicy[] => {
    if (constraints.length === 0) return [];
    const [first] = constraints;
    return readable('OpenShift', first, () => [
      {
        engine: 'OpenShift',
        ref: { ...refOf(first), name: 'the default constraints' },
        checks: nodeChecks('covers'),
        covers: outsideGroups(
          constraints
            .filter(isOpen)
            .flatMap(one => stringsAt(one, 'groups', '')),
        ),
      },
    ]);
  },
);

function isOpen(constraint: KubernetesObject): boolean {
  return ALLOWED_BY.some(
    ([, field]) => booleanAt(constraint, field, '') === true,
  );
}

function outsideGroups(groups: readonly string[]): NamespaceTest {
  if (groups.some(group => EVERYBODY.includes(group))) return NOWHERE;
  return ({ name }) =>
    groups.includes(`${ACCOUNTS}:${name}`) ? 'no' : 'covers';
}

/**
 * What PodSecurityPolicies may refuse, below Kubernetes 1.25: who may use which, and whether the plug-in is on at all,
 * they do not say, so that they never cover.
 */
export const podSecurityPolicies = memoByList(
  (policies: readonly KubernetesObject[]): readonly AdmissionPolicy[] =>
    policies.flatMap(policy =>
      readable('PodSecurityPolicy', policy, () => {
        const spec = objectOrEmpty(policy, 'spec', '');
        return [
          {
            engine: 'PodSecurityPolicy',
            ref: refOf(policy),
            checks: refusedBy(spec),
            covers: PERHAPS,
          },
        ];
      }),
    ),
);

function refusedBy(spec: JsonObject) {
  const isRefused = (check: PodCheck) =>
    booleanAt(spec, check, 'spec') !== true;
  return Object.fromEntries(
    NODE_CHECKS.filter(isRefused).map(check => [check, 'unsure' as const]),
  );
}
