import { RIGHTS_OF_EVERY_ACCOUNT } from '../data/defaultRoles';
import { PolicyRule } from '../model/policyRule';
import { memoByObject } from './memo';
import { GrantedRight } from './serviceAccountRights';

/** True for a rule that every service account has anyway. The rules of groups come up for every account that is in them. */
export const isBasic = memoByObject((rule: PolicyRule): boolean =>
  rule.verbs.every(
    verb =>
      rule.nonResourceURLs.every(url => isBasicUrl(verb, url)) &&
      rule.resources.every(resource =>
        rule.apiGroups.every(group => isBasicResource(verb, group, resource)),
      ),
  ),
);

/** The rights that not every service account has anyway, whatever role grants them. */
export function rightsBeyondBasics(
  rights: readonly GrantedRight[],
): readonly GrantedRight[] {
  return rights.filter(({ rule }) => !isBasic(rule));
}

function isBasicUrl(verb: string, url: string): boolean {
  return RIGHTS_OF_EVERY_ACCOUNT.some(
    ({ verbs, nonResourceURLs }) =>
      verbs.includes(verb) &&
      nonResourceURLs.some(
        known =>
          known === url ||
          (known.endsWith('*') && url.startsWith(known.slice(0, -1))),
      ),
  );
}

function isBasicResource(
  verb: string,
  group: string,
  resource: string,
): boolean {
  return RIGHTS_OF_EVERY_ACCOUNT.some(
    ({ verbs, apiGroups, resources }) =>
      verbs.includes(verb) &&
      apiGroups.includes(group) &&
      resources.includes(resource),
  );
}

/** Rights in words, sorted, at most `limit` of them: `get, list pods in shop (Role reader)`. */
export function rightsInWords(
  rights: readonly GrantedRight[],
  limit: number,
): string {
  const all = [...new Set(rights.map(rightInWords))].sort();
  const more = all.length - limit;
  return more > 0
    ? `${all.slice(0, limit).join('; ')}; and ${more} more`
    : all.join('; ');
}

function rightInWords({ rule, namespace, role }: GrantedRight): string {
  const objects = [...rule.resources, ...rule.nonResourceURLs].sort();
  const where = namespace === undefined ? 'in the cluster' : `in ${namespace}`;
  return `${[...rule.verbs].sort().join(', ')} ${objects.join(
    ', ',
  )} ${where} (${role.kind} ${role.name})`;
}
