/**
 * A task of which one runs at a time in this process. Who asks while one runs waits for the next, together with all others
 * who do: it takes in what was there when they asked. A run that fails ends those who waited for it, and no other.
 */
export function oneAtATime(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;
  const begin = () => {
    waiting = undefined;
    running = task();
    return running;
  };
  return () => {
    waiting ??= running.then(begin, begin);
    return waiting;
  };
}
