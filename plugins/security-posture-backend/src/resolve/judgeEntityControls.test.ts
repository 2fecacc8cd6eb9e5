import { testDatabases } from '../database/__testUtils__/testDatabases';
import { decodeOutcomes } from '../database/outcomes';
import { aDeployment, collected } from '../sweep/__testUtils__/collected';
import { anEntity, SweepHarness } from '../sweep/__testUtils__/SweepHarness';

const WEB = 'component:default/web';

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  const open = () => databases.open(databaseId);
  async function swept(yaml: string, rest = {}): Promise<SweepHarness> {
    const harness = await SweepHarness.open(open);
    await harness.sweep(collected(yaml, rest));
    harness.now = 2000;
    return harness;
  }

  async function outcomeOf(harness: SweepHarness, control: string) {
    const [{ outcomes }] = await harness.stores
      .knex('subjects')
      .where({ name: 'web' });
    return decodeOutcomes(outcomes).find(one => one.control === control);
  }

  describe('controls that depend on the entity', () => {
    const SYSTEM = aDeployment('web', '', { namespace: 'kube-system' });
    const CONTROL = 'workload-in-system-namespace';

    it('are judged when the workload gets an owner, when tags change, and when it loses it', async () => {
      const harness = await swept(SYSTEM);
      expect(await outcomeOf(harness, CONTROL)).toMatchObject({
        outcome: 'notApplicable',
      });
      harness.entities = [anEntity('web')];
      await harness.resolve();
      expect(await harness.findingsOf(WEB)).toContain(`${CONTROL} fail web`);
      expect(
        (await harness.stores.reader.getEntity(WEB))?.parts[0].tallies[CONTROL],
      ).toMatchObject({ fail: { medium: 1 } });

      harness.entities = [anEntity('web', { tags: ['infrastructure'] })];
      await harness.resolve();
      expect(await harness.findingsOf(WEB)).not.toContain(
        `${CONTROL} fail web`,
      );
      expect(await outcomeOf(harness, CONTROL)).toMatchObject({
        outcome: 'pass',
      });

      harness.entities = [anEntity('web', { annotations: {} })];
      await harness.resolve();
      expect(await outcomeOf(harness, CONTROL)).toMatchObject({
        outcome: 'notApplicable',
      });
    });

    it('fail where they fail for one of two owners', async () => {
      const harness = await swept(SYSTEM);
      const annotations = {
        'backstage.io/kubernetes-label-selector': 'app=web',
      };
      harness.entities = [
        anEntity('agent', { annotations, tags: ['system'] }),
        anEntity('web'),
      ];
      await harness.resolve();
      expect(await outcomeOf(harness, CONTROL)).toMatchObject({
        outcome: 'fail',
      });
    });

    it('are judged as the next sweep judges them', async () => {
      const yaml = `${SYSTEM}
${aDeployment('sandboxed', '', { pod: 'runtimeClassName: box' })}
${aDeployment('open', '', { pod: 'runtimeClassName: plain' })}
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata: { name: box }
handler: runsc
---
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata: { name: plain }
handler: runc`;
      const harness = await swept(yaml);
      harness.entities = ['web', 'sandboxed', 'open'].map(name =>
        anEntity(name, { tags: ['untrusted'] }),
      );
      await harness.resolve();
      const view = async () =>
        Promise.all(
          harness.entities.map(({ entityRef }) =>
            harness.stores.view(entityRef),
          ),
        );
      const resolved = await view();
      expect(
        resolved.map(({ findings }) =>
          findings
            .filter(({ control }) => control === 'sandboxed-runtime')
            .map(({ violations }) => violations[0].message),
        ),
      ).toEqual([
        ['the pod runs in the default runtime of its node'],
        [],
        ['the handler of RuntimeClass "plain" is runc, which is no sandbox'],
      ]);
      harness.now = 3000;
      await harness.sweep(collected(yaml));
      expect(await view()).toEqual(resolved);
    });

    it('are not judged by what the sweep could not read', async () => {
      const yaml = aDeployment('web', '', { pod: 'runtimeClassName: box' });
      const unread = { runtimeClasses: 'forbidden' } as const;
      const harness = await swept(yaml, { unread });
      harness.entities = [anEntity('web', { tags: ['untrusted'] })];
      await harness.resolve();
      const reasons = { outcome: 'notEvaluated', reason: 'forbidden' };
      expect(await outcomeOf(harness, 'sandboxed-runtime')).toMatchObject(
        reasons,
      );
      expect(
        (await harness.findingsOf(WEB)).filter(finding =>
          /^sandboxed-runtime/.test(finding),
        ),
      ).toEqual([]);
      await harness.sweep(collected(yaml, { unread }));
      expect(await outcomeOf(harness, 'sandboxed-runtime')).toMatchObject(
        reasons,
      );
    });

    it.each<[string, object]>([
      [
        'whose kind could not be listed',
        { unreadKinds: { Deployment: 'forbidden' } },
      ],
      [
        'of a cluster whose version is not known',
        { kubernetesVersion: 'unknown' },
      ],
    ])('never pass on a workload %s', async (_, rest) => {
      const harness = await swept(aDeployment('web'));
      const unseen = 'unreadKinds' in rest ? '' : aDeployment('web');
      await harness.sweep(collected(unseen, rest));
      harness.entities = [anEntity('web')];
      await harness.resolve();
      expect(await outcomeOf(harness, CONTROL)).toMatchObject({
        outcome: 'notEvaluated',
      });
    });
  });
});
