import {
  allControls,
  defineImageControl,
  LivePod,
} from 'security-posture-engine';
import { CLUSTER } from '../database/__testUtils__/samples';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { aDeployment, collected } from './__testUtils__/collected';
import { anEntity, SweepHarness } from './__testUtils__/SweepHarness';

const WEB = 'component:default/web';
const API = 'component:default/api';
const NAMESPACE = `
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---`;
const QUOTA = `
apiVersion: v1
kind: ResourceQuota
metadata: { name: all, namespace: shop }
spec: { hard: { cpu: "8", memory: 16Gi } }
---`;
const SHOP = NAMESPACE + aDeployment('web') + aDeployment('api');
const DIGEST = `sha256:${'a'.repeat(64)}`;

const SECRETS = `
apiVersion: aquasecurity.github.io/v1alpha1
kind: ExposedSecretReport
metadata: { name: web, namespace: shop, creationTimestamp: "1970-01-01T00:00:00Z", labels: { trivy-operator.resource.kind: Deployment, trivy-operator.resource.name: web, trivy-operator.container.name: web } }
report: { artifact: { repository: web, tag: "1.0" }, registry: { server: registry.example }, updateTimestamp: "1970-01-01T00:00:00Z", secrets: [] }
---`;

/** A control of this test: it fails for one digest. */
const BAD_IMAGE = defineImageControl({
  id: 'bad-image',
  title: 'Images are good',
  failureTitle: 'The image is bad',
  why: 'Bad images are bad.',
  fix: 'Take a good one.',
  severity: 'high',
  category: 'image',
  scope: 'image',
  frameworks: {},
  references: [],
  needs: [],
  reads: 'The digest.',
  examples: { pass: [], fail: [] },
  evaluate: ({ digest }) =>
    digest === DIGEST
      ? {
          outcome: 'fail',
          violations: [{ path: 'digest', message: 'it is bad' }],
        }
      : { outcome: 'pass', violations: [] },
});

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  async function harnessOf(yaml: string, rest = {}): Promise<SweepHarness> {
    const harness = await SweepHarness.open(() => databases.open(databaseId));
    harness.controls = [...allControls(), BAD_IMAGE];
    harness.entities = [anEntity('web'), anEntity('api')];
    await harness.sweep(collected(yaml, rest));
    await harness.resolve();
    harness.now = 2000;
    return harness;
  }

  const open = async ({ stores }: SweepHarness, control: string) =>
    stores
      .knex('findings')
      .join('subjects', 'subjects.id', 'findings.subject_id')
      .where({ control_id: control, outcome: 'fail' })
      .whereNull('closed_at')
      .select('subjects.name', 'stale_since');

  describe('a namespace', () => {
    it("is judged for itself, and its findings are no entity's", async () => {
      const harness = await harnessOf(SHOP);
      expect(await open(harness, 'resource-quota')).toMatchObject([
        { name: 'shop' },
      ]);
      expect(await harness.findingsOf(WEB)).not.toContainEqual(
        expect.stringContaining('resource-quota'),
      );
      await harness.sweep(collected(SHOP + QUOTA));
      expect(await open(harness, 'resource-quota')).toEqual([]);
    });

    it('stays with stale fails where namespaces could not be listed, and a gap says why', async () => {
      const harness = await harnessOf(SHOP);
      const unread = { namespaces: 'forbidden' } as const;
      await harness.sweep(collected(SHOP + QUOTA, { unread }));
      expect(await open(harness, 'resource-quota')).toEqual([
        { name: 'shop', stale_since: expect.anything() },
      ]);
      expect(await harness.stores.reader.listGaps([CLUSTER])).toContainEqual(
        expect.objectContaining({
          control: 'resource-quota',
          reason: 'forbidden',
        }),
      );
    });

    it('is a gap from the first sweep on where namespaces were never listed', async () => {
      const unread = { namespaces: 'forbidden' } as const;
      const harness = await harnessOf(aDeployment('web'), { unread });
      expect(await harness.stores.reader.listGaps([CLUSTER])).toContainEqual(
        expect.objectContaining({
          control: 'resource-quota',
          reason: 'forbidden',
        }),
      );
    });
  });

  describe('an image', () => {
    const livePods: readonly LivePod[] = ['web', 'api'].map(name => ({
      namespace: 'shop',
      name: `${name}-1`,
      owner: { kind: 'Deployment', name },
      injected: [],
      imageDigests: { [name]: DIGEST },
    }));

    it('is judged once, counts once for each entity that uses it, and is no workload of theirs', async () => {
      const harness = await harnessOf(SHOP, { livePods });
      expect(await open(harness, 'bad-image')).toHaveLength(1);
      for (const ref of [WEB, API]) {
        expect(await harness.findingsOf(ref)).toContain(
          `bad-image fail ${DIGEST}`,
        );
        const entity = await harness.stores.reader.getEntity(ref);
        expect(entity?.parts).toMatchObject([
          { subjects: 1, tallies: { 'bad-image': { fail: { high: 1 } } } },
        ]);
      }
      expect([...(await harness.stores.reader.countSubjects())]).toEqual([
        [CLUSTER, 2],
      ]);
    });

    it('is called by the reference that its workloads ask for', async () => {
      const harness = await harnessOf(SHOP, { livePods: livePods.slice(0, 1) });
      const { items } = await harness.stores.reader.listFindings({
        entityRef: WEB,
        controls: ['bad-image'],
        offset: 0,
        limit: 10,
      });
      expect(items.map(({ subject }) => subject)).toMatchObject([
        { kind: 'Image', name: DIGEST, title: 'registry.example/web:1.0' },
      ]);
    });

    it('counts at once where a sweep finds it, before entities are resolved again', async () => {
      const harness = await harnessOf(SHOP);
      await harness.sweep(collected(SHOP, { livePods: livePods.slice(0, 1) }));
      const partOf = async (ref: string) =>
        (await harness.stores.reader.getEntity(ref))?.parts[0].tallies[
          'bad-image'
        ];
      expect(await partOf(WEB)).toMatchObject({ fail: { high: 1 } });
      expect(await partOf(API)).toMatchObject({ pass: 1, fail: {} });
      await harness.resolve();
      expect(await harness.findingsOf(WEB)).toContain(
        `bad-image fail ${DIGEST}`,
      );
      expect(await harness.findingsOf(API)).not.toContain(
        `bad-image fail ${DIGEST}`,
      );
    });

    it('counts for what rests on reports from the first report on, and for ever', async () => {
      const REPORTED = 'image-exposed-secrets';
      const harness = await harnessOf(SHOP, {
        livePods,
        reports: 'trivyExposedSecretReports',
      });
      const tallyOf = async (ref: string) =>
        (await harness.stores.reader.getEntity(ref))?.parts[0].tallies[
          REPORTED
        ];
      expect(await tallyOf(WEB)).toBeUndefined();
      const reported = SHOP + SECRETS;
      const rest = { livePods, reports: 'trivyExposedSecretReports' } as const;
      await harness.sweep(collected(reported, rest));
      expect(await tallyOf(WEB)).toMatchObject({ pass: 1 });
      await harness.sweep(collected(SHOP, rest));
      expect(await tallyOf(WEB)).toMatchObject({ pass: 0, notEvaluated: 1 });
      await harness.resolve();
      expect(await tallyOf(WEB)).toMatchObject({ pass: 0, notEvaluated: 1 });
    });

    describe.each([
      [
        'pods',
        SHOP,
        { unreadPods: 'forbidden', unreadKinds: { Pod: 'forbidden' } },
      ],
      [
        'its workloads',
        NAMESPACE,
        { livePods, unreadKinds: { Deployment: 'forbidden' } },
      ],
    ] as const)('where %s could not be listed', (_, yaml, rest) => {
      it('keeps its stale fail for each entity that used it, at once and after resolving', async () => {
        const harness = await harnessOf(SHOP, { livePods });
        const expectKept = async () => {
          for (const ref of [WEB, API]) {
            expect(await harness.findingsOf(ref)).toContain(
              `bad-image fail ${DIGEST}`,
            );
            const entity = await harness.stores.reader.getEntity(ref);
            expect(entity?.parts).toMatchObject([
              { tallies: { 'bad-image': { fail: { high: 1 }, pass: 0 } } },
            ]);
          }
        };
        await harness.sweep(collected(yaml, rest));
        await expectKept();
        await harness.resolve();
        await expectKept();
        await harness.sweep(collected(yaml, rest));
        await expectKept();
        await harness.sweep(collected(SHOP));
        await harness.resolve();
        expect(await open(harness, 'bad-image')).toEqual([]);
      });
    });

    it('leaves the entity with the workload that used it', async () => {
      const harness = await harnessOf(SHOP, { livePods });
      await harness.sweep(collected(SHOP));
      await harness.resolve();
      expect(await open(harness, 'bad-image')).toEqual([]);
      expect(await harness.findingsOf(WEB)).not.toContain(
        `bad-image fail ${DIGEST}`,
      );
    });
  });
});
