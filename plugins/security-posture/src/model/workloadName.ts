import type { ResourceView } from 'backstage-plugin-security-posture-common';

/** The short names that kubectl knows. Other kinds are written out. */
const SHORT_KINDS: Readonly<Record<string, string>> = {
  Deployment: 'deploy',
  StatefulSet: 'sts',
  DaemonSet: 'ds',
};

/** A workload as one says it to kubectl: `deploy/payments-api`. */
export function workloadName(resource: ResourceView): string {
  const kind = SHORT_KINDS[resource.kind] ?? resource.kind.toLowerCase();
  return `${kind}/${resource.name}`;
}

/** One text for one workload in one cluster, for keys and filters. */
export function workloadId(resource: ResourceView): string {
  const { cluster, namespace = '', kind, name } = resource;
  return [cluster, namespace, kind, name].join('/');
}
