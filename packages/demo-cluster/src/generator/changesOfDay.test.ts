import { identityOf } from '../objects/Manifest';
import { sourceOf } from '../objects/ManifestSource';
import { changesOfDay } from './changesOfDay';
import { generateCluster } from './generateCluster';
import { GeneratorSpec } from './GeneratorSpec';

const spec: GeneratorSpec = { size: 'M', seed: 1, cluster: 0 };
const days = Array.from({ length: 29 }, (_, index) => index + 1);

describe('changesOfDay', () => {
  const workloads = new Map(
    generateCluster(spec).map(source => [identityOf(source), source]),
  );
  const released = (day: number) =>
    changesOfDay(spec, day).filter(manifest => 'template' in specOf(manifest));

  it('releases about 0.5 % of the workloads anew', () => {
    const total = days.reduce((sum, day) => sum + changedNames(day).length, 0);
    expect(total / days.length / 1_000).toBeGreaterThan(0.004);
    expect(total / days.length / 1_000).toBeLessThan(0.006);
  });

  it('changes workloads that are there, and each for real', () => {
    const manifests = days.flatMap(released);
    expect(manifests.length).toBeGreaterThan(0);
    for (const manifest of manifests) {
      const before = workloads.get(identityOf(sourceOf(manifest)))?.read();
      expect(before).toBeDefined();
      expect(manifest).not.toEqual(before);
    }
  });

  it('gives the same changes for the same day, others for another', () => {
    expect(changesOfDay(spec, 1)).toEqual(changesOfDay(spec, 1));
    expect(changedNames(2)).not.toEqual(changedNames(1));
  });
});

function changedNames(day: number): string[] {
  const names = changesOfDay(spec, day).map(
    ({ metadata }) =>
      metadata.labels?.['app.kubernetes.io/name'] ?? metadata.name,
  );
  return [...new Set(names)];
}

function specOf(manifest: object): object {
  return (manifest as { spec?: object }).spec ?? {};
}
