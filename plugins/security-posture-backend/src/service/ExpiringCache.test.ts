import { ExpiringCache } from './ExpiringCache';

function aCache(size = 2, renewAfter?: number) {
  const time = { now: 0 };
  const cache = new ExpiringCache<number>({
    lifetime: 60,
    renewAfter,
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

  it('tells what it knows without loading', async () => {
    const { cache, time, load } = aCache();
    expect(cache.known('a')).toBeUndefined();
    const loading = cache.get('a', load);
    expect(cache.known('a')).toBeUndefined();
    await loading;
    expect(cache.known('a')).toBe(1);
    time.now = 59;
    expect(cache.known('a')).toBe(1);
    time.now = 60;
    expect(cache.known('a')).toBeUndefined();
  });

  it('knows what was loaded anew', async () => {
    const { cache, time, load } = aCache(2, 30);
    await cache.get('a', load);
    time.now = 30;
    await cache.get('a', load);
    await new Promise(setImmediate);
    expect(cache.known('a')).toBe(2);
    time.now = 89;
    expect(cache.known('a')).toBe(2);
  });

  it('forgets the oldest key where there are too many', async () => {
    const { cache, load } = aCache();
    for (const key of ['a', 'b', 'c']) await cache.get(key, load);
    await expect(cache.get('b', load)).resolves.toBe(2);
    await expect(cache.get('a', load)).resolves.toBe(4);
  });

  describe('renews', () => {
    const settled = () => new Promise(resolve => setImmediate(resolve));

    it('what is asked for late, once, while it goes on being told', async () => {
      const { cache, time, load } = aCache(2, 40);
      await cache.get('a', load);
      time.now = 39;
      await cache.get('a', load);
      await settled();
      time.now = 40;
      const late = [cache.get('a', load), cache.get('a', load)];
      await expect(Promise.all(late)).resolves.toEqual([1, 1]);
      await settled();
      time.now = 99;
      await expect(cache.get('a', load)).resolves.toBe(2);
    });

    it('by a load that is told what was there', async () => {
      const { cache, time } = aCache(2, 40);
      const more = async (before = 0) => before + 10;
      await cache.get('a', more);
      time.now = 40;
      await cache.get('a', more);
      await settled();
      await expect(cache.get('a', more)).resolves.toBe(20);
    });

    it('nothing that nobody asks for, so that it expires', async () => {
      const { cache, time, load } = aCache(2, 40);
      await cache.get('a', load);
      time.now = 60;
      await expect(cache.get('a', load)).resolves.toBe(2);
    });

    it('by a load that fails nothing, and tries again', async () => {
      const { cache, time, load } = aCache(2, 40);
      await cache.get('a', load);
      time.now = 40;
      const failing = async () => {
        throw new Error('no catalog');
      };
      await expect(cache.get('a', failing)).resolves.toBe(1);
      await settled();
      time.now = 59;
      await expect(cache.get('a', load)).resolves.toBe(1);
      await settled();
      await expect(cache.get('a', load)).resolves.toBe(2);
    });

    it('nothing that was loaded anew meanwhile', async () => {
      const { cache, time, load } = aCache(2, 40);
      await cache.get('a', load);
      time.now = 40;
      let renewed = (_: number) => {};
      await cache.get('a', () => new Promise(resolve => (renewed = resolve)));
      time.now = 60;
      await cache.get('a', load);
      renewed(9);
      await settled();
      await expect(cache.get('a', load)).resolves.toBe(2);
    });
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
