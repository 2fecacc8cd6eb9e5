import type { UnownedWorkload } from 'backstage-plugin-security-posture-common';

/** What links a workload to a service. */
export interface Claim {
  /** Lines for the catalog-info.yaml of the service. */
  catalog: string[];
  /** Lines for the manifest of the workload; absent where it has the label already. */
  workload?: string[];
}

const KUBERNETES_ID = 'backstage.io/kubernetes-id';

/**
 * The lines that make a workload one of a service. Where a label has told whose it is, the service is told of the label,
 * else the workload is given the name that the service looks for.
 */
export function claimOf(workload: UnownedWorkload): Claim {
  const { name, namespace, suggestedOwner } = workload;
  const because = suggestedOwner?.because;
  if (because?.kind !== 'label')
    return {
      catalog: annotations([[KUBERNETES_ID, name]]),
      workload: labels(KUBERNETES_ID, name),
    };
  const { label, value } = because;
  if (label === KUBERNETES_ID)
    return { catalog: annotations([[KUBERNETES_ID, value]]) };
  return {
    catalog: annotations([
      ['backstage.io/kubernetes-label-selector', `${label}=${value}`],
      ...(namespace
        ? [['backstage.io/kubernetes-namespace', namespace] as const]
        : []),
    ]),
  };
}

function annotations(pairs: readonly (readonly [string, string])[]): string[] {
  return [
    'metadata:',
    '  annotations:',
    ...pairs.map(([key, value]) => `    ${key}: ${JSON.stringify(value)}`),
  ];
}

function labels(key: string, value: string): string[] {
  return ['metadata:', '  labels:', `    ${key}: ${JSON.stringify(value)}`];
}
