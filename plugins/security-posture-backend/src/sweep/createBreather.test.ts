import { createBreather } from './createBreather';

describe('a breather', () => {
  it('lets others run where work took too long, and not after every bit of it', async () => {
    let turns = 0;
    const count = setInterval(() => {
      turns += 1;
    }, 1);
    const breathe = createBreather();
    for (let index = 0; index < 1000; index += 1) await breathe();
    const idle = turns;
    for (let index = 0; index < 5; index += 1) {
      const end = performance.now() + 15;
      while (performance.now() < end);
      await breathe();
    }
    clearInterval(count);
    expect(turns - idle).toBeGreaterThanOrEqual(4);
    expect(idle).toBeLessThan(5);
  });

  it('throws the reason of an abortion', async () => {
    const controller = new AbortController();
    const breathe = createBreather(controller.signal);
    await breathe();
    controller.abort(new Error('enough'));
    await expect(breathe()).rejects.toThrow('enough');
  });
});
