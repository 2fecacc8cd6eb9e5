import { clusterSizes } from 'security-posture-demo-cluster';
import { signIn } from '../backends/signIn';
import { BenchArguments } from './arguments';
import { DemoProcess } from './demoProcess';
import { SEES_EVERYTHING } from './portal/generatedEntities';
import { TimedFacts } from './portal/timedFacts';
import { startBenchPortal } from './startBenchPortal';

/** Runs of the retriever, the first of which meets a portal that has answered nothing yet. */
const RUNS = 5;

/** Figures of the facts for Tech Insights: all entities at once, as its retriever asks for them. The slowest run counts. */
export async function benchFacts(
  options: BenchArguments,
  folder: string,
  demo: DemoProcess,
) {
  const portal = await startBenchPortal(options, folder, demo);
  try {
    const token = await signIn(portal.baseUrl, SEES_EVERYTHING);
    const runs: TimedFacts[] = [];
    for (let run = 0; run < RUNS; run += 1)
      runs.push(await askForRun(portal.baseUrl, token));
    const { rows, scanned } = runs[0];
    if (rows !== clusterSizes[options.size].entities || scanned === 0)
      throw new Error(`The retriever has ${rows} rows, ${scanned} of scans`);
    return {
      factRows: rows,
      factsMs: slowest(runs.map(({ answerMs }) => answerMs)),
      factRunMs: slowest(runs.map(({ runMs }) => runMs)),
    };
  } finally {
    await portal.stop();
  }
}

async function askForRun(baseUrl: string, token: string): Promise<TimedFacts> {
  const response = await fetch(`${baseUrl}/api/tech-insights/timed-facts`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok)
    throw new Error(`The retriever fails: ${await response.text()}`);
  return (await response.json()) as TimedFacts;
}

function slowest(milliseconds: readonly number[]): number {
  return Math.round(Math.max(...milliseconds));
}
