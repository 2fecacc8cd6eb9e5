import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { applyStrategicMerge, JsonObject } from 'security-posture-engine';
import { parseAllDocuments, stringify } from 'yaml';
import { aFolder, removeFolders } from './testing/aFolder';
import { answering, StartedPortal, startPortal } from './testing/aPortal';
import { installedPosture, pathWith, runCommand } from './testing/runnerTools';

const ROOT = resolve(__dirname, '../../..');
const SCRIPT = join(ROOT, 'docs/pipelines/gate.sh');
const HARDENED = join(
  ROOT,
  'packages/demo-cluster/data/templates/hardened-service/manifests',
);
const ENTITY = 'component:default/receipts';

const VALUES: Readonly<Record<string, unknown>> = {
  name: 'receipts',
  image: `registry.acme.example/receipts:1.0.0@sha256:${'7'.repeat(64)}`,
  port: 8080,
};

/** Without a chart's templates there is nothing to render, and it fails as Helm does. */
const HELM = `#!/bin/sh\ntest "$1 $2" = 'template receipts' && cat "$3"/templates/*.yaml\n`;

jest.setTimeout(120_000);

let portal: StartedPortal;

beforeAll(async () => {
  portal = await startPortal(answering({}));
});
afterAll(() => portal.stop());
afterEach(removeFolders);

/** What the skeleton of the demo's template becomes. */
function hardenedManifests(): JsonObject[] {
  return readdirSync(HARDENED).flatMap(file => {
    const skeleton = readFileSync(join(HARDENED, file), 'utf8');
    const text = skeleton.replace(/\$\{\{ values\.(\w+)[^}]*\}\}/g, (_, name) =>
      JSON.stringify(VALUES[name]),
    );
    return parseAllDocuments(text).map(document => document.toJS());
  });
}

/** Who commits, whatever the machine is set to. */
const GIT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Olivia',
  GIT_AUTHOR_EMAIL: 'olivia@acme.example',
  GIT_COMMITTER_NAME: 'Olivia',
  GIT_COMMITTER_EMAIL: 'olivia@acme.example',
};

/** A repository of a team, and a runner that has what the script needs. */
class Workplace {
  private readonly repository = aFolder();
  private readonly runner = aFolder();
  private readonly env = {
    ...process.env,
    ...GIT,
    PATH: pathWith({ helm: HELM, posture: installedPosture() }),
    POSTURE_PORTAL: portal.url,
    POSTURE_TOKEN: 'the-token-of-the-pipeline',
  };

  /** Commits this in the place of all that was there. */
  async commit(path: string, manifests: readonly JsonObject[]): Promise<void> {
    const file = join(this.repository, path);
    mkdirSync(dirname(file), { recursive: true });
    const documents = manifests.map(manifest => stringify(manifest));
    writeFileSync(file, documents.join('---\n'));
    await this.git('init', '--quiet', '--initial-branch=change');
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--message=Change');
  }

  private async git(...options: string[]): Promise<void> {
    const command = ['git', ...options];
    const ended = await runCommand(command, this.repository, this.env);
    if (ended.code !== 0) throw new Error(ended.output);
  }

  /** Runs the script as its document shows it. */
  gate(branch: string, ...options: string[]) {
    const command = [SCRIPT, `file://${this.repository}`, branch, ENTITY];
    return runCommand([...command, ...options], this.runner, this.env);
  }

  /** What a run left behind, where it wrote JSON. */
  report(file: string) {
    return JSON.parse(readFileSync(join(this.runner, file), 'utf8'));
  }
}

/** The manifests with this patch of the container of the Deployment. */
function withPatch(manifests: readonly JsonObject[], patch: JsonObject) {
  return manifests.map(manifest =>
    manifest.kind === 'Deployment'
      ? applyStrategicMerge(manifest, patch)
      : manifest,
  );
}

const PRIVILEGED = {
  spec: {
    template: {
      spec: {
        containers: [
          { name: 'receipts', securityContext: { privileged: true } },
        ],
      },
    },
  },
};

const TEMPLATE = 'chart/templates/all.yaml';

it('blocks what was cloned and names why, and passes it with the patches that it proposed', async () => {
  const workplace = new Workplace();
  const broken = withPatch(hardenedManifests(), PRIVILEGED);
  await workplace.commit(TEMPLATE, broken);
  const json = ['--format', 'json', '--output', 'gate.json'];
  expect(await workplace.gate('change', ...json)).toMatchObject({ code: 1 });
  const report = workplace.report('gate.json');
  expect(report).toMatchObject({
    verdict: 'block',
    new: expect.arrayContaining([
      expect.objectContaining({
        control: 'privileged-container',
        severity: 'critical',
        blocks: true,
      }),
    ]),
  });
  const proposed: JsonObject[] = report.new.flatMap(
    ({ patch }: { patch?: JsonObject }) => patch ?? [],
  );
  await workplace.commit(TEMPLATE, proposed.reduce(withPatch, broken));
  expect(await workplace.gate('change')).toEqual({
    code: 0,
    output: expect.stringMatching(/^Passed: 0 new failures/),
  });
});

it.each([
  ['no such branch', TEMPLATE, 'no-such', /no-such of .* cannot be cloned/],
  ['no chart', 'README.md', 'change', /the chart cannot be rendered/],
])('does not know where there is %s', async (_, path, branch, why) => {
  const workplace = new Workplace();
  await workplace.commit(path, hardenedManifests());
  expect(await workplace.gate(branch)).toEqual({
    code: 2,
    output: expect.stringMatching(why),
  });
});
