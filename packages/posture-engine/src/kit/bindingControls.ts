import { ControlContext } from '../model/control';
import { Judgement, Violation } from '../model/finding';
import { ObjectSubject } from '../model/judgedSubject';
import { KubernetesObject } from '../model/kubernetesObject';
import { PolicyRule } from '../model/policyRule';
import { objectAt, objectsAt, stringAt } from '../read/typedReads';
import {
  Binding,
  bindingOf,
  BindingSubject,
  rulesOfBinding,
  subjectsOfBinding,
} from '../relate/bindings';
import {
  BuiltIns,
  builtInsOf,
  isBeyond,
  ShippedPair,
} from '../relate/builtInBindings';
import {
  findClusterAdmin,
  foundInWords,
  FoundRight,
  gravestOf,
  RightFinder,
  severityIn,
} from '../relate/foundRights';
import { subjectInWords, whereInWords } from '../relate/rbacWords';
import { cappedViolations } from './cappedViolations';
import { fail, pass } from './judgements';

/** What the controls over bindings read beside the binding. */
export const BINDING_NEEDS = ['roles', 'clusterRoles', 'nodes'] as const;

/** What they read, in words. */
export const BINDING_READS =
  'The roles, and by binding who has them: the rules of a Role, or of a ClusterRole with all that it aggregates; a RoleBinding gives nothing on what has no namespace. `resources` are matched as the API server does it: `pods` is not `pods/exec`, and `pods/*` is nothing. `resourceNames` bounds get, update, patch, delete, list and watch, but no other verb. What the distribution of the cluster binds to its own subjects does not count (table of built-in bindings), as far as the role is what it ships: a subject or a right that was added does. Where nothing shows which distribution it is, in manifests or where nodes may not be read, those of all distributions are taken for its own. In a namespace a right is one step milder than in the whole cluster, but not in `kube-system`.';

/** What such a control is handed. */
export type BindingContext = ControlContext<(typeof BINDING_NEEDS)[number]>;

const NO_SUCH_RIGHT = 'none of these rights';
/** The control over bindings that give everything. */
const EVERYTHING = 'rbac-cluster-admin';

type BindingRule = (
  judged: ObjectSubject,
  context: BindingContext,
) => Judgement;

/** A binding that grants something. */
interface Granting {
  readonly binding: Binding;
  readonly subjects: readonly BindingSubject[];
  readonly rules: readonly PolicyRule[];
  readonly builtIns: BuiltIns;
}

/**
 * Judges bindings by rights that their roles give. What a distribution's own role gives to its own subject does not count,
 * as far as the role is what it ships. `insteadOf` says what to ask for in their place.
 * A right that comes with all others is a consequence of `rbac-cluster-admin`.
 */
export function judgeRights(
  finderFor: (context: BindingContext) => RightFinder,
  insteadOf?: (context: BindingContext) => string,
): BindingRule {
  return ({ object }, context) => {
    const granting = grantedBy(object, context);
    if (!granting) return pass();
    const find = finderFor(context);
    const found = find(granting.rules, granting.binding.namespace);
    if (found.length === 0) return pass();
    const all = find === findClusterAdmin ? [] : everythingIn(granting);
    return judgeFound(granting, found, subject => ({
      expected: insteadOf?.(context) ?? NO_SUCH_RIGHT,
      ...(heldBy(subject, all, granting).length
        ? { consequenceOf: EVERYTHING }
        : {}),
    }));
  };
}

/**
 * Judges bindings by whom they name, whatever they give: they fail where they give anything at all to such a subject
 * that no distribution does. In a namespace other than `kube-system` it is one step milder.
 */
export function judgeSubjects(
  isJudged: (subject: BindingSubject) => boolean,
): BindingRule {
  return ({ object }, context) => {
    const granting = grantedBy(object, context);
    const named = granting?.subjects.filter(isJudged) ?? [];
    if (!granting || named.length === 0) return pass();
    const { binding, rules, builtIns } = granting;
    const reached = named.filter(subject =>
      givesMore(rules, builtIns.pairOf(binding, subject)),
    );
    return reached.length
      ? fail(
          cappedViolations(
            reached.map(subject => bound(granting.binding, subject)),
          ),
          { severity: severityIn(binding.namespace, context.severity) },
        )
      : pass();
  };
}

/** Undefined where a binding names nobody, or its role grants nothing. Throws MalformedInput on values of the wrong type. */
function grantedBy(
  object: KubernetesObject,
  context: BindingContext,
): Granting | undefined {
  checkTypes(object);
  const binding = bindingOf(object);
  const subjects = subjectsOfBinding(object);
  if (!binding || subjects.length === 0) return undefined;
  const rules = rulesOfBinding(binding, context.inventory);
  return rules.length
    ? { binding, subjects, rules, builtIns: builtInsOf(context) }
    : undefined;
}

function checkTypes(object: KubernetesObject): void {
  const roleRef = objectAt(object, 'roleRef', '');
  if (roleRef) stringAt(roleRef, 'name', 'roleRef');
  objectsAt(object, 'subjects', '').forEach((subject, index) =>
    stringAt(subject, 'name', `subjects[${index}]`),
  );
}

/** The right to do everything, where the role gives it. */
function everythingIn({ rules, binding }: Granting): readonly FoundRight[] {
  return findClusterAdmin(rules, binding.namespace);
}

/** The rights that a subject has beyond what its distribution gives it. */
function heldBy(
  subject: BindingSubject,
  found: readonly FoundRight[],
  { binding, builtIns }: Granting,
): readonly FoundRight[] {
  const pair = builtIns.pairOf(binding, subject);
  return pair ? found.filter(({ right }) => isBeyond(right, pair)) : found;
}

function judgeFound(
  granting: Granting,
  found: readonly FoundRight[],
  restOf: (
    subject: BindingSubject,
  ) => Pick<Violation, 'expected' | 'consequenceOf'>,
): Judgement {
  const holders = granting.subjects.flatMap(subject => {
    const beyond = heldBy(subject, found, granting);
    return beyond.length ? [{ subject, beyond }] : [];
  });
  if (holders.length === 0) return pass();
  const violations = holders.map(({ subject, beyond }) => ({
    ...held(granting.binding, subject, beyond),
    ...restOf(subject),
  }));
  return fail(cappedViolations(violations), {
    severity: gravestOf(holders.flatMap(({ beyond }) => beyond)),
  });
}

function held(
  binding: Binding,
  subject: BindingSubject,
  found: readonly FoundRight[],
): Violation {
  const { text, values } = foundInWords(found);
  return {
    ...placeOf(subject),
    message: `${subjectInWords(subject)} has ${text} ${whereInWords(
      binding.namespace,
    )}, from ${roleInWords(binding)}`,
    actual: values,
  };
}

function bound(binding: Binding, subject: BindingSubject): Violation {
  return {
    ...placeOf(subject),
    message: `${subjectInWords(subject)} has ${roleInWords(
      binding,
    )} ${whereInWords(binding.namespace)}`,
    actual: `${binding.role.kind} ${binding.role.name}`,
    expected: 'no role',
  };
}

function placeOf({ index, key }: BindingSubject) {
  return { path: `subjects[${index}]`, field: `subjects[${key}]` };
}

function roleInWords({ role }: Binding): string {
  return `${role.kind} "${role.name}"`;
}

/** Whether rules give anything that their pair does not ship with. */
function givesMore(
  rules: readonly PolicyRule[],
  pair: ShippedPair | undefined,
): boolean {
  return rules.some(rule =>
    [...new Set(rule.verbs)].some(verb => ruleGivesMore(rule, verb, pair)),
  );
}

function ruleGivesMore(
  { apiGroups, resources, resourceNames, nonResourceURLs }: PolicyRule,
  verb: string,
  pair: ShippedPair | undefined,
): boolean {
  return (
    [...new Set(nonResourceURLs)].some(url => isBeyond({ verb, url }, pair)) ||
    [...new Set(apiGroups)].some(group =>
      [...new Set(resources)].some(resource =>
        isBeyond({ verb, group, resource }, pair, resourceNames),
      ),
    )
  );
}
