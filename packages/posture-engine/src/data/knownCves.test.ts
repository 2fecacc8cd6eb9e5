import { VulnerableComponent } from '../model/dataTables';
import { parseVersion } from '../read/version';
import { FACTS } from '../testing/facts';
import { cvesOf, fixedVersionOf } from './knownCves';

const { knownCves } = FACTS;

function idsOf(component: VulnerableComponent, version: string) {
  return cvesOf(knownCves, component, parseVersion(version)!).map(
    ({ id }) => id,
  );
}

const KUBERNETES: readonly VulnerableComponent[] = [
  'kube-apiserver',
  'kube-controller-manager',
  'kubelet',
  'kube-proxy',
  'kubernetes',
];

/** Open at each patch as section F.2 of the catalogue lists it, less what has no fix. */
describe('cvesOf Kubernetes', () => {
  it.each<[string, readonly string[]]>([
    ['1.36.0', []],
    ['1.35.0', []],
    ['1.34.0', ['CVE-2025-13281']],
    ['1.34.2', []],
    ['1.33.0', ['CVE-2025-13281', 'CVE-2025-4563', 'CVE-2025-5187']],
    ['1.33.13', []],
    [
      '1.32.0',
      [
        'CVE-2024-9042',
        'CVE-2025-0426',
        'CVE-2025-13281',
        'CVE-2025-4563',
        'CVE-2025-5187',
      ],
    ],
    ['1.31.14', ['CVE-2025-13281']],
    ['1.30.14', ['CVE-2025-13281', 'CVE-2025-5187']],
    [
      '1.28.15',
      ['CVE-2024-9042', 'CVE-2025-0426', 'CVE-2025-13281', 'CVE-2025-5187'],
    ],
  ])('%s has %p', (version, expected) => {
    const found = KUBERNETES.flatMap(component => idsOf(component, version))
      .filter(
        id => !knownCves.rows.find(row => row.id === id && row.mitigation),
      )
      .sort();
    expect(found).toEqual(expected);
  });
});

describe('cvesOf', () => {
  it.each<[VulnerableComponent, string, boolean]>([
    ['containerd', '1.6.0', true],
    ['containerd', '1.6.1', false],
    ['containerd', '1.5.9', true],
    ['containerd', '1.4.13', false],
    ['containerd', '2.0.0', false],
  ])('%s %s has CVE-2022-23648: %p', (component, version, expected) => {
    expect(idsOf(component, version).includes('CVE-2022-23648')).toBe(expected);
  });

  it('counts a build of a provider as its version, and a pre-release as before it', () => {
    expect(idsOf('kube-controller-manager', 'v1.34.1-eks-a1b2')).toEqual([
      'CVE-2025-13281',
    ]);
    expect(idsOf('kube-controller-manager', '1.34.0-alpha.1')).toEqual([
      'CVE-2025-13281',
    ]);
  });
});

describe('fixedVersionOf', () => {
  it('names the fix of the same line', () => {
    const cve = knownCves.rows.find(({ id }) => id === 'CVE-2025-13281')!;
    expect(fixedVersionOf(cve, parseVersion('1.33.2')!)).toBe('1.33.6');
    expect(fixedVersionOf(cve, parseVersion('1.30.0')!)).toBe('1.32.10');
  });
});
