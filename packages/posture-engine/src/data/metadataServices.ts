/**
 * Addresses at which machines of clouds ask for their own credentials (AWS EC2 user guide, "Instance metadata service";
 * Amazon EKS user guide, "Pod Identity Agent"; Google Compute Engine and Azure documentation of the metadata service; Alibaba Cloud ECS, "Instance metadata").
 */
export const METADATA_ADDRESSES: readonly string[] = [
  '169.254.169.254',
  '169.254.170.23',
  'fd00:ec2::254',
  '100.100.100.200',
];

/** The port that all of them answer on. */
export const METADATA_PORT = 80;

const COMMON: readonly string[] = ['169.254.169.254'];
const BY_CLOUD: readonly {
  readonly providerId: RegExp;
  readonly addresses: readonly string[];
}[] = [
  {
    providerId: /^aws:\/\//,
    addresses: ['169.254.169.254', '169.254.170.23', 'fd00:ec2::254'],
  },
  {
    providerId: /^(?:alicloud:\/\/|[a-z]+-[a-z0-9-]+\.i-)/,
    addresses: ['100.100.100.200'],
  },
];

/** What gives its machines an id and has no metadata service. */
const NO_CLOUD =
  /^(?:docker|harvester|k3s|kind|kubevirt|libvirt|maas|metal3|nutanix|proxmox|rke2|tinkerbell|vsphere):\/\//;

/** The addresses at which the machine of this `spec.providerID` asks; none where it is no machine of a cloud. */
export function metadataAddressesOf(
  providerId: string | undefined,
): readonly string[] {
  if (!providerId || NO_CLOUD.test(providerId)) return [];
  return (
    BY_CLOUD.find(cloud => cloud.providerId.test(providerId))?.addresses ??
    COMMON
  );
}
