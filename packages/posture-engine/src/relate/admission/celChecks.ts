import { JsonObject, objectsAt, stringAt } from '../../read/typedReads';
import { NODE_CHECKS, PodCheck, PodChecks } from './admissionPolicy';

/** Longest text of an expression, variables filled in, that is looked at. */
const LONGEST = 100_000;
const VARIABLE = /\bvariables\.(\w+)/g;
/** What lets some pods pass whatever they ask for, or depends on more than the pod. */
const EXEMPTING =
  /\b(?:request|namespaceObject|params|oldObject|authorizer|metadata|image|images)\b/;

const NAMED: Readonly<Record<(typeof NODE_CHECKS)[number], RegExp>> = {
  privileged: /\bprivileged\b/,
  hostPID: /\bhostPID\b/,
  hostIPC: /\bhostIPC\b/,
  hostNetwork: /\bhostNetwork\b/,
};

/**
 * The checks that CEL expressions of a policy (`validations`, with its `variables`) make, by the fields of a pod that they name.
 * One that also names what may exempt pods, or that looks at some lists of containers only, is unsure.
 */
export function celChecksAt(spec: JsonObject, path: string): PodChecks {
  const variables = variablesAt(spec, path);
  const checks: PodChecks = {};
  for (const text of expressionsAt(spec, 'validations', path)) {
    const whole = filledIn(text, variables);
    for (const check of namedChecks(whole)) strengthen(checks, check, whole);
  }
  return checks;
}

/** The checks whose fields a text names. */
export function namedChecks(text: string): readonly PodCheck[] {
  return NODE_CHECKS.filter(check => NAMED[check].test(text));
}

/** The texts of a list of expressions. */
export function expressionsAt(
  spec: JsonObject,
  key: string,
  path: string,
): readonly string[] {
  return objectsAt(spec, key, path).map(
    (item, index) =>
      stringAt(item, 'expression', `${path}.${key}[${index}]`) ?? '',
  );
}

function strengthen(checks: PodChecks, check: PodCheck, text: string): void {
  if (checks[check] !== 'covers') checks[check] = certaintyOf(check, text);
}

function certaintyOf(check: PodCheck, text: string): 'covers' | 'unsure' {
  const looksEverywhere =
    check !== 'privileged' ||
    (/\bcontainers\b/.test(text) && /\binitContainers\b/.test(text));
  return looksEverywhere && !EXEMPTING.test(text) ? 'covers' : 'unsure';
}

function variablesAt(
  spec: JsonObject,
  path: string,
): ReadonlyMap<string, string> {
  return new Map(
    objectsAt(spec, 'variables', path).map((variable, index) => [
      stringAt(variable, 'name', `${path}.variables[${index}]`) ?? '',
      stringAt(variable, 'expression', `${path}.variables[${index}]`) ?? '',
    ]),
  );
}

/** The text with that of every variable that it uses, each once. */
function filledIn(
  text: string,
  variables: ReadonlyMap<string, string>,
): string {
  const used = new Set<string>();
  const parts = [text];
  let length = text.length;
  for (const part of parts)
    for (const [, name] of part.matchAll(VARIABLE)) {
      const expression = variables.get(name);
      if (expression === undefined || used.has(name)) continue;
      used.add(name);
      length += expression.length;
      if (length <= LONGEST) parts.push(expression);
    }
  return parts.join('\n').slice(0, LONGEST);
}
