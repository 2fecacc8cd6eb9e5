import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder, removeFolders } from '../testing/aFolder';
import { aPod, PRIVILEGED } from '../testing/manifests';
import { runPosture } from '../testing/runPosture';
import { scanJson } from '../testing/scanJson';

afterEach(removeFolders);

const ONE_CONTROL = ['--controls', 'privileged-container'];

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
