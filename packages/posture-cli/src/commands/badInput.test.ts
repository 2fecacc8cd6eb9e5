import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { LARGEST_FILE } from '../input/readFile';
import { aFolder, removeFolders } from '../testing/aFolder';
import { aPod, PRIVILEGED } from '../testing/manifests';
import { scanJson } from '../testing/scanJson';

afterEach(removeFolders);

const HELM = 'It looks like a Helm template';
const NO_YAML = 'This is no valid YAML: ';
const NO_OBJECT = 'This is no Kubernetes object';
const NESTED = `${NO_YAML}it is nested too deeply.`;
const LAUGHS = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name, index) => {
    const alias = `*${'abcdefg'.charAt(index)}`;
    return `${name}: &${name} [${Array(9).fill(alias).join(', ')}]`;
  }),
].join('\n');

describe('a document that cannot be read is named, and the others are judged', () => {
  it.each([
    ['a bracket without end', 'a: [1, 2', 2, 'or a bracket is missing.'],
    ['a quote without end', 'a: "x\nb: 1', 3, `${NO_YAML}a bracket, a quote`],
    ['a tab', 'a:\n\tb: 1', 2, `${NO_YAML}a tab is used`],
    ['indentation', 'a:\n  b: 1\n c: 2', 3, NO_YAML],
    ['a key twice', 'a: 1\nb: 2\na: 3', 3, `${NO_YAML}a key stands twice`],
    ['an unknown alias', 'a: *b', 1, `${NO_YAML}an alias is used`],
    ['an alias for itself', 'a: &a { b: *a }', 1, 'An alias stands for'],
    ['a merge of a text', '<<: x', 1, 'A merge key (<<)'],
    ['aliases of aliases', LAUGHS, 1, 'Its aliases would grow it'],
    ['deep lists', `a: ${'['.repeat(50_000)}`, 1, NESTED],
    ['deep maps', `a: ${'{b: '.repeat(50_000)}`, 1, NESTED],
    ['a template in a value', 'a: {{ .Values.a }}', 1, HELM],
    ['a template around lines', 'a: 1\n{{- if .b }}\nb: 2\n', 2, HELM],
    ['a text', 'hello', 1, `${NO_OBJECT}, but a text`],
    ['a list', '- a: 1', 1, NO_OBJECT],
    ['Helm values', 'replicas: 2', 1, `${NO_OBJECT}: it has no apiVersion and`],
    ['no kind', 'apiVersion: v1\nmetadata: { name: a }', 1, 'it has no kind.'],
    ['no apiVersion', 'kind: Pod\nmetadata: { name: a }', 1, 'no apiVersion.'],
    ['an empty kind', 'apiVersion: v1\nkind: ""', 1, 'it has no kind.'],
    ['a kind that is a list', 'apiVersion: v1\nkind: [Pod]', 1, 'no kind.'],
    [
      'a Pod without metadata',
      'apiVersion: v1\nkind: Pod\nspec: {}',
      1,
      'This Pod has no metadata.name that is a text.',
    ],
    [
      'a Role whose name is a number',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: 5 }',
      1,
      'This Role has no metadata.name',
    ],
    [
      'an item of a list that is none',
      'apiVersion: v1\nkind: List\nitems:\n  - 5',
      4,
      NO_OBJECT,
    ],
  ])('%s', async (_, bad, line, message) => {
    const before = aPod('before');
    const stream = `${before}---\n${bad}\n---\n${PRIVILEGED}`;
    const { exitCode, stderr, report } = await scanJson(['-'], stream);
    expect(exitCode).toBe(2);
    expect(report.errors).toHaveLength(1);
    const [error] = report.errors;
    const lineOfBad = before.split('\n').length + line;
    expect(error).toMatchObject({ file: '-', document: 2 });
    expect(error.message).toContain(message);
    expect(stderr).toContain(`-:${error.line}: ${error.message} (document 2)`);
    expect(error.line).toBeGreaterThanOrEqual(lineOfBad - 1);
    expect(error.line).toBeLessThanOrEqual(lineOfBad + 1);
    expect(
      report.findings.filter(
        ({ control, source }) =>
          control === 'privileged-container' && source.document === 3,
      ),
    ).toHaveLength(1);
  });
});

describe('what is no object to judge, and no error', () => {
  it.each([
    ['nothing', '', 0],
    ['comments', '# nothing\n---\n# here\n', 0],
    ['empty documents', '---\n---\n---\n', 0],
    ['null', 'null\n---\n~\n', 0],
    ['a kustomization', 'apiVersion: x/v1\nkind: Kustomization\n', 1],
    ['an unknown kind', 'apiVersion: x/v1\nkind: X\nmetadata: {name: x}\n', 1],
    ['an empty list', 'apiVersion: v1\nkind: List\nitems: []\n', 0],
    ['a list of null', 'apiVersion: v1\nkind: PodList\nitems:\n', 0],
    [
      'a Secret with a template in quotes',
      'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {a: "{{ b }}"}\n',
      1,
    ],
  ])('%s', async (_, stream, resources) => {
    const { exitCode, stderr, report } = await scanJson(['-'], stream);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(report).toMatchObject({ resources, findings: [], errors: [] });
  });
});

describe('an object of the wrong shape is never a pass', () => {
  it.each([
    ['no spec', 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }'],
    [
      'no template',
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}',
    ],
    [
      'a spec that is a list',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: []',
    ],
    [
      'containers that are a text, and a patch of the pod',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: x, hostPID: true}',
    ],
    [
      'a boolean that is a text',
      PRIVILEGED.replace('privileged: true', 'privileged: "true"'),
    ],
    [
      'a prototype',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {__proto__: {containers: [{name: a}]}, containers: [{__proto__: {securityContext: {privileged: false}}, securityContext: 5}]}',
    ],
  ])('%s', async (_, stream) => {
    const { exitCode, report } = await scanJson(
      ['-', '--outcomes', 'fail,notEvaluated,pass,notApplicable'],
      stream,
    );
    expect(exitCode).toBe(0);
    expect(
      report.findings.find(({ control }) => control === 'privileged-container'),
    ).toMatchObject({ outcome: 'notEvaluated', reason: 'parseError' });
    expect(report.findings).not.toContainEqual(
      expect.objectContaining({ reason: 'controlError' }),
    );
    expect(({} as Record<string, unknown>).containers).toBeUndefined();
  });

  it('reads yes as true, as Kubernetes does', async () => {
    const { report } = await scanJson(
      ['-', '--controls', 'privileged-container'],
      PRIVILEGED.replace('privileged: true', 'privileged: yes'),
    );
    expect(report.findings[0].outcome).toBe('fail');
  });

  it('judges a container without a name', async () => {
    const { report } = await scanJson(
      ['-', '--controls', 'privileged-container'],
      PRIVILEGED.replace('- name: web\n          sec', '- sec'),
    );
    expect(report.findings[0].outcome).toBe('fail');
  });
});

describe('a file that cannot be read is named, and the others are judged', () => {
  const tooLarge = Buffer.alloc(LARGEST_FILE + 1, 'a: 1\n');

  it.each([
    ['a path that does not exist', 'missing.yaml', 'does not exist.'],
    ['a path below a file', join('web.yaml', 'x'), 'does not exist.'],
    ['a link to itself', 'self.yaml', 'leads to itself.'],
    ['a binary file', 'binary.yaml', 'This is no text in UTF-8.'],
    ['a file in another encoding', 'latin.yaml', 'This is no text in UTF-8.'],
    ['a file in UTF-16', 'wide.yaml', 'This is no text in UTF-8.'],
    ['a file that is too large', 'large.yaml', 'larger than 64 MB'],
  ])('%s', async (_, name, message) => {
    const folder = aFolder({
      'web.yaml': PRIVILEGED,
      'binary.yaml': Uint8Array.from([0x61, 0x00, 0x62]),
      'latin.yaml': Uint8Array.from([0x61, 0xe9, 0x62]),
      'wide.yaml': Buffer.from(`\uFEFF${PRIVILEGED}`, 'utf16le'),
      ...(name === 'large.yaml' ? { 'large.yaml': tooLarge } : {}),
    });
    symlinkSync('self.yaml', join(folder, 'self.yaml'));
    const { exitCode, stderr, report } = await scanJson([
      join(folder, name),
      join(folder, 'web.yaml'),
      '--controls',
      'privileged-container',
    ]);
    expect(exitCode).toBe(2);
    expect(report.errors).toHaveLength(1);
    expect(report.errors[0].file).toBe(`${folder}/${name}`);
    expect(report.errors[0].message).toContain(message);
    expect(stderr.split('\n')).toHaveLength(2);
    expect(report.findings).toHaveLength(1);
  });

  it('names every unreadable file of a folder', async () => {
    const folder = aFolder({ 'a.yaml': '[', 'b.yaml': PRIVILEGED });
    symlinkSync('nowhere', join(folder, 'c.yaml'));
    const { report } = await scanJson([folder]);
    expect(report.errors.map(({ file }) => file).sort()).toEqual([
      `${folder}/a.yaml`,
      `${folder}/c.yaml`,
    ]);
    expect(report.resources).toBe(1);
  });

  it('refuses a standard input without end', async () => {
    const { report } = await scanJson(['-'], tooLarge);
    expect(report.errors).toEqual([
      { file: '-', message: expect.stringContaining('larger than 64 MB') },
    ]);
  });

  it('reads a text with a byte order mark and Windows line ends', async () => {
    const { report, exitCode } = await scanJson(
      ['-', '--controls', 'privileged-container'],
      `\uFEFF${PRIVILEGED}---\n${PRIVILEGED}`.replace(/\n/g, '\r\n'),
    );
    expect(exitCode).toBe(0);
    expect(report.findings).toHaveLength(2);
  });
});
