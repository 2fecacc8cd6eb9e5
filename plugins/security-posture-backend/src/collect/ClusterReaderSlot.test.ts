import { ClusterReaderSlot } from './ClusterReaderSlot';
import { fakeClusterReader } from './__testUtils__/fakeClusterReader';

describe('ClusterReaderSlot', () => {
  it('holds the reader that was set', () => {
    const slot = new ClusterReaderSlot();
    expect(slot.get()).toBeUndefined();
    const reader = fakeClusterReader({});
    slot.setClusterReader(reader);
    expect(slot.get()).toBe(reader);
  });

  it('refuses a second reader, and keeps the first', () => {
    const slot = new ClusterReaderSlot();
    const first = fakeClusterReader({});
    slot.setClusterReader(first);
    expect(() => slot.setClusterReader(fakeClusterReader({}))).toThrow(
      'A cluster reader is set already',
    );
    expect(slot.get()).toBe(first);
  });
});
