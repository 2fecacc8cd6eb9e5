import { parseEntityRef } from '@backstage/catalog-model';

/** Path of an entity's Security posture tab in the portal. */
export function entityLink(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/catalog/${namespace}/${kind}/${name}/security-posture`;
}

/** Path of the register of exemptions, open at one of them. */
export function exemptionLink(id: string): string {
  return `/security-posture/exemptions?exemption=${encodeURIComponent(id)}`;
}

/** Path of a cluster's page. */
export function clusterLink(name: string): string {
  return `/security-posture/clusters/${encodeURIComponent(name)}`;
}
