import { MalformedInput } from '../../read/malformedInput';
import { CalicoExpression, parseCalicoExpression } from './calicoExpression';
import { NamespaceFacts, PodFacts } from './podFacts';
import { EVERY_POD, PodMatcher } from './podMatcher';

/** What a label is, by its key; UNKNOWN where that is not known yet. */
type Labels = (key: string) => string | undefined | typeof UNKNOWN;

const UNKNOWN = Symbol('unknown');
const NAMESPACE = 'projectcalico.org/namespace';
const ORCHESTRATOR = 'projectcalico.org/orchestrator';
const SERVICE_ACCOUNT = 'projectcalico.org/serviceaccount';
const NAME = 'projectcalico.org/name';
/** Labels that Calico itself gives to pods. */
const ADDED = [NAMESPACE, ORCHESTRATOR, SERVICE_ACCOUNT];

/** A selector of Calico's, with its text as it was written. */
export interface CalicoSelector {
  readonly text: string;
  readonly expression: CalicoExpression;
}

/** Reads a selector. Throws MalformedInput where it cannot be read, never quoting it. */
export function readCalicoSelector(
  text: string | undefined,
  path: string,
): CalicoSelector {
  const expression = parseCalicoExpression(text ?? '');
  if (!expression)
    throw new MalformedInput(path, 'a selector of Calico', 'another string');
  return { text: text ?? '', expression };
}

/** The pods of a namespace that a selector selects; undefined for none. */
export function calicoPodsIn(
  { text, expression }: CalicoSelector,
  namespace: NamespaceFacts,
): PodMatcher | undefined {
  const selected = holds(expression, key =>
    key === SERVICE_ACCOUNT || !ADDED.includes(key)
      ? UNKNOWN
      : addedByNamespace(key, namespace),
  );
  if (selected === false) return undefined;
  if (selected) return EVERY_POD;
  return {
    key: text,
    everyPod: false,
    termSets: termSetsOf(expression),
    matches: pod => holds(expression, key => podLabel(key, pod)) === true,
  };
}

/** Whether a namespace meets a `namespaceSelector`; undefined where it depends on a label that is not known. */
export function calicoSelectsNamespace(
  { expression }: CalicoSelector,
  { name, labels, complete }: NamespaceFacts,
): boolean | undefined {
  return holds(expression, key => {
    if (key === NAME) return name;
    return own(labels, key) ?? (complete ? undefined : UNKNOWN);
  });
}

/** Whether the service account of a pod meets a `serviceAccountSelector`. */
export function calicoSelectsAccount(
  { expression }: CalicoSelector,
  { serviceAccount, accountLabels }: PodFacts,
): boolean {
  return (
    holds(expression, key =>
      key === NAME ? serviceAccount : own(accountLabels(), key),
    ) === true
  );
}

function podLabel(key: string, pod: PodFacts): string | undefined {
  if (key === SERVICE_ACCOUNT) return pod.serviceAccount;
  return ADDED.includes(key)
    ? addedByNamespace(key, pod.namespace)
    : own(pod.labels, key);
}

function addedByNamespace(key: string, { name }: NamespaceFacts): string {
  return key === NAMESPACE ? name : 'k8s';
}

function own(
  labels: Readonly<Record<string, string>>,
  key: string,
): string | undefined {
  return Object.prototype.hasOwnProperty.call(labels, key)
    ? labels[key]
    : undefined;
}

/** Undefined where it depends on a label that is not known. */
function holds(
  expression: CalicoExpression,
  labels: Labels,
): boolean | undefined {
  switch (expression.op) {
    case 'all':
      return true;
    case 'test': {
      const value = labels(expression.key);
      return value === UNKNOWN ? undefined : expression.holds(value);
    }
    case 'not': {
      const inner = holds(expression.part, labels);
      return inner === undefined ? undefined : !inner;
    }
    default:
      return joined(expression.parts, labels, expression.op === 'or');
  }
}

/** One part that is `decisive` decides; else one that is not known leaves it open. */
function joined(
  parts: readonly CalicoExpression[],
  labels: Labels,
  decisive: boolean,
): boolean | undefined {
  let result: boolean | undefined = !decisive;
  for (const part of parts) {
    const one = holds(part, labels);
    if (one === decisive) return decisive;
    if (one === undefined) result = undefined;
  }
  return result;
}

/** Sets of labels of which every selected pod bears at least one. */
function termSetsOf(
  expression: CalicoExpression,
): readonly (readonly string[])[] {
  if (expression.op === 'and') return expression.parts.flatMap(termSetsOf);
  if (expression.op === 'or') return eitherOf(expression.parts);
  if (expression.op !== 'test') return [];
  const { key, values } = expression;
  if (!values || ADDED.includes(key)) return [];
  return [values.length ? values.map(value => `${key}=${value}`) : [key]];
}

/** One of each part's sets, together, where every part has one. */
function eitherOf(
  parts: readonly CalicoExpression[],
): readonly (readonly string[])[] {
  const sets = parts.map(part => termSetsOf(part)[0]);
  return sets.every(Boolean) ? [sets.flat()] : [];
}
