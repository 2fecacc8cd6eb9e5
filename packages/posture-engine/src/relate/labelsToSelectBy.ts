import { Workload } from '../model/workload';

/** Labels as `key=value`, and where they stand. */
export interface SelectableLabels {
  readonly path: string;
  readonly labels: readonly string[];
}

/**
 * The labels by which a policy can select the pods of a workload: those of its own selector, which never change,
 * where its pods bear them; else all that its pods bear.
 */
export function labelsToSelectBy(workload: Workload): SelectableLabels {
  const { podLabels, selectorLabels } = workload;
  const own = Object.entries(selectorLabels);
  return own.length && own.every(([key, value]) => podLabels[key] === value)
    ? { path: 'spec.selector.matchLabels', labels: own.map(written) }
    : {
        path: `${workload.templateMetadataPath}.labels`,
        labels: Object.entries(podLabels).map(written),
      };
}

function written([key, value]: readonly [string, string]): string {
  return `${key}=${value}`;
}
