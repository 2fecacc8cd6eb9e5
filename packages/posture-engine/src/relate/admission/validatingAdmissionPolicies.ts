import { KubernetesObject } from '../../model/kubernetesObject';
import {
  isJsonObject,
  objectAt,
  objectOrEmpty,
  objectsAt,
  stringsAt,
} from '../../read/typedReads';
import { memoByLists } from '../memo';
import { refOf } from '../networkPolicies/readPolicy';
import {
  AdmissionPolicy,
  NamespaceTest,
  NOWHERE,
  readable,
} from './admissionPolicy';
import { celChecksAt } from './celChecks';
import { strongest, weakest } from './coverage';
import { matchTest } from './resourceRules';
import { addTo } from '../addTo';

/**
 * The ValidatingAdmissionPolicies over pods. One refuses only what a binding with the action `Deny` takes in as well;
 * parameters and match conditions make it unsure.
 */
export const validatingAdmissionPolicies = memoByLists(
  (
    policies: readonly KubernetesObject[],
    bindings: readonly KubernetesObject[],
  ): readonly AdmissionPolicy[] => {
    const byPolicy = bindingsByPolicy(bindings);
    return policies.flatMap(policy =>
      readable('ValidatingAdmissionPolicy', policy, () =>
        read(policy, byPolicy.get(policy.metadata.name) ?? []),
      ),
    );
  },
);

function read(
  policy: KubernetesObject,
  bindings: readonly KubernetesObject[],
): readonly AdmissionPolicy[] {
  const spec = objectOrEmpty(policy, 'spec', '');
  const matched = matchTest(
    objectOrEmpty(spec, 'matchConstraints', 'spec'),
    'spec.matchConstraints',
    'no',
  );
  const isConditional =
    objectsAt(spec, 'matchConditions', 'spec').length > 0 ||
    objectAt(spec, 'paramKind', 'spec') !== undefined;
  const bound = bindings.map(denies);
  return [
    {
      engine: 'ValidatingAdmissionPolicy',
      ref: refOf(policy),
      checks: celChecksAt(spec, 'spec'),
      covers: namespace =>
        weakest([
          matched(namespace),
          isConditional ? 'unsure' : 'covers',
          strongest(bound.map(test => test(namespace))),
        ]),
    },
  ];
}

function denies(binding: KubernetesObject): NamespaceTest {
  const spec = objectOrEmpty(binding, 'spec', '');
  if (!stringsAt(spec, 'validationActions', 'spec').includes('Deny'))
    return NOWHERE;
  const matched = matchTest(
    objectOrEmpty(spec, 'matchResources', 'spec'),
    'spec.matchResources',
    'covers',
  );
  const certainty = objectAt(spec, 'paramRef', 'spec') ? 'unsure' : 'covers';
  return namespace => weakest([matched(namespace), certainty]);
}

/** By name of the policy that they bind; what names none binds nothing. */
function bindingsByPolicy(
  bindings: readonly KubernetesObject[],
): ReadonlyMap<string, readonly KubernetesObject[]> {
  const index = new Map<string, KubernetesObject[]>();
  for (const binding of bindings) {
    const name = isJsonObject(binding.spec)
      ? binding.spec.policyName
      : undefined;
    if (typeof name !== 'string') continue;
    addTo(index, name, binding);
  }
  return index;
}
