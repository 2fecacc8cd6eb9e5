import { READ_PARTS, readPartOf, ReadPartName } from './readRights';
import { ControlNeed } from './resources';

describe('readPartOf', () => {
  it.each<[ControlNeed, ReadPartName | undefined]>([
    ['workloads', 'cluster'],
    ['livePods', 'cluster'],
    ['namespaces', 'cluster'],
    ['networkPolicies', 'cluster'],
    ['apiServices', 'cluster'],
    ['gateways', 'customResources'],
    ['adminNetworkPolicies', 'customResources'],
    ['calicoNetworkPolicies', 'customResources'],
    ['trivyVulnerabilityReports', 'customResources'],
    ['kubescapeKubeletInfos', 'customResources'],
    ['kubescapeSboms', 'kubescapeReports'],
    ['configMaps', 'configMaps'],
    ['secrets', 'secretMetadata'],
    ['tokenSecrets', 'secretMetadata'],
    ['apiServerMetrics', 'cluster'],
    ['kubeSystemConfigMaps', 'kubeSystem'],
    ['probes', 'probes'],
    ['imports', undefined],
  ])('puts %s into %s', (need, part) => {
    expect(readPartOf(need)).toBe(part);
  });
});

it('keeps each part in a file of its own', () => {
  const files = Object.values(READ_PARTS).map(({ file }) => file);
  expect(new Set(files).size).toBe(files.length);
});
