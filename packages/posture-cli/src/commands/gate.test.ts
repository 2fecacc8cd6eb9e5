import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder, removeFolders } from '../testing/aFolder';
import {
  answering,
  liveExemption,
  liveFinding,
  PortalLists,
  StartedPortal,
  startPortal,
} from '../testing/aPortal';
import { PRIVILEGED } from '../testing/manifests';
import { runPosture } from '../testing/runPosture';

const TOKEN = 'a-token-that-nobody-may-see';
const ONE = ['--controls', 'privileged-container'];
const MEDIUM = ['--controls', 'drop-all-capabilities'];

let portal: StartedPortal | undefined;

afterEach(async () => {
  removeFolders();
  await portal?.stop();
  portal = undefined;
});

async function ask(
  answer: Parameters<typeof startPortal>[0],
  argv: readonly string[] = ONE,
  stdin = PRIVILEGED,
) {
  portal = await startPortal(answer);
  const run = await runPosture(
    [
      'gate',
      '-',
      '--entity',
      'component:default/web',
      '--portal',
      `${portal.url}/`,
      '--token-env',
      'GATE_TOKEN',
      ...argv,
    ],
    { stdin, env: { GATE_TOKEN: TOKEN } },
  );
  expect(run.stdout + run.stderr).not.toContain(TOKEN);
  return run;
}

function against(lists: PortalLists, argv?: readonly string[], stdin?: string) {
  return ask(answering(lists), argv, stdin);
}

describe('the gate', () => {
  it('blocks on a failure that the live entity does not have', async () => {
    const { exitCode, stdout } = await against({});
    expect(exitCode).toBe(1);
    expect(stdout).toContain('critical  privileged-container');
    expect(stdout).toContain('Blocked: 1 new failure');
  });

  it('passes what the live entity has already, in whatever namespace, order and cluster', async () => {
    const { exitCode, stdout } = await against({ findings: [liveFinding()] });
    expect(stdout).toContain(
      'Passed: 0 new failures and 1 that the live entity has already.',
    );
    expect(exitCode).toBe(0);
  });

  it.each<[string, object]>([
    ['control', { control: 'host-pid' }],
    ['kind', { resource: { kind: 'StatefulSet', name: 'web' } }],
    ['name', { resource: { kind: 'Deployment', name: 'api' } }],
    ['container', { container: 'agent' }],
    ['field', { field: 'securityContext.other' }],
    ['actual value', { actual: 'yes' }],
  ])('takes a failure for new that has another %s', async (_, over) => {
    const base = liveFinding() as { violations: object[] };
    const inViolation = !('control' in over || 'resource' in over);
    const finding = inViolation
      ? { ...base, violations: [{ ...base.violations[0], ...over }] }
      : { ...base, ...over };
    expect((await against({ findings: [finding] })).exitCode).toBe(1);
  });

  it('reads all pages, with the token and nothing of the manifests', async () => {
    const others = Array.from({ length: 5 }, (_, index) =>
      liveFinding({ resource: { kind: 'Pod', name: `other-${index}` } }),
    );
    const lists = { findings: [...others, liveFinding()] };
    const { exitCode } = await ask(answering(lists, 2));
    expect(exitCode).toBe(0);
    const base = '/api/security-posture/v1';
    const findings = `${base}/entities/component/default/web/findings`;
    expect(portal!.requests.map(({ path }) => path)).toEqual([
      `${findings}?outcomes=fail&limit=200`,
      `${findings}?outcomes=fail&limit=200&cursor=2`,
      `${findings}?outcomes=fail&limit=200&cursor=4`,
      `${base}/exemptions?entity=component%3Adefault%2Fweb&states=approved&limit=200`,
    ]);
    expect(new Set(portal!.requests.map(({ token }) => token))).toEqual(
      new Set([`Bearer ${TOKEN}`]),
    );
  });

  it('knows the entity by a short ref in any case', async () => {
    const argv = [...ONE, '--entity', 'Component:Web', '--format', 'json'];
    const { stdout } = await against({ findings: [liveFinding()] }, argv);
    expect(JSON.parse(stdout)).toMatchObject({
      entity: 'component:default/web',
      verdict: 'pass',
      known: 1,
    });
    expect(portal!.requests[1].path).toContain(
      '?entity=component%3Adefault%2Fweb&',
    );
  });

  it.each<[string, readonly string[], number]>([
    ['the same severity', ['--fail-on', 'medium'], 1],
    ['graver ones', ['--fail-on', 'high'], 0],
    ['none', ['--fail-on', 'none'], 0],
  ])('with --fail-on %s', async (_, argv, exitCode) => {
    const run = await against({}, [...MEDIUM, ...argv]);
    expect(run.stdout).toContain('1 new failure');
    expect(run.exitCode).toBe(exitCode);
  });

  const COVERED = '1 covered by exemptions';
  const BLOCKED = 'Blocked: 1 new failure';

  it.each<[string, object, number, string]>([
    ['the entity', {}, 0, COVERED],
    [
      'the workload',
      { scope: 'workload', resource: { kind: 'Deployment', name: 'web' } },
      0,
      COVERED,
    ],
    [
      'another workload',
      { scope: 'workload', resource: { kind: 'Deployment', name: 'api' } },
      1,
      BLOCKED,
    ],
    ['another control', { control: 'host-pid' }, 1, BLOCKED],
    ['the past', { expiresAt: '2020-01-01T00:00:00.000Z' }, 1, BLOCKED],
    ['nothing, for it only waits', { state: 'pending' }, 1, BLOCKED],
  ])('honours an exemption of %s', async (_, over, exitCode, text) => {
    const control = 'drop-all-capabilities';
    const exemption = liveExemption({ control, ...over });
    const run = await against({ exemptions: [exemption] }, MEDIUM);
    expect(run.exitCode).toBe(exitCode);
    expect(run.stdout).toContain(text);
  });

  it('lets no exemption of an entity cover a critical failure', async () => {
    const exemption = liveExemption({ control: 'privileged-container' });
    expect((await against({ exemptions: [exemption] })).exitCode).toBe(1);
  });

  it('does not know where there is nothing to judge', async () => {
    const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }';
    const { exitCode, stdout } = await against({}, ONE, config);
    expect(stdout).toContain('Not known: 0 new failures.');
    expect(exitCode).toBe(1);
  });

  it.each<[string, string]>([
    ['Helm templates', 'kind: {{ .Values.kind }}\n'],
    ['Helm templates beside what passes', `${PRIVILEGED}---\na: {{ .b }}\n`],
    ['nothing that is YAML', '['],
  ])('never passes %s', async (_, stdin) => {
    const run = await against({ findings: [liveFinding()] }, ONE, stdin);
    expect(run.exitCode).toBe(2);
    expect(run.stdout).not.toContain('Passed');
  });
});

describe('a portal that gives no right answer never lets pass', () => {
  const status = (code: number, body = '{"error":{}}') =>
    ask((_, response) => {
      response.statusCode = code;
      response.setHeader('location', 'https://login.example.com');
      response.end(body);
    });

  it.each([
    [401, 'does not accept the token (401)'],
    [403, 'lacks the permission security-posture.posture.read (403)'],
    [404, 'no such entity'],
    [302, 'answered with 302'],
    [429, 'answered with 429'],
    [500, 'answered with 500'],
    [503, 'answered with 503'],
    [204, 'answered with 204'],
  ])('%d', async (code, message) => {
    const run = await status(code, code === 204 ? '' : undefined);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(message);
  });

  it.each([
    ['no JSON', '<html>Sign in</html>', 'no JSON'],
    ['nothing', '', 'no JSON'],
    ['half an answer', '{"items":[', 'no JSON'],
    ['null', 'null', 'something else than a list'],
    ['no list', '{"items":{}}', 'something else than a list'],
    ['other things', '{"items":[1]}', 'something else than findings'],
    [
      'findings without a control',
      '{"items":[{"resource":{}}]}',
      'something else than findings',
    ],
    ['a cursor that is none', '{"items":[],"nextCursor":7}', 'cursor'],
    ['pages without end', '{"items":[],"nextCursor":"a"}', 'without end'],
  ])('%s', async (_, body, message) => {
    const run = await status(200, body);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(message);
  });

  it('no answer in time', async () => {
    const run = await ask(() => {}, [...ONE, '--timeout', '1']);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain('did not answer within 1 s');
  });

  it('an answer that breaks off', async () => {
    const run = await ask((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"items":[]}');
      setTimeout(() => response.destroy(), 50);
    });
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain('cannot be reached');
  });

  it('exemptions that cannot be read', async () => {
    const run = await ask((request, response) => {
      if (request.url?.includes('/exemptions')) response.statusCode = 500;
      response.end('{"items":[]}');
    }, MEDIUM);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('a port on which nobody listens', async () => {
    const gone = await startPortal(() => {});
    await gone.stop();
    const run = await runPosture(
      ['gate', '-', '--entity', 'component:web', '--portal', gone.url].concat(
        '--token-env',
        'T',
      ),
      { stdin: PRIVILEGED, env: { T: TOKEN } },
    );
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain('cannot be reached (ECONNREFUSED)');
  });
});

describe('wrong usage exits with 2, and prints no report', () => {
  const USAGE = {
    '--entity': 'component:default/web',
    '--portal': 'https://portal.example.com',
    '--token-env': 'T',
  };

  it.each<[string, object, string]>([
    ['no entity', { '--entity': undefined }, "'--entity <ref>' not specified"],
    ['no portal', { '--portal': undefined }, "'--portal <url>' not specified"],
    ['no token', { '--token-env': undefined }, 'not specified'],
    ['a variable that is not set', { '--token-env': 'U' }, 'U holds no token'],
    ['a token of two lines', { '--token-env': 'LINES' }, 'is no token'],
    ['an entity without a kind', { '--entity': 'web' }, 'is no entity ref'],
    ['a portal that is a path', { '--portal': '/x' }, 'must be an address'],
    ['a portal that is a file', { '--portal': 'file:///x' }, 'an address'],
    [
      'a portal with a password',
      { '--portal': 'https://a:b@portal.example.com' },
      'must hold no credentials',
    ],
    ['a timeout that is none', { '--timeout': '0' }, '1 to 600 seconds'],
    ['an option with a token', { '--token': TOKEN }, "'--token'"],
  ])('%s', async (_, over, message) => {
    const options = Object.entries({ ...USAGE, ...over })
      .filter(([, value]) => value !== undefined)
      .flat();
    const run = await runPosture(['gate', '-', ...options], {
      stdin: PRIVILEGED,
      env: { T: TOKEN, LINES: 'a\nb' },
    });
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(message);
  });
});

describe('the report', () => {
  it('is JSON for scripts', async () => {
    const { stdout } = await against({}, [...ONE, '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'posture.gate/v1',
      entity: 'component:default/web',
      verdict: 'block',
      unknown: [],
      failOn: 'low',
      resources: 1,
      new: [
        {
          control: 'privileged-container',
          severity: 'critical',
          blocks: true,
          resource: { kind: 'Deployment', name: 'web' },
          source: { file: '-', document: 1 },
        },
      ],
      known: 0,
      exempted: 0,
      errors: [],
    });
  });

  it.each([
    ['sarif', '"verdict": "block"'],
    ['junit', '<failure message="Blocked: 1 new failure'],
    ['markdown', 'Blocked&#58; 1 new failure'],
  ])('is %s for other tools', async (format, text) => {
    const { stdout, exitCode } = await against({}, [
      ...ONE,
      '--format',
      format,
    ]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(text);
  });

  it('is written to a file', async () => {
    const folder = aFolder();
    const file = join(folder, 'gate.json');
    const argv = [...ONE, '--format', 'json', '--output', file];
    const { stdout } = await against({ findings: [liveFinding()] }, argv);
    expect(stdout).toBe('');
    expect(JSON.parse(readFileSync(file, 'utf8')).verdict).toBe('pass');
  });
});
