import type { ResourceView } from 'backstage-plugin-security-posture-common';

/** The short names that kubectl knows. Other kinds are written out. */
const SHORT_KINDS: Readonly<Record<string, string>> = {
  Deployment: 'deploy',
  StatefulSet: 'sts',
  DaemonSet: 'ds',
  ServiceAccount: 'sa',
  Namespace: 'ns',
};

/**
 * An object as one says it to kubectl: `deploy/payments-api`. An image by the reference that asks for it:
 * `image/shop/web:1.4`. A service account with its namespace, for its name is that of others elsewhere:
 * `sa/payments/default`.
 */
export function subjectName(resource: ResourceView): string {
  const { kind, namespace, name, title = name } = resource;
  const short = SHORT_KINDS[kind] ?? kind.toLowerCase();
  return kind === 'ServiceAccount' && namespace
    ? `${short}/${namespace}/${title}`
    : `${short}/${title}`;
}

/** One text for one object in one cluster, for keys and filters. */
export function subjectId(resource: ResourceView): string {
  const { cluster, namespace = '', kind, name } = resource;
  return [cluster, namespace, kind, name].join('/');
}
