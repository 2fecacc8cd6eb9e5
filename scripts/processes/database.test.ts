import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { parseManifests } from 'security-posture-demo-cluster';
import { DatabaseDoor } from './DatabaseDoor';
import { ReplicaBench, shops, waitUntil } from './ReplicaBench';
import { aDeployment } from './shop';
import { Replica } from './startReplica';

const POSTURE = '/entities/component/default/web/posture';

describe('a portal whose database goes away', () => {
  let bench: ReplicaBench;
  let door: DatabaseDoor;
  let replica: Replica;

  before(async () => {
    bench = await ReplicaBench.start(shops('a', 'b'));
    door = await DatabaseDoor.open(bench.database);
    replica = await bench.startReplica('one', {
      database: door.url,
      securityPosture: { sweeps: { timeout: { seconds: 30 } } },
    });
    await waitUntil('the posture is there, of both clusters', 300, async () => {
      const answer = await replica.ask(POSTURE);
      if (!answer.ok) return false;
      const { clusters }: EntityPosture = await answer.json();
      if (clusters.some(({ workloads }) => workloads === 0)) return false;
      const [a, b] = [
        await bench.openFindings('a'),
        await bench.openFindings('b'),
      ];
      return a.length > 0 && a.join() === b.join();
    });
  });
  after(async () => {
    await bench?.stop();
    await door?.shut();
  });

  async function findingsServed(): Promise<readonly string[]> {
    const answer = await replica.ask(POSTURE);
    assert.equal(answer.status, 200);
    const { findings } = await answer.json();
    return findings.items.map(({ key }: { key: string }) => key);
  }

  describe('fault: database gone and back, in the middle of a sweep', () => {
    it('answers with an error that shows no statement, lives on, then serves the last posture, sweeps again by itself, and loses and doubles nothing', async () => {
      const served = await findingsServed();
      const cluster = bench.cluster('a');
      for (const name of ['a', 'b'])
        bench
          .cluster(name)
          .apply(parseManifests(aDeployment('extra'), 'extra.yaml'));
      cluster.requests.clear();
      cluster.faults.set({ type: 'slow', delayMs: 2_000 });
      await replica.ask('/clusters/a/scan', 'POST');
      await waitUntil(
        'the sweep has begun',
        30,
        () => cluster.requests.list().length > 5,
      );
      await door.shut();
      const { status, body } = await replica
        .ask(POSTURE)
        .then(async answer => ({
          status: answer.status,
          body: await answer.text(),
        }));
      assert.ok(status >= 500, `${status}`);
      assert.doesNotMatch(body, /select |findings/i);
      cluster.faults.clear();
      await waitUntil('the sweep has failed', 60, () =>
        /refused to|ECONNREFUSED/.test(replica.log()),
      );
      assert.ok(replica.runs());

      await door.reopen();
      await waitUntil(
        'it answers again',
        30,
        async () => (await replica.ask(POSTURE)).ok,
      );
      assert.deepEqual(await findingsServed(), served);
      await replica.ask('/clusters/b/scan', 'POST');
      await waitUntil('both are swept', 180, async () => {
        const [a, b] = [
          await bench.openFindings('a'),
          await bench.openFindings('b'),
        ];
        return a.some(line => / extra$/.test(line)) && a.join() === b.join();
      });
      assert.deepEqual(await findingsServed(), served);
    });
  });
});
