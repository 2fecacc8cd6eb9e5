import { monitorEventLoopDelay } from 'node:perf_hooks';

const MEGABYTE = 2 ** 20;

/** What watching a process while it worked has seen. */
export interface ProcessWatch {
  /** Milliseconds. */
  readonly milliseconds: number;
  /** Growth of the resident set at its highest, in megabytes. */
  readonly rssDeltaMb: number;
  /** 99th percentile of how late the event loop turned, in milliseconds. */
  readonly eventLoopP99Ms: number;
}

/** Watches this process while `work` runs. */
export async function watchProcess(
  work: () => Promise<void>,
): Promise<ProcessWatch> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let highest = before;
  const sampler = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss());
  }, 50);
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const start = performance.now();
  await work();
  const milliseconds = performance.now() - start;
  loop.disable();
  clearInterval(sampler);
  return {
    milliseconds,
    rssDeltaMb: (highest - before) / MEGABYTE,
    eventLoopP99Ms: loop.percentile(99) / 1e6,
  };
}
