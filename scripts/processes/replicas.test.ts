import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseManifests } from 'security-posture-demo-cluster';
import { ReplicaBench, shops, waitUntil } from './ReplicaBench';
import { aDeployment } from './shop';
import { Replica } from './startReplica';

const CLUSTERS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Seconds of the lease of a sweep; Backstage's scheduler looks once a minute for leases that are over, and polls every 5 s. */
const LEASE = 45;
const RESUMED_WITHIN = LEASE + 60 + 10;

/** Milliseconds. A sweep then takes longer than the 5 s between polls: what ends before the next poll leaves no other replica a turn. */
const ANSWERED_AFTER = 400;

const securityPosture = {
  sweeps: { maxConcurrent: 1, timeout: { seconds: LEASE } },
};

describe('two replicas on one database', () => {
  let bench: ReplicaBench;
  let replicas: Replica[];

  before(async () => {
    bench = await ReplicaBench.start(shops(...CLUSTERS));
    for (const cluster of bench.clusters)
      cluster.faults.set({ type: 'slow', delayMs: ANSWERED_AFTER });
    const first = await bench.startReplica('one', { securityPosture });
    replicas = [first, await bench.startReplica('two', { securityPosture })];
  });
  after(() => bench?.stop());

  async function publishedNumbers(): Promise<readonly number[]> {
    const rows = await bench.knex('clusters').orderBy('name');
    return rows.map(row => row.sweep_no);
  }

  async function assertNoneOverlap(): Promise<void> {
    const sweeps = await bench
      .knex('sweeps')
      .orderBy(['cluster', 'started_at']);
    for (const [index, next] of sweeps.entries()) {
      const sweep = sweeps[index - 1];
      if (sweep?.cluster !== next.cluster) continue;
      assert.ok(
        sweep.finished_at !== null &&
          Number(sweep.finished_at) <= Number(next.started_at),
        `Two sweeps of ${next.cluster} overlap`,
      );
    }
  }

  it('share the clusters, and never sweep one twice at once', async () => {
    await waitUntil('every cluster is swept', 600, async () =>
      (await publishedNumbers()).every(number => number > 0),
    );
    assert.equal((await publishedNumbers()).length, CLUSTERS.length);
    await assertNoneOverlap();
    const askers = CLUSTERS.map(name => bench.seriesOf(name));
    for (const series of askers)
      assert.equal(series.length, 1, `asked by turns: ${series}`);
    assert.deepEqual([...new Set(askers.flat())].sort(), ['one', 'two']);
  });

  describe('fault: kill -9 of the replica that sweeps', () => {
    it('serves the last posture meanwhile, sweeps elsewhere within the lease and a minute, and loses and doubles nothing', async () => {
      const cluster = bench.cluster('a');
      const before = await bench.openFindings('a');
      assert.ok(before.length > 20);
      for (const name of ['a', 'b'])
        bench
          .cluster(name)
          .apply(parseManifests(aDeployment('extra'), 'extra.yaml'));
      cluster.faults.clear();
      cluster.faults.set({ type: 'slow', delayMs: 5_000 });
      cluster.requests.clear();
      const [number] = await publishedNumbers();
      assert.equal(
        (await replicas[0].ask('/clusters/a/scan', 'POST')).status,
        202,
      );
      await waitUntil(
        'a sweep asks the cluster',
        30,
        () => bench.seriesOf('a').length > 0,
      );
      await sleep(3_000);

      const killed = replicas.find(
        ({ clusterToken }) => clusterToken === bench.seriesOf('a')[0],
      )!;
      const other = replicas.find(replica => replica !== killed)!;
      await killed.kill();
      const killedAt = Date.now();
      cluster.faults.clear();
      assert.deepEqual(await bench.openFindings('a'), before);
      await waitUntil(
        'the other one has swept it',
        RESUMED_WITHIN,
        async () => {
          const answer = await other.ask('/clusters');
          assert.equal(answer.status, 200);
          return (await publishedNumbers())[0] > number;
        },
      );
      process.stdout.write(
        `# resumed after ${(Date.now() - killedAt) / 1000} s\n`,
      );
      assert.deepEqual(bench.seriesOf('a'), [
        killed.clusterToken,
        other.clusterToken,
      ]);
      await assertNoneOverlap();

      const [, numberOfB] = await publishedNumbers();
      assert.equal((await other.ask('/clusters/b/scan', 'POST')).status, 202);
      await waitUntil(
        'b is swept again',
        60,
        async () => (await publishedNumbers())[1] > numberOfB,
      );
      assert.deepEqual(
        await bench.openFindings('a'),
        await bench.openFindings('b'),
      );
    });
  });
});
