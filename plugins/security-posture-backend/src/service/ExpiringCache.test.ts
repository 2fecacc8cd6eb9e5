import { ExpiringCache } from './ExpiringCache';

function aCache(size = 2) {
  const time = { now: 0 };
  const cache = new ExpiringCache<number>({
    lifetime: 60,
    size,
    clock: () => time.now,
  });
  let loads = 0;
  return { cache, time, load: async () => (loads += 1) };
}

describe('ExpiringCache', () => {
  it('loads once for all who ask within the lifetime', async () => {
    const { cache, time, load } = aCache();
    const first = [cache.get('a', load), cache.get('a', load)];
    time.now = 59;
    await expect(
      Promise.all([...first, cache.get('a', load)]),
    ).resolves.toEqual([1, 1, 1]);
  });

  it('loads anew when the lifetime is over', async () => {
    const { cache, time, load } = aCache();
    await cache.get('a', load);
    time.now = 60;
    await expect(cache.get('a', load)).resolves.toBe(2);
  });

  it('loads anew where the clock is put back', async () => {
    const { cache, time, load } = aCache();
    await cache.get('a', load);
    time.now = -1;
    await expect(cache.get('a', load)).resolves.toBe(2);
  });

  it('forgets the oldest key where there are too many', async () => {
    const { cache, load } = aCache();
    for (const key of ['a', 'b', 'c']) await cache.get(key, load);
    await expect(cache.get('b', load)).resolves.toBe(2);
    await expect(cache.get('a', load)).resolves.toBe(4);
  });

  it('does not remember a failure', async () => {
    const { cache, load } = aCache();
    const failing = cache.get('a', async () => {
      throw new Error('no catalog');
    });
    await expect(failing).rejects.toThrow('no catalog');
    await expect(cache.get('a', load)).resolves.toBe(1);
  });
});
