import { toKubernetesObject } from './toKubernetesObject';

const object = (kind: string, managedFields: unknown) => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'one', managedFields },
});

describe('the last change of a Secret', () => {
  it.each<[string, unknown, string | undefined]>([
    [
      'the newest of several',
      [
        { time: '2026-02-01T00:00:00Z' },
        { time: '2026-11-01T00:00:00Z' },
        { time: '2025-12-01T00:00:00Z' },
      ],
      '2026-11-01T00:00:00Z',
    ],
    ['none', [], undefined],
    ['absent', undefined, undefined],
    ['null', null, undefined],
    ['without times', [{ manager: 'helm' }, null, 7], undefined],
    ['of the wrong type', [{ time: 7 }], undefined],
  ])('%s', (_, managedFields, expected) => {
    const { metadata } = toKubernetesObject(object('Secret', managedFields))!;
    expect(metadata.changedAt).toBe(expected);
    expect(metadata).not.toHaveProperty('managedFields');
  });

  it('is kept for no other kind', () => {
    const { metadata } = toKubernetesObject(
      object('ConfigMap', [{ time: '2026-11-01T00:00:00Z' }]),
    )!;
    expect(metadata).not.toHaveProperty('changedAt');
  });
});
