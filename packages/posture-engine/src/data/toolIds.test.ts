import { DEFAULT_TABLES } from './defaultTables';
import { checkOf } from './toolIds';

const { toolIds } = DEFAULT_TABLES;

describe('checkOf', () => {
  it.each([
    ['trivy', 'KSV-0012', ['run-as-non-root']],
    ['trivy', 'KSV012', ['run-as-non-root']],
    ['trivy', 'AVD-KSV-0012', ['run-as-non-root']],
    ['trivy', 'ksv-12', ['run-as-non-root']],
    ['trivy', 'KSV-01010', ['secrets-in-configmap']],
    ['trivy', 'KCV-0012', ['apiserver-admission-extra']],
    ['kubescape', 'C-0057', ['privileged-container']],
    ['kubescape', 'c-57', ['privileged-container']],
    ['trivy-k8s-nsa-1.0', '1.10', ['seccomp-profile']],
    ['trivy-k8s-nsa-1.0', '1.1', ['read-only-root-fs']],
  ] as const)('%s %s is %p', (tool, id, expected) => {
    expect(checkOf(toolIds, tool, id)?.controls).toEqual(expected);
  });

  it.each([
    ['kubescape', 'KSV-0012'],
    ['trivy', 'KSV-0029'],
    ['trivy', ''],
    ['trivy', 'KSV-'],
  ] as const)('%s "%s" is none', (tool, id) => {
    expect(checkOf(toolIds, tool, id)).toBeUndefined();
  });

  it.each([
    ['1.4', 'host-pid'],
    ['1.5', 'host-network'],
    ['1.6', 'run-as-root-group'],
    ['1.8', 'selinux-options'],
    ['1.9', 'apparmor-profile'],
    ['5.1', 'apiserver-etcd-tls'],
    ['6.1', 'secrets-encryption-at-rest'],
    ['6.2', 'encryption-provider-strength'],
    ['7.1', 'apiserver-authorization-mode'],
  ])(
    'corrects what number %s of the NSA report of Trivy is wired to',
    (id, control) => {
      expect(checkOf(toolIds, 'trivy-k8s-nsa-1.0', id)).toMatchObject({
        controls: [control],
        miswired: true,
      });
    },
  );

  it('leaves what is wired rightly alone', () => {
    expect(
      toolIds.rows.filter(({ miswired }) => miswired).map(({ id }) => id),
    ).toHaveLength(9);
  });
});
