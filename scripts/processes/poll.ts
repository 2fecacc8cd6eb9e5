import { setTimeout as sleep } from 'node:timers/promises';

/** Something that is done over and over. */
export interface Polled {
  /** Ends it, and tells how often it was done and what failed. */
  stop(): Promise<{ readonly times: number; readonly failures: string[] }>;
}

/** Does something every few milliseconds until it is told to stop. */
export function poll(action: () => Promise<void>): Polled {
  const failures: string[] = [];
  let times = 0;
  let stopped = false;
  const run = async () => {
    while (!stopped) {
      await action().catch(error => failures.push(String(error)));
      times += 1;
      await sleep(20);
    }
  };
  const running = run();
  return {
    async stop() {
      stopped = true;
      await running;
      return { times, failures };
    },
  };
}
