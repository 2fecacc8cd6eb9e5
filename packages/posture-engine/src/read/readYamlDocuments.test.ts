import { readYamlDocuments } from './readYamlDocuments';

const BOMB = [
  'a0: &a0 [x]',
  ...[1, 2, 3, 4, 5, 6, 7, 8].map(
    index => `a${index}: &a${index} [${Array(9).fill(`*a${index - 1}`)}]`,
  ),
].join('\n');

describe('readYamlDocuments', () => {
  it.each<[string, string, unknown[]]>([
    ['documents', 'kind: A\n---\nkind: B\n', [{ kind: 'A' }, { kind: 'B' }]],
    ['empty documents', '--- # none\n---\na: 1', [null, { a: 1 }]],
    ['nothing', '', []],
    ['a list in JSON', '[{"a": 1}]', [[{ a: 1 }]]],
    ['booleans', 'a: yes\nb: "yes"', [{ a: true, b: 'yes' }]],
    ['octal numbers', 'mode: 0644', [{ mode: 420 }]],
    ['no times', 'a: 12:30\nb: 2026-01-01', [{ a: '12:30', b: '2026-01-01' }]],
    ['keys as texts', '8080: 2', [{ '8080': 2 }]],
    ['braces in a text', 'a: "{{ b }}"', [{ a: '{{ b }}' }]],
    [
      'merge keys',
      'a: &a { b: 1 }\nc: { <<: *a, d: 2 }',
      [{ a: { b: 1 }, c: { b: 1, d: 2 } }],
    ],
  ])('reads %s', (_, text, values) => {
    expect(readYamlDocuments(text)).toEqual(values.map(value => ({ value })));
  });

  it.each<[string, string, RegExp]>([
    ['no YAML', 'a: b\n  password: hunter2', /^is no valid YAML, at line \d$/],
    ['a template', 'kind: {{ .Values.kind }}', /^looks like a Helm template/],
    ['a key twice', 'kind: A\nkind: B', /^has a key that stands twice/],
    ['a bomb', BOMB, /^has aliases that/],
    ['a circle', 'a: &a\n  b: *a', /^has aliases that/],
    ['an alias for nothing', 'a: *b', /^(has aliases that|is no valid YAML)/],
    [
      'aliases in a long text',
      `a: &a ${'x'.repeat(300_000)}\nb: *a`,
      /^is too long to have aliases/,
    ],
    ['depth', '['.repeat(50_000), /^is (nested too deeply|no valid YAML)/],
  ])('says what is wrong with %s, and quotes nothing', (_, text, words) => {
    expect(readYamlDocuments(text)).toEqual([
      { problem: expect.stringMatching(words) },
    ]);
  });

  it('reads what is right beside what is wrong', () => {
    expect(readYamlDocuments('a: 1\n---\nb: 1\nb: 2')).toEqual([
      { value: { a: 1 } },
      { problem: expect.any(String) },
    ]);
  });
});
