import { JudgingQueue } from './JudgingQueue';

const CI = 'external:ci';
const OLIVIA = 'user:default/olivia';

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

/** A queue with so many requests of each caller in it, in this order. */
async function aQueue(requests: readonly (readonly [string, number])[]) {
  const queue = new JudgingQueue();
  const held = heldWork();
  const running = requests.flatMap(([caller, count]) =>
    Array.from({ length: count }, () => queue.run(caller, held.work)),
  );
  await settle();
  const endAll = async () => {
    for (let ended = 0; ended < running.length; ended += 1) {
      held.endOne();
      await settle();
    }
    await Promise.all(running);
  };
  return { queue, held, endAll };
}

const REFUSED = { name: 'ServiceUnavailableError' };

describe('JudgingQueue', () => {
  it('judges two at once, lets eight wait, and refuses the next until one has ended', async () => {
    const { queue, held, endAll } = await aQueue([
      [CI, 5],
      [OLIVIA, 5],
    ]);
    expect(held.begun()).toBe(2);
    expect(queue.isFullFor('user:default/liam')).toBe(true);
    const refused = queue.run('user:default/liam', held.work);
    await expect(refused).rejects.toMatchObject(REFUSED);
    held.endOne();
    await settle();
    expect(held.begun()).toBe(3);
    expect(queue.isFullFor('user:default/liam')).toBe(false);
    const late = queue.run('user:default/liam', held.work);
    await endAll();
    await late;
    expect(held.begun()).toBe(11);
  });

  it('takes six of one caller, and leaves the rest to others', async () => {
    const { queue, held, endAll } = await aQueue([[CI, 6]]);
    expect([queue.isFullFor(CI), queue.isFullFor(OLIVIA)]).toEqual([
      true,
      false,
    ]);
    await expect(queue.run(CI, held.work)).rejects.toMatchObject(REFUSED);
    await endAll();
    expect(queue.isFullFor(CI)).toBe(false);
  });

  it('goes on after what failed', async () => {
    const queue = new JudgingQueue();
    const fails = () => queue.run(CI, () => Promise.reject(new Error('no')));
    for (let times = 0; times < 7; times += 1)
      await expect(fails()).rejects.toThrow('no');
    await expect(queue.run(CI, async () => 'judged')).resolves.toBe('judged');
  });
});
