import { supportOf } from '../data/supportDates';
import { TEST_NOW } from '../testing';
import { FACTS } from '../testing/facts';
import { systemOfNode } from './systemOfNode';

describe('systemOfNode', () => {
  it.each([
    ['Ubuntu 24.04.3 LTS', 'ubuntu', '24.04'],
    ['Debian GNU/Linux 12 (bookworm)', 'debian', '12'],
    ['Amazon Linux 2', 'amazon-linux', '2'],
    ['Amazon Linux 2023.6.20241010', 'amazon-linux', '2023'],
    ['Red Hat Enterprise Linux 9.4 (Plow)', 'rhel', '9'],
    ['Red Hat Enterprise Linux Server 7.9 (Maipo)', 'rhel', '7'],
    [
      'Red Hat Enterprise Linux CoreOS 418.94.202501221327-0',
      'red-hat-openshift',
      '4.18',
    ],
    ['Red Hat Enterprise Linux CoreOS 9.6.20251015-1 (Plow)', 'rhel', '9'],
    ['Rocky Linux 9.5 (Blue Onyx)', 'rocky-linux', '9'],
    ['AlmaLinux 9.5 (Teal Serval)', 'almalinux', '9'],
    ['Oracle Linux Server 8.10', 'oracle-linux', '8'],
    ['CentOS Stream 9', 'centos-stream', '9'],
    ['CentOS Linux 7 (Core)', 'centos', '7'],
    ['Microsoft Azure Linux 3.0', 'azure-linux', '3.0'],
    ['CBL-Mariner/Linux', 'azure-linux', '2.0'],
    ['Windows Server 2022 Datacenter', 'windows-server', '2022'],
  ])('%s is %s %s, which has support dates', (osImage, product, cycle) => {
    expect(systemOfNode({ osImage, kernelVersion: undefined })).toEqual({
      product,
      cycle,
    });
    expect(
      supportOf(FACTS.supportDates, product, cycle, TEST_NOW),
    ).toBeDefined();
  });

  it('knows Windows Server by its build where the name has no year', () => {
    expect(
      systemOfNode({
        osImage: 'Windows Server Datacenter',
        kernelVersion: '10.0.25398.1189',
      }),
    ).toEqual({ product: 'windows-server', cycle: '23h2-ac' });
  });

  it.each([
    'Container-Optimized OS from Google',
    'Bottlerocket OS 1.44.0 (aws-k8s-1.34)',
    'Talos (v1.11.2)',
    'Flatcar Container Linux by Kinvolk 4230.2.3 (Oklo)',
    'Windows Server Datacenter',
    'My Ubuntu 24.04',
    '',
  ])('cannot tell the line of "%s"', osImage => {
    expect(systemOfNode({ osImage, kernelVersion: '6.6.1' })).toBeUndefined();
  });
});
