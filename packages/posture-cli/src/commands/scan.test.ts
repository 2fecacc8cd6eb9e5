import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder, removeFolders } from '../testing/aFolder';
import { aPod, PRIVILEGED } from '../testing/manifests';
import { runPosture } from '../testing/runPosture';
import { controlsIn, scanJson } from '../testing/scanJson';

afterEach(removeFolders);

const WITH_IMAGE = PRIVILEGED.replace(
  '- name: web',
  '- name: web\n          image: example.org/web:1',
);

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
      'There is no format "yaml". Nearest: table, json,',
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

  it('runs named controls and nothing else', async () => {
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

  it('lists optional controls, which do not count in the score', async () => {
    const { report } = await scanJson(['-'], WITH_IMAGE);
    expect(controlsIn(report)).toContain('privileged-container');
    expect(controlsIn(report)).toContain('image-digest');
    expect(report.score).toMatchObject({ grade: 'F' });
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
