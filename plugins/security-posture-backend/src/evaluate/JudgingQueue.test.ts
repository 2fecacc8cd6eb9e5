import { JudgingQueue } from './JudgingQueue';

/** Work that ends when it is told to. */
function heldWork() {
  let begun = 0;
  const ends: (() => void)[] = [];
  return {
    begun: () => begun,
    endOne: () => ends.shift()!(),
    work: () => {
      begun += 1;
      return new Promise<void>(resolve => ends.push(resolve));
    },
  };
}

/** Lets everything happen that can. */
const settle = () => new Promise(resolve => setImmediate(resolve));

describe('JudgingQueue', () => {
  it('judges two at once, lets eight wait, and refuses the next until one has ended', async () => {
    const queue = new JudgingQueue();
    const held = heldWork();
    const running = Array.from({ length: 10 }, () => queue.run(held.work));
    await settle();
    expect(held.begun()).toBe(2);
    expect(queue.isFull).toBe(true);
    await expect(queue.run(held.work)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    held.endOne();
    await settle();
    expect(held.begun()).toBe(3);
    expect(queue.isFull).toBe(false);
    for (let ended = 1; ended < 10; ended += 1) {
      held.endOne();
      await settle();
    }
    await Promise.all(running);
    expect(held.begun()).toBe(10);
  });

  it('goes on after what failed', async () => {
    const queue = new JudgingQueue();
    const fails = () => queue.run(() => Promise.reject(new Error('no')));
    for (let times = 0; times < 3; times += 1)
      await expect(fails()).rejects.toThrow('no');
    await expect(queue.run(async () => 'judged')).resolves.toBe('judged');
  });
});
