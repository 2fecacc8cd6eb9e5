import { manifestsAsJson } from './manifestsAsJson';

describe('manifestsAsJson', () => {
  it.each([
    ['YAML', 'kind: A\n---\nkind: B\n---\n', [{ kind: 'A' }, { kind: 'B' }]],
    [
      'values as Kubernetes reads them',
      'privileged: yes',
      [{ privileged: true }],
    ],
    ['an object in JSON', '{"kind":"A"}', [{ kind: 'A' }]],
    [
      'an array in JSON',
      '[{"kind":"A"},{"kind":"B"}]',
      [{ kind: 'A' }, { kind: 'B' }],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(JSON.parse(manifestsAsJson(text))).toEqual(expected);
  });

  it.each([
    ['a template', 'kind: {{ .Values.kind }}', /^Document 1 looks like a Helm/],
    [
      'what it cannot read, by its line, and nothing that stands there',
      'kind: A\n---\nvalue: "hunter2\n',
      /^Document 2 is no valid YAML, at line \d$/,
    ],
  ])('refuses %s', (_, text, words) => {
    expect(() => manifestsAsJson(text)).toThrow(words);
  });
});
