import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { unlessMalformed } from '../kit/unlessMalformed';
import { objectAt, objectOrEmpty } from '../read/typedReads';
import { LabelSelector, selectorMatches } from './labelSelector';
import { memoByList } from './memo';
import { readObjectSelector } from './objectSelector';
import { addTo } from './addTo';

/** Selectors by a label that they ask for, with their namespace; those that ask for none by the namespace alone. */
type SelectorIndex = ReadonlyMap<string, readonly LabelSelector[]>;

const selectorsOf = memoByList(
  (budgets: readonly KubernetesObject[]): SelectorIndex => {
    const index = new Map<string, LabelSelector[]>();
    for (const budget of budgets) {
      const selector = unlessMalformed(() => selectorOf(budget));
      if (!selector) continue;
      const key = indexKey(budget.metadata.namespace ?? 'default', selector);
      addTo(index, key, selector);
    }
    return index;
  },
);

/** True where a PodDisruptionBudget selects the pods of a workload. One that cannot be parsed selects none. */
export function hasDisruptionBudget(
  { namespace, podLabels }: Workload,
  budgets: readonly KubernetesObject[],
): boolean {
  const index = selectorsOf(budgets);
  const keys = [
    namespace,
    ...Object.entries(podLabels).map(label => keyOf(namespace, label)),
  ];
  return keys.some(key =>
    index.get(key)?.some(selector => selectorMatches(selector, podLabels)),
  );
}

/** A budget without a selector selects nothing; one with an empty selector selects all. */
function selectorOf(budget: KubernetesObject): LabelSelector | undefined {
  const spec = objectOrEmpty(budget, 'spec', '');
  const selector = objectAt(spec, 'selector', 'spec');
  return selector && readObjectSelector(selector, 'spec.selector');
}

function indexKey(namespace: string, { requirements }: LabelSelector): string {
  const exact = requirements.find(
    ({ operator, values }) => operator === 'in' && values.length === 1,
  );
  return exact ? keyOf(namespace, [exact.key, exact.values[0]]) : namespace;
}

function keyOf(
  namespace: string,
  [key, value]: readonly [string, string],
): string {
  return `${namespace} ${key}=${value}`;
}
