import { SweepSlots } from './SweepSlots';

/** Work that ends when it is told to. */
function createWork() {
  let end: (error?: Error) => void = () => {};
  const done = new Promise<void>((resolve, reject) => {
    end = error => (error ? reject(error) : resolve());
  });
  return { run: () => done, end };
}

describe('SweepSlots', () => {
  it('runs as many as there are slots, and says so of the rest', async () => {
    const slots = new SweepSlots(2);
    const first = createWork();
    const second = createWork();
    const running = [slots.run('a', first.run), slots.run('b', second.run)];
    expect(slots.free).toBe(0);
    const third = jest.fn();
    expect(await slots.run('c', third)).toBe(false);
    expect(third).not.toHaveBeenCalled();
    first.end();
    expect(await running[0]).toBe(true);
    expect(slots.free).toBe(1);
    expect(await slots.run('c', third)).toBe(true);
    expect(third).toHaveBeenCalledTimes(1);
    second.end();
    await running[1];
    expect(slots.free).toBe(2);
  });

  it('runs a cluster once at a time', async () => {
    const slots = new SweepSlots(5);
    const work = createWork();
    const running = slots.run('a', work.run);
    expect(await slots.run('a', jest.fn())).toBe(false);
    work.end();
    await running;
    expect(await slots.run('a', async () => {})).toBe(true);
  });

  it('frees the slot of work that fails, and lets the failure through', async () => {
    const slots = new SweepSlots(1);
    const work = createWork();
    const running = slots.run('a', work.run);
    work.end(new Error('broken'));
    await expect(running).rejects.toThrow('broken');
    expect(slots.free).toBe(1);
  });
});
