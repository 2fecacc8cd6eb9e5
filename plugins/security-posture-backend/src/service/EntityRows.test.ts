import {
  aCluster,
  anEntity,
  NOW,
  settings,
} from '../views/__testUtils__/samples';
import { MemoryReader } from './__testUtils__/MemoryReader';
import { EntityRows } from './EntityRows';

function aBook() {
  const reader = new MemoryReader();
  const time = { now: NOW };
  reader.clusters = [aCluster()];
  reader.entities = Array.from({ length: 250 }, (_, index) =>
    anEntity({ entityRef: `component:default/service-${index}` }),
  );
  return {
    reader,
    time,
    rows: new EntityRows(reader, settings, () => time.now),
  };
}

describe('EntityRows', () => {
  it('answers with one row for each entity, in the order of the store', async () => {
    const { reader, rows } = aBook();
    const snapshot = await rows.current();
    expect(snapshot.rows.map(({ entityRef }) => entityRef)).toEqual(
      reader.entities.map(({ entityRef }) => entityRef),
    );
  });

  it('reads the store once for many who ask at once', async () => {
    const { reader, rows } = aBook();
    const [first, second] = await Promise.all([rows.current(), rows.current()]);
    expect(second).toBe(first);
    expect(await rows.current()).toBe(first);
    expect(reader.listings).toBe(1);
  });

  it.each([
    ['publishes a sweep', { sweepNo: 4 }],
    ['stops answering', { state: 'unreachable' }],
    ['becomes production', { production: true }],
  ] as const)('reads it again as soon as a cluster %s', async (_, change) => {
    const { reader, rows } = aBook();
    await rows.current();
    reader.clusters = [aCluster(change)];
    await rows.current();
    expect(reader.listings).toBe(2);
  });

  it('reads it again after half a minute, for what was resolved or has aged', async () => {
    const { reader, time, rows } = aBook();
    await rows.current();
    time.now += 29_999;
    await rows.current();
    expect(reader.listings).toBe(1);
    time.now += 1;
    reader.entities = [];
    expect((await rows.current()).rows).toEqual([]);
  });
});
