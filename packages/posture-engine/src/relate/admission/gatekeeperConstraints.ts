import { KubernetesObject } from '../../model/kubernetesObject';
import {
  JsonObject,
  listAt,
  objectOrEmpty,
  objectsAt,
  stringAt,
  stringsAt,
} from '../../read/typedReads';
import { memoByList } from '../memo';
import { refOf } from '../networkPolicies/readPolicy';
import {
  AdmissionPolicy,
  NamespaceTest,
  NOWHERE,
  PodChecks,
  readable,
} from './admissionPolicy';
import { Coverage, outside, weakest } from './coverage';
import { namesTest } from './namespaceNames';
import { namespaceSelectorAt, selectsSomeObjects } from './namespaceSelector';

/** Kinds of Gatekeeper's library, of Azure Policy, which ships the same under names of its own, and of Ratify. */
const KINDS: readonly (readonly [RegExp, PodChecks])[] = [
  [
    /^K8s(?:PSPPrivilegedContainer|AzureV\d+NoPrivilege)$/,
    { privileged: 'covers' },
  ],
  [
    /^K8s(?:PSPHostNamespace|AzureV\d+BlockHostNamespace)$/,
    { hostPID: 'covers', hostIPC: 'covers' },
  ],
  [
    /^K8s(?:PSPHostNetworkingPorts|AzureV\d+HostNetworkingPorts)$/,
    { hostNetwork: 'covers' },
  ],
  [/^Ratify/, { signatures: 'covers' }],
];

/** The parameters that exempt pods, by their images or for some containers. */
const EXEMPTING = ['exemptImages', 'excludedContainers', 'excludedImages'];

/** Where Gatekeeper may act: at admission, by its webhook or by a policy that it makes of the constraint. */
const AT_ADMISSION = new Set(['*', 'validation.gatekeeper.sh', 'vap.k8s.io']);

/** The constraints of Gatekeeper's over pods. */
export const gatekeeperConstraints = memoByList(
  (constraints: readonly KubernetesObject[]): readonly AdmissionPolicy[] =>
    constraints.flatMap(constraint =>
      readable('Gatekeeper', constraint, () => [read(constraint)]),
    ),
);

function read(constraint: KubernetesObject): AdmissionPolicy {
  const spec = objectOrEmpty(constraint, 'spec', '');
  return {
    engine: 'Gatekeeper',
    ref: refOf(constraint),
    checks: checksOf(
      constraint.kind,
      objectOrEmpty(spec, 'parameters', 'spec'),
    ),
    covers: refuses(spec)
      ? matchedBy(objectOrEmpty(spec, 'match', 'spec'), 'spec.match')
      : NOWHERE,
  };
}

function checksOf(kind: string, parameters: JsonObject): PodChecks {
  const checks = KINDS.find(([pattern]) => pattern.test(kind))?.[1] ?? {};
  if (checks.hostNetwork && allowsHostNetwork(parameters)) return {};
  const exempts = EXEMPTING.some(
    key => listAt(parameters, key, 'spec.parameters').length > 0,
  );
  return exempts
    ? Object.fromEntries(Object.keys(checks).map(check => [check, 'unsure']))
    : checks;
}

function allowsHostNetwork(parameters: JsonObject): boolean {
  return (
    parameters.hostNetwork === true || parameters.allowHostNetwork === true
  );
}

function refuses(spec: JsonObject): boolean {
  const action = stringAt(spec, 'enforcementAction', 'spec') || 'deny';
  if (action !== 'scoped') return action === 'deny';
  return objectsAt(spec, 'scopedEnforcementActions', 'spec').some(
    (scoped, index) => {
      const path = `spec.scopedEnforcementActions[${index}]`;
      return (
        stringAt(scoped, 'action', path) === 'deny' &&
        objectsAt(scoped, 'enforcementPoints', path).some(({ name }) =>
          AT_ADMISSION.has(String(name)),
        )
      );
    },
  );
}

function matchedBy(match: JsonObject, path: string): NamespaceTest {
  const always = weakest([
    kindsTakePods(match, path),
    stringAt(match, 'scope', path) === 'Cluster' ? 'no' : 'covers',
    narrowed(match, path),
  ]);
  const named = namesTest(stringsAt(match, 'namespaces', path));
  const excluded = stringsAt(match, 'excludedNamespaces', path);
  const left: NamespaceTest = excluded.length
    ? namespace => outside(namesTest(excluded)(namespace))
    : () => 'covers';
  const selected = namespaceSelectorAt(match, 'namespaceSelector', path);
  return namespace =>
    weakest([always, named(namespace), left(namespace), selected(namespace)]);
}

function narrowed(match: JsonObject, path: string): Coverage {
  const source = stringAt(match, 'source', path);
  return selectsSomeObjects(match, 'labelSelector', path) ||
    stringAt(match, 'name', path) ||
    (source !== undefined && source !== 'All' && source !== 'Original')
    ? 'unsure'
    : 'covers';
}

/** Without kinds everything is meant. */
function kindsTakePods(match: JsonObject, path: string): Coverage {
  const kinds = objectsAt(match, 'kinds', path);
  const takes = kinds.some((one, index) => {
    const place = `${path}.kinds[${index}]`;
    const groups = stringsAt(one, 'apiGroups', place);
    const names = stringsAt(one, 'kinds', place);
    return (
      (groups.length === 0 || groups.includes('') || groups.includes('*')) &&
      (names.length === 0 || names.includes('Pod') || names.includes('*'))
    );
  });
  return kinds.length === 0 || takes ? 'covers' : 'no';
}
