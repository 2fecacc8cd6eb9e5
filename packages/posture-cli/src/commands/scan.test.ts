import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder, removeFolders } from '../testing/aFolder';
import { aPod, PRIVILEGED } from '../testing/manifests';
import { runPosture } from '../testing/runPosture';

afterEach(removeFolders);

const WITH_IMAGE = PRIVILEGED.replace(
  '- name: web',
  '- name: web\n          image: example.org/web:1',
);
const ONE_CONTROL = ['--controls', 'privileged-container'];

interface Report {
  readonly kubernetesVersion: string;
  readonly resources: number;
  readonly findings: readonly {
    readonly id: string;
    readonly control: string;
    readonly outcome: string;
    readonly resource: { readonly kind: string; readonly name: string };
    readonly source?: { readonly file: string; readonly document: number };
  }[];
  readonly score: { readonly value: number } | null;
}

async function scanJson(argv: readonly string[], stdin?: string) {
  const run = await runPosture(['scan', '--format', 'json', ...argv], {
    stdin,
  });
  return { ...run, report: JSON.parse(run.stdout) as Report };
}

function controlsIn(report: Report) {
  return [...new Set(report.findings.map(({ control }) => control))];
}

describe('exit codes', () => {
  it.each([
    ['findings without --fail-on', [], 0],
    ['a critical finding, --fail-on none', ['--fail-on', 'none'], 0],
    ['a critical finding, --fail-on critical', ['--fail-on', 'critical'], 1],
    ['a critical finding, --fail-on low', ['--fail-on', 'low'], 1],
    [
      'a critical finding that is not listed',
      ['--fail-on', 'critical', '--outcomes', 'pass'],
      1,
    ],
    [
      'findings of medium severity only, --fail-on high',
      ['--fail-on', 'high', '--controls', 'drop-all-capabilities'],
      0,
    ],
    [
      'findings of medium severity only, --fail-on medium',
      ['--fail-on', 'medium', '--controls', 'drop-all-capabilities'],
      1,
    ],
  ])('%s', async (_, argv, exitCode) => {
    const run = await runPosture(['scan', '-', ...argv], { stdin: PRIVILEGED });
    expect({ exitCode: run.exitCode, stderr: run.stderr }).toEqual({
      exitCode,
      stderr: '',
    });
  });

  it('what could not be read outweighs findings', async () => {
    const run = await runPosture(['scan', '-', '--fail-on', 'critical'], {
      stdin: `${PRIVILEGED}---\n[`,
    });
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain('1 critical');
  });
});

describe('wrong usage exits with 2, says why and prints no report', () => {
  it.each([
    ['no path', ['scan'], "missing required argument 'path'"],
    ['no command', [], 'Usage: posture'],
    ['an unknown command', ['scna'], 'Did you mean scan?'],
    ['an unknown option', ['scan', '-', '--formta'], 'Did you mean --format?'],
    [
      'an unknown control',
      ['scan', '-', '--controls', 'host-pid,privileged'],
      'There is no control "privileged". Nearest: privileged-container,',
    ],
    [
      'an unknown framework',
      ['scan', '-', '--framework', 'pss-restrict'],
      'There is no framework "pss-restrict". Nearest: pss-restricted,',
    ],
    [
      'a version that is too old',
      ['scan', '-', '--kubernetes-version', '1.19'],
      'There is no known Kubernetes version "1.19". Nearest: 1.',
    ],
    [
      'a version that is none',
      ['scan', '-', '--kubernetes-version', 'latest'],
      'The oldest is 1.20.',
    ],
    [
      'an unknown outcome',
      ['scan', '-', '--outcomes', 'fail,passed'],
      'There is no outcome "passed". Nearest: pass,',
    ],
    [
      'an unknown format',
      ['scan', '-', '--format', 'yaml'],
      'There is no format "yaml". Nearest: table, json.',
    ],
    [
      'an unknown severity',
      ['scan', '-', '--fail-on', 'hihg'],
      'There is no severity "hihg". Nearest: high,',
    ],
    [
      'an unknown scope',
      ['scan', '-', '--scope', 'node'],
      'There is no scope "node". Nearest:',
    ],
    [
      'controls that do not answer the framework',
      ['scan', '-', '--framework', 'pss-baseline', '--controls', 'image-tag'],
      'None of the named controls answers the framework pss-baseline.',
    ],
    [
      'controls that are not in the scope',
      ['scan', '-', '--scope', 'cluster', '--controls', 'image-tag'],
      'None of the chosen controls judges the scope cluster.',
    ],
    [
      'an output that cannot be written',
      ['scan', '-', '--output', join('no', 'such', 'folder', 'report.json')],
      'cannot be written (ENOENT).',
    ],
  ])('%s', async (_, argv, message) => {
    const run = await runPosture(argv, { stdin: PRIVILEGED });
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain(message);
  });
});

describe('options', () => {
  it('prints version and help on the standard output', async () => {
    expect(await runPosture(['--version'])).toEqual({
      exitCode: 0,
      stdout: '0.1.0\n',
      stderr: '',
    });
    const help = await runPosture(['scan', '--help']);
    expect(help.exitCode).toBe(0);
    for (const option of ['--framework', '--fail-on', '--output', '--scope'])
      expect(help.stdout).toContain(option);
  });

  it('runs named controls, optional ones too, and nothing else', async () => {
    const { report } = await scanJson(
      [
        '-',
        '--controls',
        'image-digest',
        '--controls',
        'drop-all-capabilities,host-pid',
      ],
      WITH_IMAGE,
    );
    expect(controlsIn(report)).toEqual([
      'drop-all-capabilities',
      'image-digest',
    ]);
    expect(report.score).toBeNull();
  });

  it('leaves optional controls out by default', async () => {
    const { report } = await scanJson(['-'], WITH_IMAGE);
    expect(controlsIn(report)).toContain('privileged-container');
    expect(controlsIn(report)).not.toContain('image-digest');
    expect(report.score).toMatchObject({ grade: 'F', coverage: 1 });
  });

  it('runs the controls of a framework, and both together their intersection', async () => {
    const pss = await scanJson(
      ['-', '--framework', 'pss-baseline'],
      PRIVILEGED,
    );
    expect(controlsIn(pss.report)).toEqual(['privileged-container']);
    expect(pss.report.score).toBeNull();
    const both = await scanJson(
      ['-', '--framework', 'nsa', '--controls', 'drop-all-capabilities'],
      PRIVILEGED,
    );
    expect(controlsIn(both.report)).toEqual(['drop-all-capabilities']);
  });

  it.each([
    ['a pod that may run as root by its image', '1.34', 'fail'],
    ['the same with users of its own', '1.35', 'pass'],
  ])('judges %s at %s: %s', async (_, version, outcome) => {
    const { report } = await scanJson(
      [
        ...['-', '--framework', 'pss-restricted', '--outcomes', 'fail,pass'],
        ...['--controls', 'run-as-non-root', '--kubernetes-version', version],
      ],
      aPod('web').replace('spec: {', 'spec: { hostUsers: false,'),
    );
    expect(report.kubernetesVersion).toBe(version);
    expect(report.findings.map(finding => finding.outcome)).toEqual([outcome]);
  });

  it('lists only the outcomes asked for', async () => {
    const { report } = await scanJson(['-', '--outcomes', 'pass'], PRIVILEGED);
    expect(new Set(report.findings.map(({ outcome }) => outcome))).toEqual(
      new Set(['pass']),
    );
  });

  it.each([
    [[], ['Deployment']],
    [['--scope', 'workload'], ['Deployment']],
    [['--scope', 'cluster'], ['Cluster']],
    [
      ['--scope', 'all'],
      ['Deployment', 'Cluster'],
    ],
    [['--controls', 'ingress-nginx-eol'], ['Cluster']],
  ])('judges by %j the kinds %j', async (argv, kinds) => {
    const { report } = await scanJson(
      ['-', '--outcomes', 'fail,notEvaluated,pass,notApplicable', ...argv],
      PRIVILEGED,
    );
    const judged = report.findings.map(({ resource }) => resource.kind);
    expect([...new Set(judged)]).toEqual(kinds);
  });

  it('writes the report to a file, and nothing to the standard output', async () => {
    const folder = aFolder({ 'web.yaml': PRIVILEGED });
    const output = join(folder, 'report.json');
    const argv = ['scan', folder, '--format', 'json', '--output', output];
    const run = await runPosture(argv);
    expect(run).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    const first = readFileSync(output, 'utf8');
    expect(JSON.parse(first).resources).toBe(1);
    expect((await runPosture(argv)).exitCode).toBe(0);
    expect(readFileSync(output, 'utf8')).toBe(first);
  });
});

describe('paths', () => {
  it('reads a folder sorted, with what is below it, and no other files', async () => {
    const folder = aFolder({
      'b.yml': aPod('b'),
      'a/z.yaml': aPod('z'),
      'a/c.json': JSON.stringify({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'c' },
        spec: { containers: [{ name: 'c' }] },
      }),
      'notes.txt': 'not: [yaml',
    });
    const { report, exitCode } = await scanJson([
      folder,
      '--controls',
      'drop-all-capabilities',
    ]);
    expect(exitCode).toBe(0);
    expect(report.findings.map(({ source }) => source?.file)).toEqual(
      ['a/c.json', 'a/z.yaml', 'b.yml'].map(name => `${folder}/${name}`),
    );
  });

  it('reads each file once, whatever links and paths lead to it', async () => {
    const folder = aFolder({
      'web.yaml': PRIVILEGED,
      'below/x.yaml': aPod('x'),
    });
    symlinkSync('..', join(folder, 'below', 'loop'));
    symlinkSync('web.yaml', join(folder, 'link.yaml'));
    const { report, stderr } = await scanJson([
      folder,
      join(folder, 'web.yaml'),
    ]);
    expect(stderr).toBe('');
    expect(report.resources).toBe(2);
  });

  it('takes all inputs for one cluster', async () => {
    const folder = aFolder({
      'pod.yaml': aPod('web').replace(
        'spec: {',
        'spec: { serviceAccountName: web,',
      ),
      'account.yaml':
        'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: web, namespace: shop }\n',
    });
    const argv = ['--controls', 'sa-exists', '--outcomes', 'fail,pass'];
    const alone = await scanJson([join(folder, 'pod.yaml'), ...argv]);
    expect(alone.report.findings[0].outcome).toBe('fail');
    const together = await scanJson([
      join(folder, 'pod.yaml'),
      join(folder, 'account.yaml'),
      ...argv,
    ]);
    expect(together.report.findings[0].outcome).toBe('pass');
  });

  it('says where a folder holds no manifest', async () => {
    const folder = aFolder();
    const run = await runPosture(['scan', folder]);
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toContain('no .yaml, .yml or .json file below it');
    expect(run.stdout).toBe('Nothing to judge in 0 objects\n');
  });
});

describe('objects', () => {
  it.each([
    ['a List', 'apiVersion: v1\nkind: List\nitems:\n', 2],
    ['a typed list', 'apiVersion: apps/v1\nkind: DeploymentList\nitems:\n', 2],
  ])('reads the items of %s', async (_, head, resources) => {
    const typed = head.includes('DeploymentList');
    const item = PRIVILEGED.split('\n')
      .slice(typed ? 2 : 0)
      .map((line, index) => (index ? `    ${line}` : `  - ${line}`))
      .join('\n');
    const { report } = await scanJson(
      ['-', ...ONE_CONTROL],
      `${head}${item}\n${item}`,
    );
    expect(report.resources).toBe(resources);
    expect(report.findings.map(({ resource }) => resource)).toEqual(
      Array(2).fill({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'web',
      }),
    );
  });

  it('judges every object of one name, under an id of its own', async () => {
    const { report } = await scanJson(
      ['-', ...ONE_CONTROL],
      `${PRIVILEGED}---\n${PRIVILEGED}`,
    );
    const [first, second] = report.findings;
    expect(second.id).toBe(`${first.id}-2`);
    expect([first, second].map(({ source }) => source?.document)).toEqual([
      1, 2,
    ]);
  });

  it('names no namespace where the manifest names none', async () => {
    const { report } = await scanJson(
      ['-', ...ONE_CONTROL],
      PRIVILEGED.replace('  namespace: shop\n', ''),
    );
    expect(report.findings[0].resource).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'web',
    });
  });

  it('judges 10,000 documents in bounded time', async () => {
    const stream = Array.from({ length: 10_000 }, (_, index) =>
      aPod(`web-${index}`),
    ).join('---\n');
    const started = Date.now();
    const { report } = await scanJson(['-', ...ONE_CONTROL], stream);
    expect(report.resources).toBe(10_000);
    expect(Date.now() - started).toBeLessThan(60_000);
  }, 120_000);
});
