import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mcpPlugin from '@backstage/plugin-mcp-actions-backend';
import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { FindingView } from 'backstage-plugin-security-posture-common';
import { SecurityPostureService } from 'backstage-plugin-security-posture-node';
import { KubernetesObject } from 'security-posture-engine';
import request from 'supertest';
import { parse, stringify } from 'yaml';
import { inDays } from '../attacks/__testUtils__/callTables';
import {
  HIDDEN,
  WHOLE_CATALOG,
  WHOLE_CLUSTER,
} from '../attacks/__testUtils__/halves';
import { startHalves } from '../attacks/__testUtils__/startHalves';
import {
  ADMIN,
  HALF_BLIND,
  REQUESTER,
  SERVICE,
  userWithout,
} from '../attacks/__testUtils__/TestPolicy';
import { WholePortal } from '../attacks/__testUtils__/WholePortal';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { ask, headerOf } from '../service/__testUtils__/callers';
import { optionalActionsRegistry } from '../optionalServices';
import { registerActions } from './registerActions';

const REPOSITORY = join(__dirname, '../../../..');
const DOCUMENT = join(REPOSITORY, 'docs/actions.md');
const DEMO_CONFIG = join(REPOSITORY, 'app-config.yaml');
const CART = 'component:default/lumen-cart';
const VAULT = 'component:default/umbra-vault';
const ACTIONS = '/api/security-posture/.backstage/actions/v1/actions';
const VALUE = 'a-value-of-an-environment';
const ARGUMENT = '--token=an-argument';

/** What the document tells to configure, in the order of its blocks. */
function documentedConfigs() {
  const document = readFileSync(DOCUMENT, 'utf8');
  return [...document.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) =>
    parse(yaml),
  );
}

/** The first column of the table in the document. */
function documentedActions() {
  return [...readFileSync(DOCUMENT, 'utf8').matchAll(/^\| `([a-z-]+)`/gm)].map(
    ([, name]) => name,
  );
}

/** What of a Deployment the tests change. */
type Deployment = KubernetesObject & {
  spec: {
    template: {
      spec: { hostPID?: boolean; containers: { securityContext?: object }[] };
    };
  };
};

/** The object with values in it that no answer may hold. */
function withValues(object: KubernetesObject): KubernetesObject {
  const copy = structuredClone(object) as Deployment;
  for (const container of copy.spec.template.spec.containers)
    Object.assign(container, {
      env: [{ name: 'DB_PASSWORD', value: VALUE }],
      args: [ARGUMENT],
    });
  return copy;
}

/** The names of what is offered by a registry that is configured like this. */
async function offeredUnder(config: JsonObject): Promise<string[]> {
  const plugin = createBackendPlugin({
    pluginId: 'security-posture',
    register: env =>
      env.registerInit({
        deps: { registry: optionalActionsRegistry },
        init: async ({ registry }) =>
          registerActions(registry, {} as SecurityPostureService),
      }),
  });
  const { server } = await startTestBackend({
    features: [plugin, mockServices.rootConfig.factory({ data: config })],
  });
  const { body } = await request(server).get(ACTIONS);
  return body.actions.map(({ name }: { name: string }) => name);
}

describe('the document', () => {
  it('documents the configuration of the demo portal', () => {
    const demo = parse(readFileSync(DEMO_CONFIG, 'utf8'));
    const [documented] = documentedConfigs();
    expect(demo).toMatchObject(documented);
  });

  it('tells how to offer only what reads', async () => {
    const [, readOnly] = documentedConfigs();
    expect([...(await offeredUnder(readOnly))].sort()).toEqual(
      documentedActions()
        .filter(name => name !== 'request-exemption')
        .sort(),
    );
    expect(await offeredUnder({})).toContain('request-exemption');
  });
});

/** What a service renders to, as it runs or with changes in it. */
function manifestsOf({
  apps = ['lumen-cart', 'common'],
  patched,
  hostPID,
}: {
  readonly apps?: readonly string[];
  readonly patched?: string;
  readonly hostPID?: boolean;
}): string {
  const objects = WHOLE_CLUSTER.filter(({ metadata }) =>
    apps.includes(metadata.name),
  ).map(withValues);
  const [{ spec }] = objects as Deployment[];
  if (patched) spec.template.spec.containers[0].securityContext = {};
  if (hostPID) spec.template.spec.hostPID = true;
  return objects.map(object => stringify(object)).join('---\n');
}

const databases = testDatabases({ heavy: true });

jest.setTimeout(120_000);

describe.each(databases.ids)('on %s', databaseId => {
  let portal: WholePortal;
  const answers: string[] = [];

  beforeAll(async () => {
    portal = await startHalves(
      await databases.open(databaseId),
      WHOLE_CLUSTER.map(withValues),
      WHOLE_CATALOG,
      { config: documentedConfigs()[0], features: [mcpPlugin] },
    );
  });
  afterAll(() => portal?.stop());
  async function call(name: string, input: object, caller = ADMIN) {
    const { status, body, text } = await request(portal.server)
      .post(`${ACTIONS}/security-posture:${name}/invoke`)
      .set('authorization', headerOf(caller))
      .send(input);
    answers.push(text);
    return { status, output: body.output, error: body.error };
  }

  async function connect(caller: string): Promise<Client> {
    const client = new Client({ name: 'an-assistant', version: '1.0.0' });
    const address = `http://localhost:${portal.server.port()}/api/mcp-actions/v1`;
    await client.connect(
      new StreamableHTTPClientTransport(new URL(address), {
        requestInit: {
          headers: { authorization: mockCredentials.user.header(caller) },
        },
      }),
    );
    return client;
  }

  async function aFinding(control: string, app = 'lumen-cart') {
    const path = `/entities/component/default/${app}/findings?control=${control}`;
    const { body } = await ask(portal, 'get', path, ADMIN);
    return (body.items as FindingView[]).find(
      ({ resource }) => resource.name === app,
    )!;
  }

  const exemptionOf = (findingKey: string) => ({
    scope: 'finding',
    findingKey,
    entityRef: CART,
    category: 'acceptedRisk',
    reason: 'The next release mends it',
    expiresAt: inDays(20),
  });

  it('offers an assistant what the document lists, and says what only reads', async () => {
    const { tools } = await (await connect(ADMIN)).listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(
      documentedActions()
        .map(name => `security-posture.${name}`)
        .sort(),
    );
    const changing = tools.filter(
      ({ annotations }) => !annotations?.readOnlyHint,
    );
    expect(changing.map(({ name }) => name)).toEqual([
      'security-posture.request-exemption',
    ]);
    expect(
      tools.filter(({ annotations }) => annotations?.destructiveHint),
    ).toEqual([]);
  });

  it('leads an assistant from a blocked entity to a patch', async () => {
    const assistant = await connect(ADMIN);
    const tell = async (name: string, input: Record<string, unknown>) => {
      const { structuredContent, isError } = await assistant.callTool({
        name: `security-posture.${name}`,
        arguments: input,
      });
      expect(isError).toBeFalsy();
      answers.push(JSON.stringify(structuredContent));
      return structuredContent as Record<string, any>;
    };
    const gate = await tell('list-blockers', { entityRef: CART });
    expect(gate).toMatchObject({ verdict: 'block', readiness: 'notReady' });
    const blocker = gate.blockers.find(
      ({ control }: { control: string }) => control === 'privileged-container',
    );
    const explained = await tell('explain-control', {
      control: blocker.control,
    });
    expect(explained.frameworks['pss-baseline']).not.toEqual([]);
    const proposal = await tell('propose-patch', { findingKey: blocker.key });
    expect(proposal).toMatchObject({
      open: true,
      patch: {
        proven: true,
        strategicMerge: expect.stringContaining('privileged: false'),
      },
    });
  });

  it('tells the posture of an entity in short', async () => {
    const { status, output } = await call('get-entity-posture', {
      entityRef: CART,
    });
    const { body } = await ask(
      portal,
      'get',
      '/entities/component/default/lumen-cart/posture',
      ADMIN,
    );
    expect(status).toBe(200);
    expect(output).toMatchObject({
      state: 'judged',
      readiness: body.readiness,
      score: body.score.value,
      open: body.open,
      clustersTotal: body.clusters.length,
    });
    expect(output.fixFirst[0]).toMatchObject({
      findingKey: body.fixFirst[0].findingKey,
    });
  });

  it('lists the findings of an entity and of all, page by page', async () => {
    const query = { control: 'privileged-container', limit: 1 };
    const first = await call('list-findings', { entityRef: CART, ...query });
    expect(first.output).toMatchObject({
      total: 2,
      items: [{ exempted: false }],
    });
    const second = await call('list-findings', {
      entityRef: CART,
      ...query,
      cursor: first.output.nextCursor,
    });
    expect(second.output.nextCursor).toBeUndefined();
    expect(second.output.items[0].key).not.toBe(first.output.items[0].key);
    expect(first.output.items[0].place.path).toMatch(/privileged$/);
    const all = await call('list-findings', { ...query, limit: 50 });
    expect(all.output.total).toBeGreaterThan(2);
    expect(all.output.items).toHaveLength(all.output.total);
  });

  it.each([
    ['get-entity-posture', { entityRef: VAULT }],
    ['list-blockers', { entityRef: VAULT }],
    ['list-findings', { entityRef: VAULT }],
    ['get-entity-posture', { entityRef: 'component:default/nobody' }],
  ])('%s does not find %j for who may not see it', async (name, input) => {
    const { status, error } = await call(name, input, HALF_BLIND);
    expect({ status, name: error.name }).toEqual({
      status: 404,
      name: 'NotFoundError',
    });
  });

  it('shows no finding of what is hidden', async () => {
    const { output } = await call('list-findings', { limit: 50 }, HALF_BLIND);
    expect(output.items.length).toBeGreaterThan(0);
    expect(JSON.stringify(output)).not.toMatch(HIDDEN);
    const { key } = await aFinding('privileged-container', 'umbra-vault');
    const patch = await call('propose-patch', { findingKey: key }, HALF_BLIND);
    expect(patch.status).toBe(404);
  });

  it.each([
    ['explain-control', { control: 'no-such-control' }, 404],
    ['list-findings', { control: 'no-such-control' }, 404],
    ['propose-patch', { findingKey: 'f'.repeat(32) }, 404],
    ['get-entity-posture', { entityRef: 'not a ref' }, 400],
    ['get-entity-posture', {}, 400],
    ['list-findings', { limit: 51 }, 400],
    ['list-findings', { entityref: CART }, 400],
  ])('%s refuses %j with %i', async (name, input, status) => {
    expect((await call(name, input)).status).toBe(status);
  });

  it('is not there for who may not read postures', async () => {
    const stranger = userWithout('security-posture.posture.read');
    const { tools } = await (await connect(stranger)).listTools();
    expect(tools).toEqual([]);
    const { status } = await call(
      'get-entity-posture',
      { entityRef: CART },
      stranger,
    );
    expect(status).toBe(404);
  });

  it('asks for an exemption as the caller, once, and no more than that', async () => {
    const { key } = await aFinding('run-as-non-root');
    const first = await call('request-exemption', exemptionOf(key), REQUESTER);
    const again = await call('request-exemption', exemptionOf(key), REQUESTER);
    expect(first.output).toMatchObject({
      state: 'pending',
      requestedBy: REQUESTER,
      appliesTo: 1,
    });
    expect(again.output.id).toBe(first.output.id);
    const listed = await call('list-findings', {
      entityRef: CART,
      control: 'run-as-non-root',
      exempted: true,
    });
    expect(listed.output.total).toBe(0);
  });

  it.each([
    [
      'who lacks the permission',
      userWithout('security-posture.exemption.create'),
    ],
    ['a service', SERVICE],
  ])('refuses an exemption to %s', async (_, caller) => {
    const { key } = await aFinding('run-as-non-root');
    const { status, error } = await call(
      'request-exemption',
      exemptionOf(key),
      caller,
    );
    expect({ status, name: error.name }).toEqual({
      status: 403,
      name: 'NotAllowedError',
    });
  });

  it.each([
    [
      'patched',
      { patched: 'privileged' },
      { verdict: 'verified', fixed: true },
    ],
    [
      'not patched',
      {},
      { verdict: 'notFixed', because: expect.stringMatching(/still fails/) },
    ],
    [
      'patched, with something worse in them',
      { patched: 'privileged', hostPID: true },
      {
        verdict: 'breaks',
        fixed: true,
        newFailures: expect.arrayContaining([
          {
            control: 'host-pid',
            resource: expect.objectContaining({ name: 'lumen-cart' }),
          },
        ]),
      },
    ],
    [
      'of something else',
      { apps: ['common'] },
      { verdict: 'notFixed', because: expect.stringMatching(/hold no Depl/) },
    ],
  ])('verifies manifests that are %s', async (_, change, verdict) => {
    const { key } = await aFinding('privileged-container');
    const { status, output } = await call('verify-patch', {
      findingKey: key,
      manifests: manifestsOf(change),
    });
    expect({ status, output }).toEqual({
      status: 200,
      output: expect.objectContaining(verdict),
    });
  });

  it.each([
    ['the proposed one', undefined, 'verified'],
    ['one that changes something else', 'spec: { replicas: 2 }', 'notFixed'],
    ['one of the wrong shape', 'spec: { template: [] }', 'doesNotApply'],
  ])('tries a patch on manifests: %s', async (_, patch, verdict) => {
    const { key } = await aFinding('privileged-container');
    const proposal = await call('propose-patch', { findingKey: key });
    const { output, error } = await call('verify-patch', {
      findingKey: key,
      manifests: manifestsOf({}),
      patch: patch ?? proposal.output.patch.strategicMerge,
    });
    expect({ error, verdict: output?.verdict }).toEqual({ verdict });
  });

  it.each([
    ['templates', { manifests: 'kind: {{ .Values.kind }}' }],
    ['no YAML', { manifests: 'kind: "Deployment' }],
    ['more than 80,000 letters', { manifests: ' '.repeat(80_001) }],
    ['a patch that is no object', { patch: '- spec' }],
  ])('refuses to verify %s', async (_, wrong) => {
    const { key } = await aFinding('privileged-container');
    const manifests = manifestsOf({});
    const input = { findingKey: key, manifests, ...wrong };
    expect((await call('verify-patch', input)).status).toBe(400);
  });

  it('verifies no finding that is hidden', async () => {
    const { key } = await aFinding('privileged-container', 'umbra-vault');
    const { status } = await call(
      'verify-patch',
      { findingKey: key, manifests: manifestsOf({}) },
      HALF_BLIND,
    );
    expect(status).toBe(404);
  });

  it('has answered shortly, and with no value of a cluster', () => {
    expect(answers.length).toBeGreaterThan(10);
    expect(answers.join()).not.toContain(VALUE);
    expect(answers.join()).not.toContain(ARGUMENT);
    expect(Math.max(...answers.map(({ length }) => length))).toBeLessThan(
      50_000,
    );
  });
});
