import { recommendationOf } from './cisIds';
import { DEFAULT_TABLES } from './defaultTables';

const { cisIds } = DEFAULT_TABLES;

describe('recommendationOf', () => {
  it.each([
    ['cis-1.12', '5.2.9', '5.2.9', 'drop-all-capabilities'],
    ['cis-1.11', '5.2.10', '5.2.9', 'drop-all-capabilities'],
    ['cis-1.11.1', '5.6.4', '5.6.4', 'workload-default-namespace'],
    ['cis-1.10', '5.7.4', '5.6.4', 'workload-default-namespace'],
    ['cis-1.10', '5.2.13', '5.2.12', 'host-port'],
    ['cis-1.12', '5.2.12', '5.2.12', 'host-port'],
    ['eks-1.8.0', '3.2.4', '4.2.4', 'kubelet-read-only-port'],
    ['aks-1.8', '3.2.8', '4.2.10', 'certificate-lifetime'],
    ['gke-1.9.0', '4.1.4', '5.1.5', 'default-service-account'],
  ])('%s %s is %s of 1.12', (edition, id, in112, control) => {
    const row = recommendationOf(cisIds, edition, id);
    expect(row?.in112).toBe(in112);
    expect(row?.controls).toContain(control);
  });

  it.each([
    ['cis-1.10', '1.2.30'],
    ['cis-1.10', '5.6.4'],
    ['cis-1.11', '4.2.15'],
    ['cis-1.6', '1.2.1'],
    ['eks-1.8.0', '4.1.7'],
    ['', '1.2.1'],
    ['cis-', '1.2.1'],
    ['1', '1.2.1'],
  ])('%s %s is none', (edition, id) => {
    expect(recommendationOf(cisIds, edition, id)).toBeUndefined();
  });

  it.each([
    ['cis-1.10', '5.2.9', 'dropped in 1.12'],
    ['eks-1.8.0', '3.1.1', 'content with mode 644 where 1.12 asks for 600'],
    ['gke-1.9.0', '4.1.8', 'of GKE only'],
  ])('%s %s has controls, but no number in 1.12: %s', (edition, id) => {
    const row = recommendationOf(cisIds, edition, id);
    expect(row?.controls.length).toBeGreaterThan(0);
    expect(row?.in112).toBeUndefined();
  });
});
