import { aFolder, removeFolders } from '../testing/aFolder';
import { PRIVILEGED } from '../testing/manifests';
import { runPosture } from '../testing/runPosture';

afterEach(removeFolders);

const ONE = ['--controls', 'privileged-container'];

async function report(
  format: string,
  argv: readonly string[] = ONE,
  stdin = PRIVILEGED,
): Promise<string> {
  const run = await runPosture(['scan', '-', '--format', format, ...argv], {
    stdin,
  });
  return run.stdout;
}

describe('SARIF', () => {
  async function runOf(...args: [argv?: readonly string[], stdin?: string]) {
    const log = JSON.parse(await report('sarif', ...args));
    expect(log.version).toBe('2.1.0');
    expect(log.runs).toHaveLength(1);
    return log.runs[0];
  }

  it('has a result with its place for each failure, and its rule', async () => {
    const { tool, results, invocations } = await runOf();
    expect(tool.driver.rules).toEqual([
      expect.objectContaining({
        id: 'privileged-container',
        properties: expect.objectContaining({ 'security-severity': '9.5' }),
      }),
    ]);
    expect(results).toEqual([
      {
        ruleId: 'privileged-container',
        kind: 'fail',
        level: 'error',
        message: { text: expect.stringContaining('\n') },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: '-' },
              region: { startLine: 12 },
            },
            logicalLocations: [
              { fullyQualifiedName: 'Deployment shop/web', kind: 'resource' },
            ],
          },
        ],
        partialFingerprints: {
          'postureFinding/v1': expect.stringMatching(/^[0-9a-f]{32}$/),
        },
      },
    ]);
    expect(invocations).toEqual([
      { executionSuccessful: true, toolExecutionNotifications: [] },
    ]);
  });

  it('has a level for failures only', async () => {
    const outcomes = 'fail,notEvaluated,pass,notApplicable';
    const { results } = await runOf(['--outcomes', outcomes]);
    const levels = (kind: string) => [
      ...new Set(
        results
          .filter((result: { kind: string }) => result.kind === kind)
          .map(({ level }: { level: string }) => level),
      ),
    ];
    expect(levels('open')).toEqual(['none']);
    expect(levels('pass')).toEqual(['none']);
    expect(levels('notApplicable')).toEqual(['none']);
    expect(levels('fail').sort()).toEqual(['error', 'note', 'warning']);
  });

  it('says that it failed where something could not be read', async () => {
    const { invocations } = await runOf(ONE, 'a: {{ .b }}');
    expect(invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: expect.stringContaining('Helm') },
          },
        ],
      },
    ]);
  });

  it('writes paths as URIs', async () => {
    const folder = aFolder({ 'a b/über #1.yaml': PRIVILEGED });
    const argv = ['scan', folder, '--format', 'sarif', ...ONE];
    const { stdout } = await runPosture(argv);
    const { uri } =
      JSON.parse(stdout).runs[0].results[0].locations[0].physicalLocation
        .artifactLocation;
    expect(uri).toMatch(/^file:\/\/\/.*\/a%20b\/%C3%BCber%20%231\.yaml$/);
  });
});

describe('JUnit', () => {
  it('has a failed test for each failure', async () => {
    expect(await report('junit')).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="1" failures="1" errors="0" skipped="0">
  <testsuite name="posture scan" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="Deployment shop/web" name="privileged-container">
      <failure message="critical: A container runs privileged">container &quot;web&quot; is privileged&#10;-:12</failure>
    </testcase>
  </testsuite>
</testsuites>
`,
    );
  });

  it('skips what was not evaluated, and counts what passes', async () => {
    const text = await report('junit', [
      '--outcomes',
      'notEvaluated,pass,notApplicable',
    ]);
    const [, tests, failures, skipped] =
      /tests="(\d+)" failures="(\d+)" errors="0" skipped="(\d+)"/.exec(text)!;
    expect(Number(failures)).toBe(0);
    expect(Number(skipped)).toBeGreaterThan(0);
    expect(Number(tests)).toBeGreaterThan(Number(skipped));
  });

  it('has an error for what could not be read, and no character that XML forbids', async () => {
    const text = await report('junit', ONE, 'a: {{ .b }}');
    expect(text).toContain('<error message="');
    const name = '"we\\u0007b<&\\""';
    const odd = await report('junit', ONE, PRIVILEGED.replace('web', name));
    expect(odd).toContain('Deployment shop/we\uFFFDb&lt;&amp;&quot;');
  });
});

describe('Markdown', () => {
  it('has a table of what fails', async () => {
    const text = await report('markdown');
    expect(text).toContain('## Security posture\n');
    expect(text).toMatch(
      /\| critical \| privileged-container \| Deployment shop\/web \|/,
    );
  });

  it('acts on nothing that manifests name', async () => {
    const name = '"@all|<b>[x](http&#58;//y)`"';
    const text = await report('markdown', ONE, PRIVILEGED.replace('web', name));
    const [row] = text.split('\n').filter(line => line.includes('critical |'));
    expect(row).toContain('&#64;all&#124;&#60;b&#62;&#91;x&#93;&#40;http');
    expect(row.match(/\|/g)).toHaveLength(6);
    expect(row).not.toMatch(/[@<>`[\]]/);
  });
});
