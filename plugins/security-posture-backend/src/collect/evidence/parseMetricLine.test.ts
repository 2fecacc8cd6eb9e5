import { metricNameOf, parseMetricLine } from './parseMetricLine';

describe('parseMetricLine', () => {
  it.each([
    ['a_total 3', { name: 'a_total', labels: {}, value: 3 }],
    ['a_total{} 3.5e2', { name: 'a_total', labels: {}, value: 350 }],
    [
      'a{b="c",d="e f"} 1 1700000000000',
      { name: 'a', labels: { b: 'c', d: 'e f' }, value: 1 },
    ],
    [
      String.raw`a{b="quote \" back \\ line \n brace } comma ,",} 0`,
      {
        name: 'a',
        labels: { b: 'quote " back \\ line \n brace } comma ,' },
        value: 0,
      },
    ],
    ['a +Inf', { name: 'a', labels: {}, value: Infinity }],
    ['a -Inf', { name: 'a', labels: {}, value: -Infinity }],
    ['a NaN', { name: 'a', labels: {}, value: NaN }],
    [
      'a{__proto__="x"} 1',
      { name: 'a', labels: Object.fromEntries([['__proto__', 'x']]), value: 1 },
    ],
  ])('reads %s', (line, sample) => {
    expect(parseMetricLine(line)).toEqual(sample);
  });

  it.each([
    '',
    '# HELP a_total What it counts',
    '# TYPE a_total counter',
    '<html><body>Sign in</body></html>',
    'a_total',
    'a_total{b="c"',
    'a_total{b=c} 1',
    'a_total{b="c" d="e"} 1',
    'a_total one',
    '0a 1',
  ])('passes over %s', line => {
    expect(parseMetricLine(line)).toBeUndefined();
  });

  it('reads a line with very many labels in no time', () => {
    const labels = Array.from({ length: 5_000 }, (_, n) => `l${n}="}"`);
    const began = Date.now();
    const sample = parseMetricLine(`a{${labels.join(',')}} 1`);
    expect(Object.keys(sample?.labels ?? {})).toHaveLength(5_000);
    expect(parseMetricLine(`a{${labels.join(',')} 1 x`)).toBeUndefined();
    expect(Date.now() - began).toBeLessThan(1_000);
  });
});

it.each([
  ['a_total{b="c"} 1', 'a_total'],
  ['# HELP a', ''],
  ['', ''],
])('finds the name that %s begins with', (line, name) => {
  expect(metricNameOf(line)).toBe(name);
});
