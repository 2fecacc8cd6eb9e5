import { setTimeout } from 'node:timers/promises';
import { clusterSizes } from 'security-posture-demo-cluster';
import { BenchArguments } from './arguments';
import { startChild } from './childProcess';
import { Answer } from './clients/askSteadily';
import { ClientsInput, ClientsOutput } from './clients/main';
import { DemoProcess } from './demoProcess';
import {
  componentNames,
  SEES_EVERYTHING,
  SEES_HALF,
} from './portal/generatedEntities';
import { signIn } from '../backends/signIn';
import { startBenchPortal } from './startBenchPortal';
import { percentile, rounded } from './statistics';

/** Requests a second. */
const RATE = 20;

/** How long a portal that has just started is left alone: it reads its catalog, resolves entities and rolls up. */
const SETTLING_MS = 60_000;

/** Figures of the portal's answers, beside those of the catalog in the same run. Clients and portal are processes of their own. */
export async function benchRequests(
  options: BenchArguments,
  folder: string,
  demo: DemoProcess,
) {
  const { size, seed, seconds } = options;
  const portal = await startBenchPortal(options, folder, demo);
  const { baseUrl } = portal;
  const ask = async (user: string, names: readonly string[]) => {
    const clients = await startChild<ClientsOutput>('clients/main.ts', {
      baseUrl,
      token: await signIn(baseUrl, user),
      routes: routesOf(names),
      rate: RATE,
      seconds,
    } satisfies ClientsInput);
    return clients.told;
  };
  try {
    await setTimeout(SETTLING_MS);
    const { all, half } = componentNames(size, seed);
    if (all.length !== clusterSizes[size].entities)
      throw new Error('The catalog has other components than its size');
    const everything = await ask(SEES_EVERYTHING, all);
    const conditional = await ask(SEES_HALF, half);
    // The other user is shown what is stored: ADR 0019.
    if (conditional.entity.some(({ calls }) => calls === 0))
      throw new Error('Requests to the catalog went unnoticed');
    return {
      requestsASecond: RATE,
      ...figuresOf(everything),
      ...withSuffix(figuresOf(conditional), 'Conditional'),
    };
  } finally {
    await portal.stop();
  }
}

function routesOf(names: readonly string[]): ClientsInput['routes'] {
  return {
    catalog: names.map(
      name => `/api/catalog/entities/by-name/component/default/${name}`,
    ),
    entity: names.map(
      name =>
        `/api/security-posture/v1/entities/component/default/${name}/posture`,
    ),
    summary: ['/api/security-posture/v1/summary'],
  };
}

function figuresOf({ catalog, entity, summary }: ClientsOutput) {
  const byName = p95(catalog, answer => answer.milliseconds);
  const ofEntity = p95(entity, answer => answer.milliseconds);
  const ofSummary = p95(summary, answer => answer.milliseconds);
  return {
    catalogByNameP95Ms: rounded(byName, 1),
    entityP95Ms: rounded(ofEntity, 1),
    summaryP95Ms: rounded(ofSummary, 1),
    entityOverCatalogByName: rounded(ofEntity / byName, 2),
    summaryOverCatalogByName: rounded(ofSummary / byName, 2),
    entityOwnP95Ms: rounded(
      p95(entity, answer => answer.ownMs),
      1,
    ),
    summaryOwnP95Ms: rounded(
      p95(summary, answer => answer.ownMs),
      1,
    ),
  };
}

function p95(
  answers: readonly Answer[],
  value: (answer: Answer) => number,
): number {
  return percentile(answers.map(value), 95);
}

function withSuffix(figures: Readonly<Record<string, number>>, suffix: string) {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [`${name}${suffix}`, value]),
  );
}
