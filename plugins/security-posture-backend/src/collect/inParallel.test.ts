import { setImmediate as nextTurn } from 'node:timers/promises';
import { inParallel } from './inParallel';

describe('inParallel', () => {
  it('works on every item, so many at a time', async () => {
    let running = 0;
    let most = 0;
    const done: number[] = [];
    await inParallel([1, 2, 3, 4, 5, 6, 7], 3, async item => {
      running += 1;
      most = Math.max(most, running);
      await nextTurn();
      running -= 1;
      done.push(item);
    });
    expect(most).toBe(3);
    expect(done).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('begins nothing after a failure, and waits for what it began', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const working = inParallel([1, 2, 3, 4], 2, async item => {
      begun.push(item);
      if (item === 1) throw new Error('first');
      await nextTurn();
      ended.push(item);
    });
    await expect(working).rejects.toThrow('first');
    expect(begun).toEqual([1, 2]);
    expect(ended).toEqual([2]);
  });
});
