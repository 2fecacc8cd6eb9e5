import { boundVolume } from './boundVolume';

const claim = (name: string, spec: unknown) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name, namespace: 'shop' },
  spec,
});
const volume = (name: string, spec: unknown) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name },
  spec,
});

const INVENTORY = {
  persistentVolumeClaims: [
    claim('named', { volumeName: 'one' }),
    claim('waiting', {}),
    claim('lost', { volumeName: 'gone' }),
    claim('odd', 'no object'),
  ],
  persistentVolumes: [
    volume('one', {}),
    volume('two', { claimRef: { namespace: 'shop', name: 'reserved' } }),
    volume('three', { claimRef: 'no object' }),
  ],
};

describe('boundVolume', () => {
  it.each([
    ['named', 'one'],
    ['reserved', 'two'],
    ['waiting', undefined],
    ['lost', undefined],
    ['odd', undefined],
    ['absent', undefined],
  ])('the volume of claim %s is %s', (name, bound) => {
    expect(boundVolume('shop', name, INVENTORY)?.metadata.name).toBe(bound);
  });

  it('keeps namespaces apart', () => {
    expect(boundVolume('other', 'named', INVENTORY)).toBeUndefined();
  });
});
