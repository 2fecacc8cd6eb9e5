import {
  isJsonObject,
  JsonObject,
  listAt,
  objectAt,
  objectsAt,
  stringAt,
  stringsAt,
} from '../../read/typedReads';
import {
  NODE_CHECKS,
  nodeChecks,
  PodCheck,
  PodChecks,
} from './admissionPolicy';
import { celChecksAt, namedChecks } from './celChecks';

/** Policies of Kyverno's own library, by the check that they make (kyverno/policies, folders pod-security and pod-security-cel). */
const OWN_POLICIES: ReadonlyMap<string, PodChecks> = new Map([
  ['disallow-privileged-containers', { privileged: 'covers' }],
  [
    'disallow-host-namespaces',
    { hostPID: 'covers', hostIPC: 'covers', hostNetwork: 'covers' },
  ],
]);

/** Controls of the Pod Security Standards, as an exclusion of Kyverno's names them. */
const EXCLUDED: ReadonlyMap<string, readonly PodCheck[]> = new Map([
  ['Privileged Containers', ['privileged']],
  ['Host Namespaces', ['hostPID', 'hostIPC', 'hostNetwork']],
]);

/** Deepest pattern that is walked. */
const DEEPEST = 32;
const ANCHORED = /^(X|=|\^|\+|<)?\((.+)\)$/;

/** The checks that a `validate` of Kyverno's makes: by the standard that it names, by the policy's name, or by what it says. */
export function kyvernoChecks(
  policyName: string,
  validate: JsonObject,
  path: string,
): PodChecks {
  const standard = objectAt(validate, 'podSecurity', path);
  if (standard) return standardChecks(standard, `${path}.podSecurity`);
  const own = OWN_POLICIES.get(policyName);
  if (own) return own;
  const cel = objectAt(validate, 'cel', path);
  if (cel) return celRuleChecks(cel, `${path}.cel`);
  const pattern = objectAt(validate, 'pattern', path);
  return pattern ? patternChecks(pattern) : wordChecks(validate);
}

function standardChecks(standard: JsonObject, path: string): PodChecks {
  const level = stringAt(standard, 'level', path);
  if (level !== 'baseline' && level !== 'restricted') return {};
  const checks: PodChecks = nodeChecks('covers');
  objectsAt(standard, 'exclude', path).forEach((exclusion, index) => {
    const place = `${path}.exclude[${index}]`;
    const name = stringAt(exclusion, 'controlName', place) ?? '';
    for (const check of EXCLUDED.get(name) ?? [])
      if (isWholeExclusion(exclusion, place)) delete checks[check];
      else if (checks[check]) checks[check] = 'unsure';
  });
  return checks;
}

/** For every image and every value. */
function isWholeExclusion(exclusion: JsonObject, path: string): boolean {
  const images = stringsAt(exclusion, 'images', path);
  return (
    (images.length === 0 || images.includes('*')) &&
    stringAt(exclusion, 'restrictedField', path) === undefined &&
    listAt(exclusion, 'values', path).length === 0
  );
}

/** The expressions stand in the rule's `cel`, under another name than those of other policies. */
function celRuleChecks(cel: JsonObject, path: string): PodChecks {
  return celChecksAt({ ...cel, validations: cel.expressions }, path);
}

interface Found {
  readonly names: Set<string>;
  isConditional: boolean;
}

/** A pattern refuses what it says to be false, or not to be there. */
function patternChecks(pattern: JsonObject): PodChecks {
  const found: Found = { names: new Set(), isConditional: false };
  walk(pattern, '', found, 0);
  const checks: PodChecks = {};
  for (const check of NODE_CHECKS) {
    const places =
      check === 'privileged'
        ? ['containers.privileged', 'initContainers.privileged']
        : [`.${check}`];
    const named = places.filter(place => found.names.has(place));
    if (named.length)
      checks[check] =
        named.length === places.length && !found.isConditional
          ? 'covers'
          : 'unsure';
  }
  return checks;
}

/** Notes the fields that have to be false, with the list of containers that they stand in. */
function walk(value: unknown, list: string, found: Found, depth: number): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    value.forEach(item => walk(item, list, found, depth + 1));
    return;
  }
  if (!isJsonObject(value)) return;
  for (const [written, item] of Object.entries(value)) {
    const [, anchor, name] = ANCHORED.exec(written) ?? [];
    const key = name ?? written;
    if (name !== undefined && (anchor === undefined || anchor === '<'))
      found.isConditional = true;
    if (anchor === 'X' || String(item) === 'false')
      found.names.add(`${list}.${key}`);
    walk(item, /[cC]ontainers$/.test(key) ? key : list, found, depth + 1);
  }
}

/** What other forms say is not read in full: a field that they name may be refused. */
function wordChecks(validate: JsonObject): PodChecks {
  const text = JSON.stringify({ ...validate, message: undefined });
  return Object.fromEntries(namedChecks(text).map(check => [check, 'unsure']));
}
