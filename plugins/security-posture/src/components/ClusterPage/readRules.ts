import type {
  PreflightItem,
  ReadRule,
} from 'backstage-plugin-security-posture-common';

/** The subject of a binding as the documentation writes it, for no API tells who the reader is. */
export const READER = 'system:serviceaccount:NAMESPACE:NAME';

/** Rules that a role is missing, as the YAML that goes under its `rules:`. */
export function rulesYaml(rules: readonly ReadRule[]): string {
  return merged(rules).map(ruleYaml).join('\n');
}

/** Commands that say whether the reader has these rights. */
export function checkCommands(rules: readonly ReadRule[]): string {
  return rules.flatMap(commandsOf).join('\n');
}

/** The rules of what may not be read: of a ClusterRole, or of the Role in one namespace. */
export function missingRules(
  items: readonly PreflightItem[],
  namespace?: string,
): ReadRule[] {
  return items.flatMap(({ rule }) =>
    rule && rule.namespace === namespace ? rule : [],
  );
}

/** Rules over one group with the same verbs are one rule. */
function merged(rules: readonly ReadRule[]): ReadRule[] {
  const byKey = new Map<string, ReadRule>();
  for (const rule of rules) {
    const { apiGroups, nonResourceURLs, resourceNames, verbs } = rule;
    const key = JSON.stringify([
      apiGroups,
      Boolean(nonResourceURLs),
      resourceNames,
      verbs,
    ]);
    const known = byKey.get(key);
    byKey.set(key, known ? joined(known, rule) : rule);
  }
  return [...byKey.values()];
}

function joined(left: ReadRule, right: ReadRule): ReadRule {
  return left.nonResourceURLs
    ? {
        ...left,
        nonResourceURLs: unique(left.nonResourceURLs, right.nonResourceURLs),
      }
    : { ...left, resources: unique(left.resources, right.resources) };
}

function unique(left: string[] = [], right: string[] = []): string[] {
  return [...new Set([...left, ...right])];
}

function ruleYaml(rule: ReadRule): string {
  const fields = (
    [
      'nonResourceURLs',
      'apiGroups',
      'resources',
      'resourceNames',
      'verbs',
    ] as const
  ).flatMap(name => {
    const values = rule[name];
    return values ? `${name}: [${values.map(yamlText).join(', ')}]` : [];
  });
  return fields
    .map((field, index) => `${index === 0 ? '-' : ' '} ${field}`)
    .join('\n');
}

function yamlText(text: string): string {
  return text === '' || text === '*' ? `'${text}'` : text;
}

function commandsOf(rule: ReadRule): string[] {
  const { nonResourceURLs, apiGroups = [], resources = [], verbs } = rule;
  const place = rule.namespace ? ` -n ${rule.namespace}` : '';
  const things =
    nonResourceURLs ??
    resources.map(resource =>
      apiGroups[0] ? `${resource}.${apiGroups[0]}` : resource,
    );
  return verbs.flatMap(verb =>
    things.map(
      thing => `kubectl auth can-i ${verb} ${thing}${place} --as ${READER}`,
    ),
  );
}
