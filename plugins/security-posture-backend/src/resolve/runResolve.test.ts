import { CLUSTER } from '../database/__testUtils__/samples';
import { dumpTables } from '../database/__testUtils__/openStores';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { decodeOutcomes } from '../database/outcomes';
import {
  aDeployment,
  collected,
  PRIVILEGED,
} from '../sweep/__testUtils__/collected';
import { anEntity, SweepHarness } from '../sweep/__testUtils__/SweepHarness';
import { Resolver } from './Resolver';

const WEB = 'component:default/web';

testDatabases().forEach(open => {
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

  it('gives a new entity its posture without a sweep', async () => {
    const harness = await swept(aDeployment('web', PRIVILEGED));
    harness.entities = [anEntity('web')];
    await harness.resolve();
    const entity = await harness.stores.reader.getEntity(WEB);
    expect(entity?.parts).toMatchObject([
      {
        cluster: CLUSTER,
        subjects: 1,
        tallies: { 'privileged-container': { fail: { critical: 1 } } },
      },
    ]);
    expect(await harness.findingsOf(WEB)).toContain(
      'privileged-container fail web',
    );
    expect(await harness.stores.reader.countOwnedSubjects()).toBe(1);
    expect(await harness.stores.reader.countOwnedSubjects(new Set([WEB]))).toBe(
      1,
    );
    expect(
      await harness.stores.reader.countOwnedSubjects(
        new Set(['component:default/other']),
      ),
    ).toBe(0);
  });

  it('writes nothing where nothing changed', async () => {
    const harness = await swept(aDeployment('web', PRIVILEGED));
    harness.entities = [anEntity('web'), anEntity('other')];
    await harness.resolve();
    const before = await dumpTables(harness.stores.knex);
    harness.now = 3000;
    await harness.resolve();
    expect(await dumpTables(harness.stores.knex)).toEqual(before);
  });

  it('writes nothing where the catalog fails', async () => {
    const harness = await swept(aDeployment('web'));
    harness.entities = [anEntity('web')];
    await harness.resolve();
    const before = await dumpTables(harness.stores.knex);
    const resolver = new Resolver({
      ...harness.resolveEnvironment,
      readEntities: async () => {
        throw new Error('the catalog is away');
      },
    });
    await expect(resolver.resolve()).rejects.toThrow('the catalog is away');
    expect(await dumpTables(harness.stores.knex)).toEqual(before);
  });

  it('deletes nothing where over a fifth of all entities went at once, and says so', async () => {
    const harness = await swept(aDeployment('web'));
    harness.entities = ['web', 'a', 'b'].map(name => anEntity(name));
    await harness.resolve();
    harness.entities = [anEntity('a'), anEntity('b')];
    await harness.resolve();
    expect((await harness.stores.reader.getEntity(WEB))?.parts).toHaveLength(1);
    expect(harness.logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/lists 1 entities less than before/)],
    ]);
  });

  it('ends the posture of an entity that is gone', async () => {
    const harness = await swept(
      aDeployment('web', '', { namespace: 'kube-system' }),
    );
    const rest = Array.from({ length: 9 }, (_, index) =>
      anEntity(`rest-${index}`),
    );
    harness.entities = [anEntity('web'), ...rest];
    await harness.resolve();
    expect(
      await outcomeOf(harness, 'workload-in-system-namespace'),
    ).toMatchObject({ outcome: 'fail' });
    harness.entities = rest;
    await harness.resolve();
    expect(await harness.stores.reader.getEntity(WEB)).toBeUndefined();
    expect(await harness.stores.knex('posture_parts')).toMatchObject([
      { subjects: 0 },
    ]);
    expect(
      await outcomeOf(harness, 'workload-in-system-namespace'),
    ).toMatchObject({ outcome: 'notApplicable' });
  });

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
      const yaml =
        SYSTEM +
        aDeployment('sandboxed', '', { pod: 'runtimeClassName: box' }) +
        aDeployment('open', '', { pod: 'runtimeClassName: plain' }) +
        `
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

  describe('a sweep and a resolve at the same time', () => {
    it('leave nothing judged for owners of before', async () => {
      const SYSTEM = aDeployment('web', '', { namespace: 'kube-system' });
      const changed = aDeployment('web', PRIVILEGED, {
        namespace: 'kube-system',
      });
      const harness = await swept(SYSTEM);
      const environment = harness.sweepEnvironment;
      const { store } = environment;
      const saveGaps = store.saveGaps.bind(store);
      jest.spyOn(store, 'saveGaps').mockImplementation(async (...options) => {
        harness.entities = [anEntity('web')];
        await harness.resolve();
        await saveGaps(...options);
      });
      await harness.sweep(collected(changed));
      await harness.resolve();
      expect(await harness.findingsOf(WEB)).toEqual(
        expect.arrayContaining([
          'workload-in-system-namespace fail web',
          'privileged-container fail web',
        ]),
      );
      expect((await harness.stores.reader.getEntity(WEB))?.parts).toMatchObject(
        [
          {
            subjects: 1,
            tallies: {
              'workload-in-system-namespace': { fail: { medium: 1 } },
              'privileged-container': { fail: { critical: 1 } },
            },
          },
        ],
      );
    });
  });

  it('shows nothing of a cluster that is gone', async () => {
    const harness = await swept(aDeployment('web'));
    harness.entities = [anEntity('web')];
    await harness.resolve();
    await harness.stores.knex('clusters').update({ gone_at: 1 });
    await harness.resolve();
    expect(await harness.stores.view(WEB)).toMatchObject({
      entity: { parts: [] },
      findings: [],
      workloads: [],
      owned: 0,
    });
  });
});

describe('Resolver', () => {
  it('runs one resolve at a time, and one for all who wait', async () => {
    let running = 0;
    let begun = 0;
    let release = () => {};
    const resolver = new Resolver({
      readEntities: async () => {
        begun += 1;
        running += 1;
        expect(running).toBe(1);
        await new Promise<void>(resolve => {
          release = resolve;
        });
        running -= 1;
        throw new Error(`resolve ${begun}`);
      },
    } as unknown as ConstructorParameters<typeof Resolver>[0]);
    const settled = (promise: Promise<void>) =>
      promise.catch((error: Error) => error.message);
    const first = settled(resolver.resolve());
    await new Promise(setImmediate);
    const waiting = [settled(resolver.resolve()), settled(resolver.resolve())];
    release();
    expect(await first).toBe('resolve 1');
    await new Promise(setImmediate);
    release();
    expect(await Promise.all(waiting)).toEqual(['resolve 2', 'resolve 2']);
    const last = settled(resolver.resolve());
    await new Promise(setImmediate);
    release();
    expect(await last).toBe('resolve 3');
  });
});
