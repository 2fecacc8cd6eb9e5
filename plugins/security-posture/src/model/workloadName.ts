import type { ResourceView } from 'backstage-plugin-security-posture-common';

/** The short names that kubectl knows. Other kinds are written out. */
const SHORT_KINDS: Readonly<Record<string, string>> = {
  Deployment: 'deploy',
  StatefulSet: 'sts',
  DaemonSet: 'ds',
  ServiceAccount: 'sa',
  Namespace: 'ns',
};

/** An object as one says it to kubectl: `deploy/payments-api`; an image by the reference that asks for it: `image/shop/web:1.4`. */
export function workloadName(resource: ResourceView): string {
  const kind = SHORT_KINDS[resource.kind] ?? resource.kind.toLowerCase();
  return `${kind}/${resource.title ?? resource.name}`;
}

/** One text for one workload in one cluster, for keys and filters. */
export function workloadId(resource: ResourceView): string {
  const { cluster, namespace = '', kind, name } = resource;
  return [cluster, namespace, kind, name].join('/');
}
