import { METADATA_ADDRESSES, metadataAddressesOf } from './metadataServices';

describe('metadataAddressesOf', () => {
  it.each([
    ['aws:///eu-central-1a/i-0abc', 3],
    ['gce://project/europe-west1-b/node-1', 1],
    ['azure:///subscriptions/x/resourceGroups/y', 1],
    ['ocid1.instance.oc1.eu-frankfurt-1.abc', 1],
    ['cn-hangzhou.i-bp1abc', 1],
    ['kind://docker/kind/kind-control-plane', 0],
    ['k3s://server-1', 0],
    ['vsphere://4213', 0],
    ['', 0],
    [undefined, 0],
  ])('%s has %s', (providerId, count) => {
    const addresses = metadataAddressesOf(providerId);
    expect(addresses).toHaveLength(count);
    expect(METADATA_ADDRESSES).toEqual(expect.arrayContaining([...addresses]));
  });

  it('tells Alibaba Cloud from the others', () => {
    expect(metadataAddressesOf('cn-hangzhou.i-bp1abc')).toEqual([
      '100.100.100.200',
    ]);
  });
});
