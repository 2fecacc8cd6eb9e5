import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { name as packageName } from '../package.json';
import { aFolder, removeFolders } from './testing/aFolder';
import {
  answering,
  liveFinding,
  StartedPortal,
  startPortal,
} from './testing/aPortal';
import { installedPosture, pathWith, runCommand } from './testing/runnerTools';

const ROOT = resolve(__dirname, '../../..');
const TOKEN = 'the-token-of-the-pipeline';

jest.setTimeout(120_000);

const [github, gitlab] = [
  ...readFileSync(join(ROOT, 'docs/gate.md'), 'utf8').matchAll(
    /```yaml\n(name: posture|render:)\n[^]*?```/g,
  ),
].map(([block]) => parse(block.replace(/^```(yaml)?/gm, '')));

interface Step {
  readonly name?: string;
  readonly run?: string;
}

/** Each step of an example as its runner starts it: a shell of its own on GitHub, one for all of a job on GitLab. */
const PIPELINES: Readonly<Record<string, readonly string[]>> = {
  'GitHub Actions': (github.jobs.gate.steps as Step[]).flatMap(
    ({ run }) => run ?? [],
  ),
  'GitLab CI': [gitlab.render, gitlab.posture].map(
    ({ script }: { script: string[] }) => script.join('\n'),
  ),
};

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec:
      containers: [{ name: web, securityContext: { privileged: true } }]
`;

/** What a runner has installed: the command line itself, for one control, and stand-ins for what it would fetch. */
const TOOLS = {
  npm: `#!/bin/sh\necho "$@" >> npm.log\n`,
  helm: `#!/bin/sh\ntest "$1 $2 $3" = 'template cart chart' && cat chart/rendered.yaml\n`,
  posture: installedPosture('--controls', 'privileged-container'),
};

let portal: StartedPortal | undefined;

afterEach(async () => {
  removeFolders();
  await portal?.stop();
  portal = undefined;
});

/** What a pipeline left behind. */
interface Ended {
  readonly passed: boolean;
  /** The one that failed. */
  readonly step?: string;
  readonly code: number;
  readonly clone: string;
  readonly output: string;
}

/** Runs the steps in a clone until one fails. */
async function runPipeline(
  steps: readonly string[],
  url: string,
  rendered: string,
): Promise<Ended> {
  const clone = aFolder({ 'chart/rendered.yaml': rendered });
  const env = {
    ...process.env,
    PATH: pathWith(TOOLS),
    POSTURE_PORTAL: url,
    POSTURE_TOKEN: TOKEN,
    GITHUB_STEP_SUMMARY: join(clone, 'summary.md'),
  };
  let output = '';
  for (const step of steps) {
    const shell = ['bash', '-eo', 'pipefail', '-c', step];
    const ended = await runCommand(shell, clone, env);
    output += ended.output;
    if (ended.code !== 0) return { passed: false, step, ...ended, clone };
  }
  return { passed: true, code: 0, clone, output };
}

/** A portal with these live findings, whose own gate says this. */
async function aPortal(findings: readonly object[], verdict = 'pass') {
  const lists = answering({ findings });
  portal = await startPortal((request, response) => {
    if (!request.url?.endsWith('/gate')) return lists(request, response);
    const known = request.headers.authorization === `Bearer ${TOKEN}`;
    response.statusCode = known ? 200 : 401;
    return response.end(JSON.stringify({ entityRef: 'x', verdict }));
  });
  return portal.url;
}

function fileOf(clone: string, name: string): string {
  const path = join(clone, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

describe.each(Object.entries(PIPELINES))('the example for %s', (_, steps) => {
  it('passes with what is live already', async () => {
    const url = await aPortal([liveFinding()]);
    const { passed, clone, output } = await runPipeline(steps, url, DEPLOYMENT);
    expect(output).toBe('');
    expect(passed).toBe(true);
    expect(fileOf(clone, 'npm.log')).toBe(`install --global ${packageName}\n`);
  });

  it('blocks on what is new, and reports it', async () => {
    const url = await aPortal([]);
    const { code, clone } = await runPipeline(steps, url, DEPLOYMENT);
    expect(code).toBe(1);
    const report = fileOf(clone, 'summary.md') + fileOf(clone, 'gate.xml');
    expect(report).toContain('privileged-container');
  });

  it.each([
    ['Helm renders nothing', ''],
    ['Helm renders no manifests', 'a: {{ .Values.a }}\n'],
  ])('does not pass where %s', async (_case, rendered) => {
    const url = await aPortal([liveFinding()]);
    expect((await runPipeline(steps, url, rendered)).passed).toBe(false);
  });

  it('does not pass where the portal does not answer', async () => {
    const url = await aPortal([liveFinding()]);
    await portal!.stop();
    expect(await runPipeline(steps, url, DEPLOYMENT)).toMatchObject({
      code: 2,
    });
  });
});

it.each([
  ['blocks', 'block'],
  ['gives no verdict', ''],
])(
  'the example for GitHub Actions stops where the portal %s',
  async (_, verdict) => {
    const url = await aPortal([liveFinding()], verdict);
    const steps = PIPELINES['GitHub Actions'];
    const { passed, step } = await runPipeline(steps, url, DEPLOYMENT);
    expect(passed).toBe(false);
    expect(step).toBe(steps.at(-1));
  },
);
