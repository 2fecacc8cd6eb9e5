import { SensitiveRights } from '../data/sensitiveRights';
import { PolicyRule } from '../model/policyRule';
import { graverSeverity, milderSeverity, Severity } from '../model/severity';
import { grants, grantsResource, Right } from './grants';
import { memoByList } from './memo';
import { rightsAsValues, rightsInText } from './rbacWords';
import { isClusterScoped } from './usableRule';

/** A right that a role grants and a control asks about. */
export interface FoundRight {
  readonly right: Right;
  /** Of having it in the namespace that was asked about. */
  readonly severity: Severity;
}

/** Finds rights among the usable rules of a role, held in a namespace or, where it is undefined, in the whole cluster. */
export type RightFinder = (
  rules: readonly PolicyRule[],
  namespace: string | undefined,
) => readonly FoundRight[];

/** The namespace in which rights weigh as much as in the whole cluster. */
const KUBE_SYSTEM = 'kube-system';
/** Stands for all others: no namespace has such a name. */
const ANY_OTHER = '*';

/** How grave it is to have a right of this severity in a namespace only: one step milder, but for `kube-system`. */
export function severityIn(
  namespace: string | undefined,
  severity: Severity,
  inNamespace: Severity = milderSeverity(severity),
): Severity {
  return namespace === undefined || namespace === KUBE_SYSTEM
    ? severity
    : inNamespace;
}

/** The gravest severity of rights. */
export function gravestOf(found: readonly FoundRight[]): Severity {
  return found.reduce<Severity>(
    (gravest, { severity }) => graverSeverity(gravest, severity),
    'info',
  );
}

/** A finder of sensitive rights. */
export function findSensitive(
  sensitive: readonly SensitiveRights[],
): RightFinder {
  return remembering((rules, namespace) =>
    sensitive.flatMap(asked => foundOf(asked, rules, namespace)),
  );
}

/** A finder of what any of these finders finds. */
export function findAny(finders: readonly RightFinder[]): RightFinder {
  return remembering((rules, namespace) =>
    finders.flatMap(find => find(rules, namespace)),
  );
}

/** A role is bound in thousands of namespaces: what it gives is the same in all of them but `kube-system`. */
function remembering(find: RightFinder): RightFinder {
  const inCluster = memoByList((rules: readonly PolicyRule[]) =>
    find(rules, undefined),
  );
  const inKubeSystem = memoByList((rules: readonly PolicyRule[]) =>
    find(rules, KUBE_SYSTEM),
  );
  const elsewhere = memoByList((rules: readonly PolicyRule[]) =>
    find(rules, ANY_OTHER),
  );
  return (rules, namespace) => {
    if (namespace === undefined) return inCluster(rules);
    return namespace === KUBE_SYSTEM ? inKubeSystem(rules) : elsewhere(rules);
  };
}

/** Found rights as findings show them. */
export interface RightsInWords {
  readonly text: string;
  readonly values: readonly string[];
}

/** Found rights in words. */
export const foundInWords = memoByList(
  (found: readonly FoundRight[]): RightsInWords => {
    const rights = found.map(({ right }) => right);
    return { text: rightsInText(rights), values: rightsAsValues(rights) };
  },
);

function foundOf(
  asked: SensitiveRights,
  rules: readonly PolicyRule[],
  namespace: string | undefined,
): readonly FoundRight[] {
  const { group, onlyIn, names = [] } = asked;
  if (namespace !== undefined && onlyIn && namespace !== onlyIn) return [];
  const severity = severityIn(namespace, asked.severity, asked.inNamespace);
  return resourcesOf(asked, rules, namespace).flatMap(resource =>
    verbsOf(asked, resource, rules)
      .map(verb => ({ verb, group, resource }))
      .filter(right => rules.some(rule => grantsAny(rule, right, names)))
      .map(right => ({ right, severity })),
  );
}

/** Grants it on objects of every name, or on one of these names. */
function grantsAny(
  rule: PolicyRule,
  right: Right,
  names: readonly string[],
): boolean {
  return (
    grants(rule, right) ||
    (names.some(name => rule.resourceNames.includes(name)) &&
      grants({ ...rule, resourceNames: [] }, right))
  );
}

function resourcesOf(
  { group, resources, withParts }: SensitiveRights,
  rules: readonly PolicyRule[],
  namespace: string | undefined,
): readonly string[] {
  const parts = withParts
    ? rules
        .flatMap(rule => rule.resources)
        .filter(resource =>
          resources.some(whole => resource.startsWith(`${whole}/`)),
        )
    : [];
  return [...new Set([...resources, ...parts])].filter(
    resource => namespace === undefined || !isClusterScoped(resource, [group]),
  );
}

/** The verbs asked for; where any counts, those that rules give on the resource. */
function verbsOf(
  { group, verbs }: SensitiveRights,
  resource: string,
  rules: readonly PolicyRule[],
): readonly string[] {
  if (verbs) return verbs;
  const given = rules
    .filter(
      rule =>
        grantsResource(rule.resources, resource) &&
        (rule.apiGroups.includes(group) || rule.apiGroups.includes('*')),
    )
    .flatMap(rule => rule.verbs);
  return [...new Set(given)];
}

/** Finds what rules grant by `*`: every verb, every resource or every URL. */
export const findWildcards = remembering((rules, namespace) => {
  const severity = severityIn(namespace, 'high');
  return rules.flatMap(wildcardsOf).map(right => ({ right, severity }));
});

function wildcardsOf({
  verbs,
  apiGroups,
  resources,
  nonResourceURLs,
}: PolicyRule): readonly Right[] {
  const anyVerb = verbs.includes('*');
  const wideVerbs = anyVerb ? ['*'] : verbs;
  const wideResources = resources.includes('*') ? ['*'] : resources;
  const isWide = (wide: boolean) => anyVerb || wide;
  return [
    ...(isWide(resources.includes('*'))
      ? wideVerbs.flatMap(verb =>
          apiGroups.flatMap(group =>
            wideResources.map(resource => ({ verb, group, resource })),
          ),
        )
      : []),
    ...nonResourceURLs
      .filter(url => isWide(url === '*' || url === '/*'))
      .flatMap(url => wideVerbs.map(verb => ({ verb, url }))),
  ];
}

/** Finds the right to do everything with every resource, given by one rule. */
export const findClusterAdmin = remembering((rules, namespace) => {
  const right = { verb: '*', group: '*', resource: '*' };
  return rules.some(
    rule => rule.resourceNames.length === 0 && grants(rule, right),
  )
    ? [{ right, severity: severityIn(namespace, 'critical') }]
    : [];
});
