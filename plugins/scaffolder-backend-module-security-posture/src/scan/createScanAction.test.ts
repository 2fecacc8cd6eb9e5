import {
  createMockDirectory,
  MockDirectoryContent,
  MockDirectoryContentCallbackContext,
  mockCredentials,
} from '@backstage/backend-test-utils';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type {
  EvaluatedFinding,
  EvaluateResponse,
} from 'backstage-plugin-security-posture-common';
import { parse } from 'yaml';
import {
  Answer,
  Refusal,
  startScaffolder,
} from '../__testUtils__/startScaffolder';

const ID = 'security-posture:scan';
const WEB = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

function aFinding(over: Partial<EvaluatedFinding> = {}): EvaluatedFinding {
  return {
    control: 'privileged-container',
    title: 'A container is privileged',
    fix: 'Take it out.',
    severity: 'critical',
    outcome: 'fail',
    resource: WEB,
    violations: [],
    ...over,
  };
}

function anAnswer(over: Partial<EvaluateResponse> = {}): EvaluateResponse {
  const findings = over.findings ?? [];
  return {
    kubernetesVersion: '1.36',
    library: '1',
    objects: 1,
    workloads: 1,
    score: { value: 99, grade: 'B', coverage: 1 },
    readiness: 'ready',
    reasons: [],
    open: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
    findingsTotal: findings.length,
    notEvaluated: [],
    ...over,
    findings,
  };
}

const BAD = anAnswer({
  score: { value: 31, grade: 'F', coverage: 1 },
  readiness: 'notReady',
  open: { critical: 1, high: 1, medium: 0, low: 0, info: 0 },
  findings: [
    aFinding({ standing: 'alreadyFailing' }),
    aFinding({
      control: 'host-network',
      title: 'The pod is on the network of its node',
      severity: 'high',
      resource: { ...WEB, name: 'web|<b>' },
      standing: 'new',
    }),
  ],
});

const workspace = createMockDirectory();

beforeEach(() =>
  workspace.setContent({
    manifests: {
      'web.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\n',
      'more.yml':
        '--- # nothing\n---\nkind: Service\nport: 010\n---\nkind: Secret\nat: 2026-01-01\n',
      'role.json': '{"kind": "Role"}',
      'README.md': '# {{ no }}',
    },
  }),
);

async function run(
  answer: Answer,
  input: object = {},
  more: Partial<ActionContext<any, any>> = {},
) {
  const { action, ...asked } = await startScaffolder(ID, answer);
  const parsed = {
    path: 'manifests',
    failOn: 'high',
    onlyNew: true,
    requireReady: false,
    ...input,
  };
  const context = {
    ...createMockActionContext({ input: parsed }),
    workspacePath: workspace.path,
    getInitiatorCredentials: async () =>
      mockCredentials.user('user:default/vera'),
    ...more,
  };
  const done = action.handler(context);
  await done.catch(() => {});
  const outputs = Object.fromEntries(
    jest.mocked(context.output).mock.calls as [string, unknown][],
  );
  return { action, done, outputs, ...asked };
}

describe('security-posture:scan', () => {
  it('has the manifests judged as the user who runs the template, as Kubernetes reads them', async () => {
    const { askedBy, bodies, done, outputs } = await run(anAnswer(), {
      entityRef: 'component:default/web',
    });
    await done;
    expect(askedBy).toEqual(['user:default/vera']);
    expect(bodies[0].entityRef).toBe('component:default/web');
    expect(JSON.parse(bodies[0].manifests)).toEqual([
      { kind: 'Service', port: 8 },
      { kind: 'Secret', at: '2026-01-01' },
      { kind: 'Role' },
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } },
    ]);
    expect(outputs).toMatchObject({
      verdict: 'pass',
      ready: true,
      score: 99,
      blocking: 0,
    });
  });

  it.each<[string, EvaluateResponse, object, RegExp]>([
    [
      'what is new and grave, and names it',
      BAD,
      {},
      /^high: The pod is on the network of its node \(Deployment web\|<b>\)$/,
    ],
    [
      'what the live entity fails already, where that is asked for',
      BAD,
      { onlyNew: false },
      /^critical: A container is privileged/,
    ],
    [
      'manifests that are not ready',
      BAD,
      { failOn: 'critical', requireReady: true },
      /^The manifests are not ready for production: 1 critical and 1 high/,
    ],
    [
      'nothing to judge',
      anAnswer({
        readiness: 'unknown',
        reasons: [{ kind: 'nothingEvaluated' }],
      }),
      {},
      /^There is nothing to judge/,
    ],
    [
      'a control that threw',
      anAnswer({
        findings: [
          aFinding({ outcome: 'notEvaluated', reason: 'controlError' }),
        ],
      }),
      {},
      /^privileged-container could not be evaluated on Deployment web$/,
    ],
    [
      'findings that are not all told',
      anAnswer({
        findings: [aFinding({ standing: 'alreadyFailing' })],
        findingsTotal: 2,
      }),
      {},
      /more findings than can be looked at/,
    ],
  ])('stops at %s', async (_, answer, input, words) => {
    const { done, outputs } = await run(answer, input);
    await expect(done).rejects.toThrow(words);
    expect(outputs.verdict).toBe('block');
  });

  it.each<[string, EvaluateResponse, object]>([
    ['what is less grave', BAD, { failOn: 'critical' }],
    ['anything where nothing blocks', BAD, { failOn: 'none', onlyNew: false }],
    [
      'what is exempted',
      anAnswer({ findings: [aFinding({ exempted: true, standing: 'new' })] }),
      {},
    ],
    [
      'a note',
      anAnswer({ findings: [aFinding({ severity: 'info' })] }),
      { failOn: 'low' },
    ],
    [
      'less grave findings that are not all told',
      anAnswer({ findings: [aFinding({ severity: 'low' })], findingsTotal: 2 }),
      {},
    ],
  ])('goes on with %s', async (_, answer, input) => {
    const { done, outputs } = await run(answer, input);
    await done;
    expect(outputs.verdict).toBe('pass');
  });

  it('tells the answer in a dry run and goes on', async () => {
    const { action, done, outputs } = await run(BAD, {}, { isDryRun: true });
    await done;
    expect(action.supportsDryRun).toBe(true);
    expect(outputs).toMatchObject({
      verdict: 'block',
      readiness: 'notReady',
      ready: false,
      open: { critical: 1 },
      blocking: 1,
    });
  });

  it('sums up in Markdown that holds nothing of others to act on', async () => {
    const { outputs } = await run(BAD, {}, { isDryRun: true });
    expect(outputs.summary).toContain('score 31 of 100 (F), not ready');
    expect(outputs.summary).toContain('| critical | privileged-container |');
    expect(outputs.summary).toContain('web&#124;&#60;b&#62;');
    expect(outputs.summary).not.toContain('<b>');
  });

  it.each<[string, Answer, RegExp]>([
    [
      'an object that cannot be judged, by its file',
      new Refusal(
        400,
        'object 4 of manifests (Pod web) stands there already, as object 2',
      ),
      /^manifests\/web.yaml \(Pod web\) stands there already, as manifests\/more.yml \(document 3\)$/,
    ],
    [
      'a hidden entity',
      new Refusal(404, 'shows you no entity'),
      /shows you no/,
    ],
    ['too much', new Refusal(413, 'It is larger'), /Scan fewer manifests/],
    [
      'too much that is judged already',
      new Refusal(503, 'Too many manifests are being judged'),
      /^Too many manifests/,
    ],
    ['a caller who may not', 403, /403/],
    ['a backend that fails', 500, /500/],
  ])('stops at an answer about %s', async (_, answer, words) => {
    await expect((await run(answer)).done).rejects.toThrow(words);
  });

  it.each<[string, string, MockDirectoryContent, RegExp]>([
    ['a path upwards', '../other', {}, /leads out of the workspace/],
    ['a path upwards in the middle', 'a/../../b', {}, /leads out of/],
    ['a pattern upwards', '{..,a}/*.yaml', {}, /leads out of|There is no/],
    ['an absolute path', '/etc/hosts', {}, /leads out of the workspace/],
    ['nothing', 'other', {}, /^There is no .yaml, .yml, .json file at other/],
    [
      'a link out of the workspace',
      'm',
      {
        m: {
          'a.yaml': ({ symlink }: MockDirectoryContentCallbackContext) =>
            symlink('/etc/hostname'),
        },
      },
      /outside its parent|is a link/,
    ],
    [
      'a folder that is a link',
      'm/etc/hosts.yaml',
      { m: ({ symlink }: MockDirectoryContentCallbackContext) => symlink('/') },
      /outside its parent|There is no/,
    ],
    [
      'too much',
      'm',
      { m: { 'a.yaml': 'a'.repeat(5_300_000) } },
      /name fewer$/,
    ],
    [
      'what is no YAML, without a word of it',
      'm',
      { m: { 'a.yaml': 'a: b\n  password: hunter2' } },
      /^m\/a.yaml is no valid YAML, at line \d$/,
    ],
    [
      'a Helm template',
      'm',
      { m: { 'a.yaml': 'kind: {{ .Values.kind }}' } },
      /looks like a Helm template/,
    ],
    ['a text', 'm', { m: { 'a.yaml': 'hello' } }, /is no Kubernetes object/],
    [
      'a key twice',
      'm',
      { m: { 'a.yaml': 'kind: Pod\nkind: Job' } },
      /a key that stands twice/,
    ],
    [
      'a bomb',
      'm',
      {
        m: {
          'a.yaml': [0, 1, 2, 3, 4, 5, 6, 7, 8]
            .map(index =>
              index
                ? `a${index}: &a${index} [${Array(9).fill(`*a${index - 1}`)}]`
                : 'a0: &a0 [x]',
            )
            .join('\n'),
        },
      },
      /has aliases that/,
    ],
  ])('refuses %s', async (_, path, content, words) => {
    workspace.addContent(content);
    const { bodies, done } = await run(anAnswer(), { path });
    await expect(done).rejects.toThrow(words);
    expect(bodies).toEqual([]);
  });

  it('has examples whose input the action takes', async () => {
    const { action } = await startScaffolder(ID, anAnswer());
    const { properties, required } = action.schema?.input as {
      properties: Record<string, unknown>;
      required: string[];
    };
    expect(required).toContain('path');
    expect(action.examples).not.toHaveLength(0);
    for (const { example } of action.examples!) {
      for (const step of parse(example).steps) {
        expect(step.action).toBe(ID);
        expect(Object.keys(properties)).toEqual(
          expect.arrayContaining(Object.keys(step.input)),
        );
      }
    }
  });
});
