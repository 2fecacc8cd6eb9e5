import {
  type DemoCluster,
  parseManifests,
  startDemoCluster,
  writtenCluster,
} from 'security-posture-demo-cluster';
import { BarePortal } from './__testUtils__/BarePortal';
import {
  readSkeleton,
  SKELETON,
  VALUES,
} from './__testUtils__/hardenedService';

jest.setTimeout(120_000);

const POSTURE = '/security-posture/v1';
const NOTIFY = '/security-posture/.backstage/scheduler/v1/tasks/notify/trigger';

/** What runs there already: the scanner of the cluster has looked at its image. */
const SCANNED_IMAGE =
  'registry.acme.example/payments/checkout:7.3.1@sha256:76a709db1c84b269a12d9f686f28f979413583c3f6053235aea1d038099e662d';

/** What a service that the template writes consists of: its entity, and its manifests. */
async function createdService() {
  const values = { ...VALUES, image: SCANNED_IMAGE };
  const [entity, ...manifests] = await Promise.all(
    SKELETON.map(async path =>
      (
        await readSkeleton(path)
      ).replace(/\$\{\{ values\.(\w+)[^}]*\}\}/g, (_, name) =>
        JSON.stringify(values[name as keyof typeof values]),
      ),
    ),
  );
  return { entity, manifests: manifests.join('\n---\n') };
}

let clusters: DemoCluster[];
let portal: BarePortal;

beforeAll(async () => {
  const { entity, manifests } = await createdService();
  clusters = await Promise.all([
    startDemoCluster({
      ...writtenCluster('prod-eu'),
      objects: parseManifests(manifests, 'receipts'),
    }),
    startDemoCluster(writtenCluster('staging')),
  ]);
  portal = await BarePortal.start(clusters, entity);
});

afterAll(async () => {
  await portal?.stop();
  await Promise.all((clusters ?? []).map(cluster => cluster.stop()));
});

function read(path: string, person = 'vera') {
  return portal.ask(person, POSTURE + path);
}

const entity = (name: string) => `/entities/component/default/${name}`;

/** The paths of the document that are read, filled with what there is. */
async function pathsToRead(): Promise<string[]> {
  const { body } = await read('/openapi.json');
  const finding = (await read('/findings?limit=1')).body.items[0];
  const filled: Record<string, string> = {
    kind: 'component',
    namespace: 'default',
    name: 'payments-api',
    id: finding.control,
    key: finding.key,
  };
  return Object.entries<Record<string, unknown>>(body.paths)
    .filter(([, { get }]) => get)
    .map(([path]) =>
      path
        .replace('/clusters/{name}', '/clusters/prod-eu')
        .replace(/\{(\w+)\}/g, (_, name) =>
          encodeURIComponent(filled[name] ?? 'payments'),
        ),
    );
}

describe('the demo portal without search, scaffolder, tech-insights, scorecard, notifications, signals, events and actions', () => {
  it('scans, judges, and shows it on the board', async () => {
    await portal.until('the clusters are scanned', async () => {
      const { body } = await read('/clusters');
      const states = body.items.map(({ state }: { state: string }) => state);
      return states.join() === 'scanned,scanned';
    });
    await portal.until('the services are judged', async () => {
      const states = await Promise.all(
        ['payments-api', 'receipts'].map(
          async name => (await read(`${entity(name)}/posture`)).body.state,
        ),
      );
      return states.join() === 'judged,judged';
    });
    const { body } = await read('/entities?search=receipts');
    expect(body.items).toMatchObject([{ readiness: 'ready' }]);
  });

  it('takes the request for an exemption', async () => {
    const request = await portal.ask('olivia', `${POSTURE}/exemptions`, {
      method: 'POST',
      body: {
        scope: 'entity',
        control: 'run-as-non-root',
        entityRef: 'component:default/payments-api',
        category: 'migration',
        reason: 'The new image is built, and rolled out next week',
        expiresAt: new Date(Date.now() + 20 * 86_400_000).toISOString(),
      },
    });
    expect(request).toMatchObject({ status: 201 });
  });

  it('answers the gate, and lets a service pass that the template writes', async () => {
    expect((await read(`${entity('payments-api')}/gate`)).body).toMatchObject({
      verdict: 'block',
      readiness: 'notReady',
    });
    expect((await read(`${entity('receipts')}/gate`)).body).toMatchObject({
      verdict: 'pass',
      readiness: 'ready',
      blockers: [],
    });
  });

  it('answers everything that its document says can be read', async () => {
    const paths = await pathsToRead();
    expect(paths.length).toBeGreaterThan(30);
    const failed = await Promise.all(
      paths.map(async path => `${(await read(path)).status} ${path}`),
    );
    expect(failed.filter(line => line.startsWith('5'))).toEqual([]);
    expect(
      failed.filter(line => line.startsWith('200')).length,
    ).toBeGreaterThan(20);
  });

  it('tries to tell of the request, and of nothing else, and goes on where it can tell nobody', async () => {
    // From 8 o'clock (UTC) on Mondays the digest of the week is told as well.
    const untold = () =>
      portal.logged
        .flatMap(
          line =>
            /debug .*notification of (\w+) is not sent/.exec(line)?.[1] ?? [],
        )
        .filter(event => event !== 'digest');
    await portal.until('nobody was told', async () => {
      await portal.ask('paul', NOTIFY, { method: 'POST' });
      return untold().length > 0;
    });
    expect(untold()).toEqual(['exemptionRequested']);
  });

  it('logs nothing as an error', () => {
    expect(portal.logged.length).toBeGreaterThan(100);
    expect(portal.logged.filter(line => /^\S+ \S+ error /.test(line))).toEqual(
      [],
    );
  });
});
