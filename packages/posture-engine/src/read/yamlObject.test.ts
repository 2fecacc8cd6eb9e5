import { MalformedInput } from './malformedInput';
import { yamlObject } from './yamlObject';

function errorOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}

describe('yamlObject', () => {
  it.each<[string, string, unknown]>([
    ['YAML', 'a:\n  b: [1, true]\n', { a: { b: [1, true] } }],
    ['JSON', '{"a": {"b": 0}}', { a: { b: 0 } }],
    [
      'booleans as Kubernetes reads them',
      'a: no\nb: on',
      { a: false, b: true },
    ],
    ['durations as texts', 'a: 4h0m0s\nb: 0s', { a: '4h0m0s', b: '0s' }],
    ['addresses as texts', 'a: 127.0.0.1:10249', { a: '127.0.0.1:10249' }],
    ['null', 'a: null\nb:', { a: null, b: null }],
  ])('reads %s', (_, text, expected) => {
    expect(yamlObject(text, 'p')).toEqual(expected);
  });

  it('reads thousands of keys in no time', () => {
    const text = Array.from({ length: 6_000 }, (_, i) => `k${i}: 0`).join('\n');
    const start = performance.now();
    expect(Object.keys(yamlObject(text, 'p'))).toHaveLength(6_000);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('gives a key no power over the prototype', () => {
    const read = yamlObject('__proto__: { polluted: true }', 'p');
    expect('polluted' in read).toBe(false);
  });

  it.each([
    ['a list', '- a'],
    ['a scalar', 'a'],
    ['nothing', ''],
    ['two documents', 'a: 1\n---\nb: 2'],
    ['what is no YAML', 'a: [1'],
    ['an alias', 'a: &x [1]\nb: *x'],
    ['what is nested too deep', `a: ${'['.repeat(60_000)}`],
    ['what is too long', `a: ${'x'.repeat(64 * 1024)}`],
  ])('refuses %s without quoting it', (_, text) => {
    const error = errorOf(() => yamlObject(text, 'data.kubelet'));
    expect(error).toBeInstanceOf(MalformedInput);
    const { message } = error as Error;
    expect(message).toMatch(/^data\.kubelet/);
    expect(message.length).toBeLessThan(100);
  });
});
