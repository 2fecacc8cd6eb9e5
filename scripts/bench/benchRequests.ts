import { clusterSizes } from 'security-posture-demo-cluster';
import { BenchArguments } from './arguments';
import { databaseConfigOf } from './benchDatabase';
import { startChild } from './childProcess';
import { Answer } from './clients/askSteadily';
import { ClientsInput, ClientsOutput } from './clients/main';
import { DemoProcess } from './demoProcess';
import { PortalInput } from './portal/main';
import { freePort } from './portal/freePort';
import {
  componentNames,
  SEES_EVERYTHING,
  SEES_HALF,
} from './portal/generatedEntities';
import { signIn } from './portal/signIn';
import { percentile, rounded } from './statistics';

/** Requests a second. */
const RATE = 20;

/** Figures of the portal's answers, beside those of the catalog in the same run. Clients and portal are processes of their own. */
export async function benchRequests(
  { size, seed, database, seconds }: BenchArguments,
  folder: string,
  { clusters }: DemoProcess,
) {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const portal = await startChild(
    'portal/main.ts',
    {
      size,
      seed,
      clusters,
      port,
      // Nothing is swept while answers are timed.
      everyHours: 24,
      database: databaseConfigOf(database, folder),
    } satisfies PortalInput,
    { NODE_ENV: 'production' },
  );
  const ask = async (user: string, names: readonly string[]) => {
    const clients = await startChild<ClientsOutput>('clients/main.ts', {
      baseUrl,
      token: await signIn(baseUrl, user),
      routes: routesOf(names),
      rate: RATE,
      seconds,
    } satisfies ClientsInput);
    return figuresOf(clients.told);
  };
  try {
    const { all, half } = componentNames(size, seed);
    if (all.length !== clusterSizes[size].entities)
      throw new Error('The catalog has other components than its size');
    const everything = await ask(SEES_EVERYTHING, all);
    const conditional = await ask(SEES_HALF, half);
    return {
      requestsASecond: RATE,
      ...everything,
      ...withSuffix(conditional, 'Conditional'),
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
  if (entity.some(({ calls }) => calls === 0))
    throw new Error('Requests to the catalog went unnoticed');
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
