import { MalformedInput } from '../../read/malformedInput';
import {
  JsonObject,
  objectsAt,
  stringAt,
  stringsAt,
} from '../../read/typedReads';

const LEVELS = ['None', 'Metadata', 'Request', 'RequestResponse'] as const;
type AuditLevel = (typeof LEVELS)[number];

/** One rule of an audit policy. */
interface AuditRule {
  readonly index: number;
  readonly level: AuditLevel;
  readonly resources: readonly {
    readonly group: string;
    readonly resources: readonly string[];
    readonly isNamed: boolean;
  }[];
  readonly verbs: readonly string[];
  /** True where it is about named users or groups only. */
  readonly isForSome: boolean;
  /** True where it is about some namespaces only. */
  readonly isForNamespaces: boolean;
  /** True where it is about paths, and no resources. */
  readonly isForPaths: boolean;
}

/** A resource that an audit policy does not log as it should. */
export interface AuditGap {
  readonly resource: string;
  /** Index of the rule; undefined where none matches. */
  readonly rule?: number;
  readonly level?: AuditLevel;
  readonly problem: string;
}

interface AskedResource {
  readonly group: string;
  readonly resource: string;
  /** True where the body of a request must not be logged, for it holds Secrets. */
  readonly holdsSecrets?: boolean;
  /** True where rules may leave out those who only read. */
  readonly mayOmitReading?: boolean;
}

const ASKED: readonly AskedResource[] = [
  { group: '', resource: 'secrets', holdsSecrets: true },
  { group: '', resource: 'configmaps', holdsSecrets: true },
  {
    group: 'authentication.k8s.io',
    resource: 'tokenreviews',
    holdsSecrets: true,
  },
  { group: '', resource: 'pods', mayOmitReading: true },
  { group: 'apps', resource: 'deployments', mayOmitReading: true },
  { group: '', resource: 'pods/exec' },
  { group: '', resource: 'pods/portforward' },
  { group: '', resource: 'pods/proxy' },
];

const READING = new Set(['get', 'list', 'watch']);

/** What an audit policy (`audit.k8s.io`) leaves out, or logs too much of. Throws MalformedInput where it is no policy. */
export function auditPolicyGaps(policy: JsonObject): readonly AuditGap[] {
  if (policy.kind !== 'Policy' || !Array.isArray(policy.rules))
    throw new MalformedInput(
      'rules',
      'the rules of a Policy',
      'another document',
    );
  const rules = objectsAt(policy, 'rules', '').map(ruleOf);
  return ASKED.flatMap(asked => gapOf(asked, rules) ?? []);
}

function ruleOf(rule: JsonObject, index: number): AuditRule {
  const path = `rules[${index}]`;
  const level = LEVELS.find(one => one === rule.level);
  if (!level)
    throw new MalformedInput(
      `${path}.level`,
      LEVELS.join(', '),
      'another value',
    );
  const some = ['users', 'userGroups'].flatMap(key =>
    stringsAt(rule, key, path),
  );
  return {
    index,
    level,
    resources: objectsAt(rule, 'resources', path).map(group => ({
      group: stringAt(group, 'group', path) ?? '',
      resources: stringsAt(group, 'resources', path),
      isNamed: stringsAt(group, 'resourceNames', path).length > 0,
    })),
    verbs: stringsAt(rule, 'verbs', path),
    isForSome: some.length > 0,
    isForNamespaces: stringsAt(rule, 'namespaces', path).length > 0,
    isForPaths: stringsAt(rule, 'nonResourceURLs', path).length > 0,
  };
}

/** The first rule that is not passed over and is wrong; or that none covers the resource for everyone. */
function gapOf(
  asked: AskedResource,
  rules: readonly AuditRule[],
): AuditGap | undefined {
  const { resource } = asked;
  for (const rule of rules) {
    const match = matchOf(rule, asked);
    if (!match) continue;
    const problem = problemOf(rule, asked);
    if (problem)
      return { resource, rule: rule.index, level: rule.level, problem };
    if (match === 'whole') return undefined;
  }
  return { resource, problem: 'is logged by no rule' };
}

/** Whether a rule decides about every request for a resource, or some. */
function matchOf(
  rule: AuditRule,
  asked: AskedResource,
): 'whole' | 'part' | undefined {
  if (rule.isForPaths) return undefined;
  const entries = rule.resources.filter(entry => names(entry, asked));
  if (rule.resources.length > 0 && entries.length === 0) return undefined;
  const isWhole =
    !rule.isForSome &&
    !rule.isForNamespaces &&
    rule.verbs.length === 0 &&
    (rule.resources.length === 0 || entries.some(({ isNamed }) => !isNamed));
  return isWhole ? 'whole' : 'part';
}

/** An entry without resources is about its whole group; `*` is every resource and subresource, `pods/*` every subresource of pods. */
function names(
  entry: AuditRule['resources'][number],
  { group, resource }: AskedResource,
): boolean {
  if (entry.group !== group) return false;
  if (entry.resources.length === 0) return true;
  const [base, subresource] = resource.split('/');
  const patterns = subresource
    ? ['*', resource, `${base}/*`, `*/${subresource}`]
    : ['*', base];
  return entry.resources.some(one => patterns.includes(one));
}

function problemOf(
  rule: AuditRule,
  { holdsSecrets, mayOmitReading }: AskedResource,
): string | undefined {
  if (rule.level === 'None')
    return mayBeOmitted(rule, mayOmitReading === true)
      ? undefined
      : 'is not logged';
  return holdsSecrets && rule.level !== 'Metadata'
    ? 'is logged with what it holds'
    : undefined;
}

function mayBeOmitted(rule: AuditRule, mayOmitReading: boolean): boolean {
  const onlyReads =
    rule.verbs.length > 0 && rule.verbs.every(verb => READING.has(verb));
  return rule.isForSome || (mayOmitReading && onlyReads);
}
