import { loadFolder } from 'security-posture-demo-cluster';
import { freePort } from '../../backends/freePort';
import { DirectClusterReader } from '../../../examples/security-posture-module-example/src/DirectClusterReader';
import { livePast } from './livePast';
import { PastClock } from './PastClock';
import { PastClusters } from './PastClusters';
import {
  DATA,
  demoClusters,
  pastConfig,
  registeredClusters,
} from './pastConfig';
import { PastPeople } from './PastPeople';
import { readStory } from './readStory';
import { startPastPortal } from './startPastPortal';
import { timelineOf } from './timeline';
import { waitForComponents } from '../../backends/waitForComponents';

/** Makes the past of the demo portal, up to today, in an empty folder for the database. */
async function makePast(database: string): Promise<void> {
  const today = Date.now();
  const clock = new PastClock();
  const configs = await demoClusters();
  const story = await readStory(
    `${DATA}/past`,
    configs.map(({ name }) => name),
  );
  const clusters = await PastClusters.load(configs, story.changes);
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const registered = await registeredClusters(clusters.urls);
  const portal = await startPastPortal(
    await pastConfig({ baseUrl, port, database }),
    { clock, reader: new DirectClusterReader(registered) },
  );
  try {
    await waitForComponents(portal, await countComponents());
    const people = new PastPeople(baseUrl, today);
    const moments = timelineOf(story, today);
    await livePast({ portal, clusters, people, clock, today }, moments);
  } finally {
    await portal.stop();
    await clusters.stop();
  }
}

async function countComponents(): Promise<number> {
  const entities = await loadFolder(`${DATA}/catalog`);
  return entities.filter(({ kind }) => kind === 'Component').length;
}

makePast(process.argv[2])
  .catch(error => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 1;
  })
  // Connections that are kept alive would hold the process.
  .finally(() => process.exit());
