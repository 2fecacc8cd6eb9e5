import { KubernetesObject } from '../../model/kubernetesObject';
import { unlessMalformed } from '../../kit/unlessMalformed';
import {
  objectOrEmpty,
  objectsAt,
  stringAt,
  stringsAt,
} from '../../read/typedReads';
import { matchesWildcards } from '../../read/wildcards';
import { memoByList } from '../memo';
import { NamespaceTest, EVERYWHERE, PERHAPS } from './admissionPolicy';
import { kyvernoFilterAt } from './kyvernoFilters';
import { addTo } from '../addTo';

interface Exception {
  /** Name of the policy; of one in a namespace with the namespace before it. */
  readonly policy: string;
  readonly rules: readonly string[];
  readonly takes: NamespaceTest;
}

/** All exceptions of a policy. One that cannot be read is one of every policy. */
const exceptionsByPolicy = memoByList(
  (exceptions: readonly KubernetesObject[]) => {
    const index = new Map<string, Exception[]>();
    for (const exception of exceptions.flatMap(readable)) {
      addTo(index, exception.policy, exception);
    }
    return index;
  },
);

/** Where a rule holds for all pods, as no exception takes some of them out. */
export function unlessExcepted(
  policy: string,
  rule: string,
  exceptions: readonly KubernetesObject[],
): NamespaceTest {
  const index = exceptionsByPolicy(exceptions);
  const about = [
    ...(index.get(policy) ?? []),
    ...(index.get('*') ?? []),
  ].filter(({ rules }) =>
    rules.some(pattern => matchesWildcards(pattern, rule)),
  );
  if (about.length === 0) return EVERYWHERE;
  return namespace =>
    about.some(({ takes }) => takes(namespace) !== 'no') ? 'unsure' : 'covers';
}

function readable(exception: KubernetesObject): readonly Exception[] {
  return (
    unlessMalformed(() => read(exception)) ?? [
      { policy: '*', rules: ['*'], takes: PERHAPS },
    ]
  );
}

function read(exception: KubernetesObject): readonly Exception[] {
  const spec = objectOrEmpty(exception, 'spec', '');
  const takes = kyvernoFilterAt(spec, 'match', 'spec') ?? PERHAPS;
  return [
    ...objectsAt(spec, 'exceptions', 'spec').map((one, index) => ({
      policy: stringAt(one, 'policyName', `spec.exceptions[${index}]`) ?? '*',
      rules: stringsAt(one, 'ruleNames', `spec.exceptions[${index}]`),
      takes,
    })),
    ...objectsAt(spec, 'policyRefs', 'spec').map((one, index) => ({
      policy: stringAt(one, 'name', `spec.policyRefs[${index}]`) ?? '*',
      rules: ['*'],
      takes: PERHAPS,
    })),
  ];
}
