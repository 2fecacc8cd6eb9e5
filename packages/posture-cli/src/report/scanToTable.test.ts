import { stripVTControlCharacters } from 'node:util';
import { aPod, PRIVILEGED } from '../testing/manifests';
import { runPosture, Surroundings } from '../testing/runPosture';

const TWO_CONTROLS = ['--controls', 'privileged-container,host-pid'];

async function table(
  argv: readonly string[],
  surroundings: Surroundings,
): Promise<string> {
  const run = await runPosture(['scan', '-', ...argv], surroundings);
  return run.stdout;
}

describe('the table', () => {
  it('groups by resource, and ends with a sentence', async () => {
    const stdin = `${aPod('good')}---\n${PRIVILEGED}---\n${PRIVILEGED.replace(
      'spec:\n      containers',
      'spec:\n      hostPID: true\n      containers',
    ).replace('name: web\n  name', 'name: api\n  name')}`;
    expect(await table(TWO_CONTROLS, { stdin })).toBe(
      `Deployment shop/web (-:6)
  critical  privileged-container  container "web" is privileged
                                  -:17

Deployment shop/api (-:19)
  critical  privileged-container  container "web" is privileged
                                  -:31
  high      host-pid              the pod shares the process ids of its node
                                  -:27

3 workloads, 2 critical and 1 high findings
`,
    );
  });

  it.each([
    [
      'all is well',
      `${aPod('a')}---\n${aPod('b')}`,
      'No failing control in 2 workloads\n',
    ],
    ['there is nothing', '', 'Nothing to judge in 0 objects\n'],
    [
      'something could not be read',
      `${aPod('a')}---\n[`,
      'No failing control in 1 workload; 1 input could not be read\n',
    ],
  ])('says so where %s', async (_, stdin, expected) => {
    expect(await table(TWO_CONTROLS, { stdin })).toBe(expected);
  });

  it('says the score, and what could not be judged', async () => {
    const text = await table([], {
      stdin: PRIVILEGED.replace('privileged: true', 'privileged: "x"'),
    });
    expect(text).toMatch(
      /1 workload\b.* findings; score \d+ of 100 \([A-F]\); \d+ questions not evaluated\n$/,
    );
    expect(text).toContain('not evaluated  privileged-container');
  });

  it.each([80, 120])(
    'fits into %i columns and cuts nothing off',
    async columns => {
      const stdin = PRIVILEGED.replace(
        /name: web/g,
        `name: ${'a-very-long-name-'.repeat(6)}`,
      );
      const narrow = await table([], { stdin, isTTY: true, columns });
      const lines = stripVTControlCharacters(narrow).split('\n');
      const body = lines.filter(line => line.startsWith('  '));
      expect(Math.max(...body.map(({ length }) => length))).toBeLessThanOrEqual(
        columns,
      );
      expect(narrow).not.toContain('…');
      const letters = (text: string) =>
        stripVTControlCharacters(text).replace(/\s/g, '');
      expect(letters(narrow)).toBe(
        letters(await table([], { stdin, isTTY: true, columns: 160 })),
      );
    },
  );

  it.each([
    ['a terminal', { isTTY: true }, true],
    ['a terminal and NO_COLOR', { isTTY: true, env: { NO_COLOR: '1' } }, false],
    ['a terminal that is dumb', { isTTY: true, env: { TERM: 'dumb' } }, false],
    ['no terminal', { isTTY: false }, false],
  ])('on %s has colours: %s', async (_, surroundings, coloured) => {
    const text = await table(TWO_CONTROLS, {
      stdin: PRIVILEGED,
      ...surroundings,
    });
    expect(text.includes('\u001b[')).toBe(coloured);
  });

  it('keeps control characters of the input from the terminal', async () => {
    const text = await table(TWO_CONTROLS, {
      stdin: PRIVILEGED.replace('- name: web', '- name: "\\e[2Jweb\\n\\u202e"'),
    });
    expect(text).toContain(
      'container "\uFFFD[2Jweb\uFFFD\uFFFD" is privileged',
    );
    expect(text).not.toContain('\u001b');
  });

  it('says why something is a consequence or not applicable', async () => {
    const text = await table(
      [
        ...['--controls', 'host-network,host-port,image-registry'],
        ...['--outcomes', 'fail,notApplicable'],
      ],
      {
        stdin: `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  hostNetwork: true
  containers: [{ name: web, image: web, ports: [{ containerPort: 80, hostPort: 80 }] }]
`,
      },
    );
    expect(text).toContain('follows from host-network');
    expect(text).toContain('nothing is configured to judge by');
  });
});
