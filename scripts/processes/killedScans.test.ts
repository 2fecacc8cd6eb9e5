import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  DemoCluster,
  parseManifests,
  startDemoCluster,
} from 'security-posture-demo-cluster';
import { buildScan, RunScan } from './buildScan';
import { differences, published, stored } from './contents';
import { openScratch, Scratch, scratchKinds } from './Scratch';
import { aDeployment, SHOP } from './shop';

const HOUR = 60 * 60 * 1000;
const FIRST = Date.UTC(2026, 10, 23, 6);

/** After the first scan: a Deployment that is new, one that is gone, and one that has changed. */
const CHANGED = [
  ...SHOP.filter(
    ({ metadata }) => !['web', 'cart'].includes(`${metadata?.name}`),
  ),
  ...parseManifests(
    `${aDeployment('extra')}\n---\n${aDeployment('cart').replace(
      'hostPID: true',
      'hostNetwork: true',
    )}`,
    'changed.yaml',
  ),
];

for (const kind of scratchKinds) {
  describe(`on ${kind}`, () => {
    let scan: RunScan;
    let cluster: DemoCluster;
    let scratch: Scratch;
    /** What readers see after the first scan, and after the second. */
    let first: readonly string[];
    let second: readonly string[];
    /** All that is kept after an undisturbed second scan and an unchanged third one. */
    let expected: readonly string[];
    /** At which writing statements of the second scan to die: of some in a row that do the same, at the first. */
    let steps: readonly number[];

    before(async () => {
      scan = await buildScan();
      cluster = await startDemoCluster({ name: 'prod', objects: SHOP });
      scratch = await openScratch(kind);
      await scratch.use(async (knex, database) => {
        await scan(database, cluster.url, FIRST);
        first = await published(knex);
      });
      await scratch.keepAsStart();
      cluster.replaceObjects(CHANGED);
      await scratch.use(async (knex, database) => {
        const { writes } = await scan(database, cluster.url, FIRST + 7 * HOUR);
        steps = writes.flatMap((write, index) =>
          write === writes[index - 1] ? [] : [index + 1],
        );
        second = await published(knex);
        await scan(database, cluster.url, FIRST + 14 * HOUR);
        expected = await stored(knex);
      });
    });
    after(async () => {
      await cluster?.stop();
      await scratch?.close();
    });

    describe('fault: kill -9 at every step of a sweep, its resolve and its roll-up', () => {
      it('serves what was published last, and the next scan leaves what an undisturbed one does, nothing lost or doubled', async () => {
        assert.ok(steps.length > 20, `${steps.length} steps`);
        assert.notDeepEqual(first, second);
        for (const dieAt of steps) {
          await scratch.use(async (knex, database) => {
            const died = await scan(
              database,
              cluster.url,
              FIRST + 7 * HOUR,
              dieAt,
            );
            assert.equal(died.signal, 'SIGKILL', `at ${dieAt}`);
            const seen = await published(knex);
            assert.ok(
              [first, second].some(one => same(one, seen)),
              `After it was killed at statement ${dieAt}, readers see neither the scan before nor the new one`,
            );
            await scan(database, cluster.url, FIRST + 14 * HOUR);
            assert.deepEqual(
              differences(await stored(knex), expected),
              [],
              `at ${dieAt}`,
            );
          });
        }
      });
    });
  });
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
