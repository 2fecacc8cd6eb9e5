import { LabelRequirement, LabelSelector } from '../labelSelector';
import { PodFacts } from './podFacts';

/** Tells the pods of one namespace that a policy selects. */
export interface PodMatcher {
  /** Matchers with the same key select the same pods. */
  readonly key: string;
  /** True where it selects every pod of the namespace, whatever its labels. */
  readonly everyPod: boolean;
  /** Sets of labels, as `key=value` or `key`: every selected pod bears at least one of each set. */
  readonly termSets: readonly (readonly string[])[];
  matches(pod: PodFacts): boolean;
}

/** Tells pods by nothing but their labels. */
export interface LabelMatcher extends PodMatcher {
  matches(pod: Pick<PodFacts, 'labels'>): boolean;
}

/** Selects every pod of a namespace. */
export const EVERY_POD: LabelMatcher = {
  key: '',
  everyPod: true,
  termSets: [],
  matches: () => true,
};

/** Values by label key; undefined for any value. */
type Values = Map<string, ReadonlySet<string> | undefined>;

/**
 * The pods that a selector of labels selects. It is prepared once, so that asking takes as long as the pod has labels,
 * however many terms the selector has.
 */
export function matcherOf({ requirements }: LabelSelector): LabelMatcher {
  if (requirements.length === 0) return EVERY_POD;
  const wanted: Values = new Map();
  const refused: Values = new Map();
  for (const requirement of requirements)
    if (isWanted(requirement)) narrow(wanted, requirement);
    else widen(refused, requirement);
  return {
    key: keyOf(requirements),
    everyPod: false,
    termSets: termSetsOf(wanted),
    matches: ({ labels }) => isSelected(labels, wanted, refused),
  };
}

function isSelected(
  labels: Readonly<Record<string, string>>,
  wanted: Values,
  refused: Values,
): boolean {
  const keys = Object.keys(labels);
  if (wanted.size > keys.length) return false;
  for (const [key, values] of wanted) {
    if (!Object.prototype.hasOwnProperty.call(labels, key)) return false;
    if (values && !values.has(labels[key])) return false;
  }
  return !keys.some(key => {
    if (!refused.has(key)) return false;
    return refused.get(key)?.has(labels[key]) ?? true;
  });
}

function isWanted({ operator }: LabelRequirement): boolean {
  return operator === 'in' || operator === 'exists';
}

/** A label has to meet every requirement on its key. */
function narrow(wanted: Values, { key, operator, values }: LabelRequirement) {
  const before = wanted.get(key);
  if (operator === 'exists') wanted.set(key, before);
  else
    wanted.set(
      key,
      new Set(before ? values.filter(value => before.has(value)) : values),
    );
}

/** One requirement that refuses a value is enough. */
function widen(refused: Values, { key, operator, values }: LabelRequirement) {
  const before = refused.get(key);
  if (operator === 'doesNotExist' || (refused.has(key) && !before))
    refused.set(key, undefined);
  else refused.set(key, new Set([...(before ?? []), ...values]));
}

function termSetsOf(wanted: Values): readonly (readonly string[])[] {
  return [...wanted].map(([key, values]) =>
    values ? [...values].map(value => `${key}=${value}`) : [key],
  );
}

function keyOf(requirements: readonly LabelRequirement[]): string {
  return JSON.stringify(
    requirements
      .map(({ key, operator, values }) =>
        JSON.stringify([key, operator, [...values].sort()]),
      )
      .sort(),
  );
}
