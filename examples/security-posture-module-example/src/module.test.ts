import {
  createBackendModule,
  ExtensionPoint,
} from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  securityPostureControlsExtensionPoint,
  securityPostureImportersExtensionPoint,
  securityPostureProfilesExtensionPoint,
} from 'backstage-plugin-security-posture-node';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- what the module adds is searched for as well
import searchModule from 'backstage-plugin-search-backend-module-security-posture';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the module is tested in the real plugin
import securityPosture from 'backstage-plugin-security-posture-backend';
import {
  FindingView,
  PostureExport,
} from 'backstage-plugin-security-posture-common';
import {
  DemoCluster,
  parseManifests,
  startDemoCluster,
} from 'security-posture-demo-cluster';
import { SearchIndex } from './__testUtils__/SearchIndex';
import { CART_REF, startPortal } from './__testUtils__/startPortal';
import module from './index';
import { ownRegistry } from './ownRegistry';
import { restoreDrillImporter } from './restoreDrillImporter';

const MANIFESTS = `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
  labels: { backstage.io/kubernetes-id: cart }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec:
      containers: [{ name: cart, image: 'nginx:1.29' }]
`;

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let cluster: DemoCluster;
beforeAll(async () => {
  const objects = parseManifests(MANIFESTS, 'cart.yaml');
  cluster = await startDemoCluster({ name: 'demo', objects });
});
afterAll(() => cluster?.stop());

type Portal = Awaited<ReturnType<typeof startPortal>>;

async function findingsOf(portal: Portal, control: string) {
  const path = `/findings?controls=${control}`;
  const { body } = await portal.ask('get', path).expect(200);
  return body.items as readonly FindingView[];
}

/** A module that adds to one extension point. */
function moduleThat<Point>(
  moduleId: string,
  point: ExtensionPoint<Point>,
  add: (point: Point) => void,
) {
  return createBackendModule({
    pluginId: 'security-posture',
    moduleId,
    register: env =>
      env.registerInit({
        deps: { point },
        init: async ({ point: registered }) => add(registered as Point),
      }),
  });
}

describe('a portal with the module', () => {
  const search = new SearchIndex();
  let portal: Portal;
  beforeAll(async () => {
    portal = await startPortal({
      cluster,
      features: [securityPosture, module, search.feature, searchModule],
      database: { knex: await databases.init('SQLITE_3') },
      config: {
        securityPosture: {
          profiles: { workload: 'lumen' },
          readiness: { policy: 'lumen' },
        },
      },
    });
    await portal.sweep();
  });
  afterAll(() => portal?.stop());

  it('has its controls in the library, which has another version', async () => {
    const { body } = await portal.ask('get', '/controls').expect(200);
    expect(body.library).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
    const ids = body.controls.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['own-registry', 'restore-drill']),
    );
    const one = await portal.ask('get', '/controls/own-registry').expect(200);
    expect(one.body).toMatchObject({
      title: ownRegistry.title,
      addedBy: 'example',
    });
    const page = await portal
      .ask('get', '/control-standings/own-registry')
      .expect(200);
    expect(page.body.control.addedBy).toBe('example');
    const other = await portal.ask('get', '/controls/host-pid').expect(200);
    expect(other.body).not.toHaveProperty('addedBy');
  });

  it('finds what breaks its control, with a patch that was proven', async () => {
    const [finding] = await findingsOf(portal, 'own-registry');
    expect(finding).toMatchObject({ outcome: 'fail', severity: 'high' });
    const path = `/findings/${finding.key}`;
    const { body } = await portal.ask('get', path).expect(200);
    expect(body.patch.proven).toBe(true);
    expect(body.patch.strategicMerge).toContain(
      'image: registry.lumen.example/nginx:1.29',
    );
  });

  it('has its control, and what breaks it, in the search of the portal', async () => {
    const controls = await search.documentsOf('security-posture-controls');
    expect(controls).toContainEqual({
      title: ownRegistry.title,
      text: expect.stringContaining(ownRegistry.why),
      location: '/security-posture/controls/own-registry',
    });
    const [cart, ...others] = await search.documentsOf('security-posture');
    expect(others).toEqual([]);
    expect(cart.authorization).toEqual({ resourceRef: CART_REF });
    expect(cart.text).toContain(
      `${ownRegistry.failureTitle} (high, own-registry): Deployment shop/cart in demo`,
    );
  });

  it('exports what breaks its control, by its title', async () => {
    const asked = (format: string) =>
      portal
        .ask('get', `/export?scope=entity&ref=${CART_REF}&format=${format}`)
        .expect(200);
    const { findings } = (await asked('json')).body as PostureExport;
    expect(findings).toContainEqual(
      expect.objectContaining({
        control: 'own-registry',
        title: ownRegistry.failureTitle,
      }),
    );
    expect((await asked('csv')).text).toContain(
      `"Deployment","cart","own-registry","${ownRegistry.failureTitle}","high"`,
    );
  });

  it('scores over its profile, and tells facts of its control', async () => {
    const posture = await portal
      .ask('get', '/entities/component/default/cart/posture')
      .expect(200);
    expect(posture.body).toMatchObject({
      profile: 'lumen@1',
      library: expect.stringContaining('+'),
      readiness: 'notReady',
    });
    const { body } = await portal
      .ask('post', '/postures/by-refs')
      .send({ entityRefs: [CART_REF] })
      .expect(200);
    const [{ controls }] = body.items;
    expect(controls).toHaveProperty('ownRegistryPasses', false);
    expect(controls).not.toHaveProperty('cpuLimitPasses');
  });

  it('judges by what its importer keeps of a report', async () => {
    const post = (report: object) =>
      portal.ask('post', '/imports/restore-drill?cluster=demo').send(report);
    const wrong = await post({ backups: 'all' }).expect(400);
    expect(wrong.body.error.message).toContain('each with a name');
    const backups = [
      { name: 'shop-database', restored: false, password: 'hunter2' },
      { name: 'etcd', restored: true },
    ];
    await post({ backups }).expect(201);
    await portal.sweep();
    const [finding] = await findingsOf(portal, 'restore-drill');
    expect(finding.outcome).toBe('fail');
    const path = `/findings/${finding.key}`;
    const { body } = await portal.ask('get', path).expect(200);
    expect(body.violations).toEqual([
      expect.objectContaining({
        message: 'the backup shop-database could not be restored',
      }),
    ]);
  });

  it('knows no importer that nobody added', async () => {
    const path = '/imports/sbom?cluster=demo';
    const { body } = await portal.ask('post', path).send({}).expect(404);
    expect(body.error.message).toContain(
      'There are: audit-policy, kube-bench, restore-drill',
    );
  });
});

it('marks the days on which the module comes and goes', async () => {
  const knex = await databases.init('SQLITE_3');
  const versions: string[] = [];
  for (const modules of [[], [module], []]) {
    const portal = await startPortal({
      cluster,
      features: [securityPosture, ...modules],
      database: { knex },
    });
    await portal.sweep();
    const { body } = await portal.ask('get', '/controls').expect(200);
    versions.push(body.library);
    const findings = await findingsOf(portal, 'own-registry');
    expect(findings.length).toBe(modules.length);
    await portal.stop();
  }
  const changes = await knex('changes')
    .where({ what: 'libraryChanged' })
    .orderBy('id');
  expect(changes.map(({ from, to }) => [from, to])).toEqual([
    [null, versions[0]],
    [versions[0], versions[1]],
    [versions[1], versions[0]],
  ]);
});

it('takes a control that throws for not evaluated, and never for a pass', async () => {
  const throwing = moduleThat(
    'throwing',
    securityPostureControlsExtensionPoint,
    controls =>
      controls.addControls({
        module: 'throwing',
        version: '1',
        controls: [
          {
            ...ownRegistry,
            evaluate(
              ...[workload, context]: Parameters<typeof ownRegistry.evaluate>
            ) {
              if (workload.subject.name === 'cart') throw new Error('hunter2');
              return ownRegistry.evaluate(workload, context);
            },
          },
        ],
      }),
  );
  const portal = await startPortal({
    cluster,
    features: [securityPosture, throwing],
  });
  await portal.sweep();
  const [finding] = await findingsOf(portal, 'own-registry');
  expect(finding).toMatchObject({
    outcome: 'notEvaluated',
    reason: 'controlError',
  });
  expect(JSON.stringify(finding)).not.toContain('hunter2');
  const { body } = await portal
    .ask('post', '/postures/by-refs')
    .send({ entityRefs: [CART_REF] })
    .expect(200);
  expect(body.items[0].controls.ownRegistryPasses).toBe(false);
  await portal.stop();
});

describe('the start', () => {
  const clashing = 'clashing';
  const adding = (control: object) =>
    moduleThat(clashing, securityPostureControlsExtensionPoint, controls =>
      controls.addControls({
        module: clashing,
        version: '1',
        controls: [{ ...ownRegistry, ...control }],
      }),
    );

  it.each([
    [
      'a taken id',
      adding({}),
      /Module '?(clashing|example)'?.*cannot add the control own-registry: the id is taken by (clashing|example)/,
    ],
    [
      'a control without words',
      adding({ id: 'other', why: '' }),
      /Module clashing cannot add the control other: its why is missing/,
    ],
    [
      'a control that its examples do not prove',
      adding({ id: 'other', patch: () => ({ hostPID: false }) }),
      /Module clashing cannot add the control other: its example 1 of fail is not mended by its patch/,
    ],
    [
      'a profile with an unknown control',
      moduleThat(clashing, securityPostureProfilesExtensionPoint, profiles =>
        profiles.addProfile({
          module: clashing,
          over: 'workload',
          profile: { id: 'typo', version: '1', severities: { typo: 'low' } },
        }),
      ),
      /Module clashing cannot add the profile typo: there is no control typo/,
    ],
    [
      'a taken importer',
      moduleThat(clashing, securityPostureImportersExtensionPoint, importers =>
        importers.addImporter({
          module: clashing,
          importer: { ...restoreDrillImporter, id: 'kube-bench' },
        }),
      ),
      /Module clashing cannot add the importer kube-bench: the id is taken by Security Posture itself/,
    ],
  ])('stops for %s, with a sentence that names the module', async (...row) => {
    const [, clash, sentence] = row;
    await expect(
      startPortal({ cluster, features: [securityPosture, module, clash] }),
    ).rejects.toThrow(sentence);
  });
});
