import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of the catalog's entities, so that its own rules condition our permissions. */
const CATALOG_ENTITY_RESOURCE_TYPE = 'catalog-entity';

/**
 * Read the posture of entities, and all that is shown of the organisation and of controls.
 * Without it no page and no route of the plugin shows anything. What the catalog hides from a user stays hidden.
 */
export const postureReadPermission = createPermission({
  name: 'security-posture.posture.read',
  attributes: { action: 'read' },
});

/** Read the state, the sweeps and the own findings of clusters. */
export const postureClusterReadPermission = createPermission({
  name: 'security-posture.cluster.read',
  attributes: { action: 'read' },
});

/** Ask for a scan of the clusters that an entity runs in. Conditioned by the catalog's rules, such as `isEntityOwner`. */
export const postureScanCreatePermission = createPermission({
  name: 'security-posture.scan.create',
  attributes: { action: 'create' },
  resourceType: CATALOG_ENTITY_RESOURCE_TYPE,
});

/** Ask for a scan of a whole cluster. */
export const postureClusterScanCreatePermission = createPermission({
  name: 'security-posture.cluster.scan.create',
  attributes: { action: 'create' },
});

/**
 * Ask for an exemption on an entity: that a finding may stay for a while. Conditioned by the catalog's rules, such as `isEntityOwner`.
 * It takes an approver to agree.
 */
export const postureExemptionCreatePermission = createPermission({
  name: 'security-posture.exemption.create',
  attributes: { action: 'create' },
  resourceType: CATALOG_ENTITY_RESOURCE_TYPE,
});

/** Ask for an exemption of a finding on a namespace, a binding, a node or a cluster, which belongs to no entity. */
export const postureClusterExemptionCreatePermission = createPermission({
  name: 'security-posture.cluster.exemption.create',
  attributes: { action: 'create' },
});

/** Approve, deny, shorten and revoke exemptions. Only members of the groups of `securityPosture.exemptions.approvers` can. */
export const postureExemptionApprovePermission = createPermission({
  name: 'security-posture.exemption.approve',
  attributes: { action: 'update' },
});

/** State of a cluster what no API shows, for a control that only a person can answer. */
export const postureAttestationCreatePermission = createPermission({
  name: 'security-posture.attestation.create',
  attributes: { action: 'create' },
});

/** Post what another tool found in a cluster, which controls then go by. */
export const postureImportCreatePermission = createPermission({
  name: 'security-posture.import.create',
  attributes: { action: 'create' },
});

/** All permissions that the plugin asks for. */
export const securityPosturePermissions = [
  postureReadPermission,
  postureClusterReadPermission,
  postureScanCreatePermission,
  postureClusterScanCreatePermission,
  postureImportCreatePermission,
  postureExemptionCreatePermission,
  postureClusterExemptionCreatePermission,
  postureExemptionApprovePermission,
  postureAttestationCreatePermission,
];
