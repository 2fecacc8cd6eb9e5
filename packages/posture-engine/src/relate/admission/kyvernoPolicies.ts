import { KubernetesObject } from '../../model/kubernetesObject';
import {
  booleanAt,
  JsonObject,
  objectAt,
  objectOrEmpty,
  objectsAt,
  stringAt,
} from '../../read/typedReads';
import { memoByLists } from '../memo';
import { refOf } from '../networkPolicies/readPolicy';
import {
  AdmissionPolicy,
  EVERYWHERE,
  NamespaceTest,
  PERHAPS,
  readable,
} from './admissionPolicy';
import { weakest } from './coverage';
import { kyvernoActionAt } from './kyvernoActions';
import { kyvernoChecks } from './kyvernoChecks';
import { unlessExcepted } from './kyvernoExceptions';
import { kyvernoMatchAt } from './kyvernoFilters';
import { onlyIn } from './namespaceNames';
import { verificationsAt } from './kyvernoVerifications';

/** The rules over pods of ClusterPolicies and Policies of Kyverno's, each of them once for what it validates and what it verifies. */
export const kyvernoPolicies = memoByLists(
  (
    clusterPolicies: readonly KubernetesObject[],
    policies: readonly KubernetesObject[],
    exceptions: readonly KubernetesObject[],
  ): readonly AdmissionPolicy[] =>
    [...clusterPolicies, ...policies].flatMap(policy =>
      readable('Kyverno', policy, () => read(policy, exceptions)),
    ),
);

function read(
  policy: KubernetesObject,
  exceptions: readonly KubernetesObject[],
): readonly AdmissionPolicy[] {
  const spec = objectOrEmpty(policy, 'spec', '');
  if (booleanAt(spec, 'admission', 'spec') === false) return [];
  const { name } = policy.metadata;
  const namespace =
    policy.kind === 'Policy'
      ? policy.metadata.namespace ?? 'default'
      : undefined;
  return objectsAt(spec, 'rules', 'spec').flatMap((rule, index) => {
    const path = `spec.rules[${index}]`;
    const tests = [
      namespace === undefined ? EVERYWHERE : onlyIn(namespace),
      kyvernoMatchAt(rule, path),
      asksFirst(rule, path) || (index > 0 && appliesOne(spec))
        ? PERHAPS
        : EVERYWHERE,
      unlessExcepted(
        namespace === undefined ? name : `${namespace}/${name}`,
        stringAt(rule, 'name', path) ?? '',
        exceptions,
      ),
    ];
    return rulesOf({ policy, spec, rule, path, tests });
  });
}

interface Rule {
  readonly policy: KubernetesObject;
  readonly spec: JsonObject;
  readonly rule: JsonObject;
  readonly path: string;
  readonly tests: readonly NamespaceTest[];
}

function rulesOf({
  policy,
  spec,
  rule,
  path,
  tests,
}: Rule): readonly AdmissionPolicy[] {
  const ref = refOf(policy);
  const covering = (enforced: NamespaceTest): NamespaceTest => {
    const all = [...tests, enforced];
    return namespace => weakest(all.map(test => test(namespace)));
  };
  const validate = objectAt(rule, 'validate', path);
  const place = `${path}.validate`;
  return [
    ...(validate
      ? [
          {
            engine: 'Kyverno' as const,
            ref,
            checks: kyvernoChecks(policy.metadata.name, validate, place),
            covers: covering(kyvernoActionAt(spec, validate, place)),
          },
        ]
      : []),
    ...verificationsAt(spec, rule, path).map(({ enforced, ...rest }) => ({
      engine: 'Kyverno' as const,
      ref,
      ...rest,
      covers: covering(enforced),
    })),
  ];
}

/** With `applyRules: One` a rule is passed over where one before it matched. */
function appliesOne(spec: JsonObject): boolean {
  return stringAt(spec, 'applyRules', 'spec') === 'One';
}

/** Whether a rule has conditions beside its match, but for the usual one that deletions do not matter. */
function asksFirst(rule: JsonObject, path: string): boolean {
  const preconditions = rule.preconditions ?? undefined;
  return (
    objectsAt(rule, 'celPreconditions', path).length > 0 ||
    (preconditions !== undefined && !isAboutDeletion(preconditions))
  );
}

function isAboutDeletion(preconditions: unknown): boolean {
  const blocks = Array.isArray(preconditions)
    ? [preconditions]
    : Object.values(preconditions as JsonObject);
  const conditions = blocks.flat() as readonly (JsonObject | null)[];
  return conditions.every(
    condition =>
      /^\{\{\s*request\.operation\b.*\}\}$/.test(
        String(condition?.key ?? ''),
      ) &&
      condition?.operator === 'NotEquals' &&
      condition.value === 'DELETE',
  );
}
