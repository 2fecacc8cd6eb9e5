import { flagsOf, wordsOf } from './commandLine';

const tokens = (texts: readonly string[]) =>
  texts.map((text, index) => ({ text, path: `[${index}]` }));
const valuesOf = (...texts: readonly string[]) =>
  Object.fromEntries(
    [...flagsOf(tokens(texts))].map(([name, { values }]) => [name, values]),
  );

describe('flagsOf', () => {
  it.each<[string, string[], Record<string, string[]>]>([
    ['a value behind an equals sign', ['--a=b=c'], { a: ['b=c'] }],
    ['a value of its own', ['--a', 'b'], { a: ['b'] }],
    ['a negative number', ['--a', '-1'], { a: ['-1'] }],
    ['no value', ['--a', '--b'], { a: ['true'], b: ['true'] }],
    ['no value at the end', ['--a'], { a: ['true'] }],
    ['an empty value', ['--a='], { a: [''] }],
    ['one dash', ['-a=b'], { a: ['b'] }],
    ['underscores', ['--a_b=c'], { 'a-b': ['c'] }],
    ['each use of a flag', ['--a=1', '--a', '2'], { a: ['1', '2'] }],
    ['a value of many lines', ['--a=b\nc'], { a: ['b\nc'] }],
    ['no word that is no flag', ['kube-apiserver', '--', '-'], {}],
  ])('reads %s', (_, texts, expected) => {
    expect(valuesOf(...texts)).toEqual(expected);
  });

  it('says where a flag stands: where it was given last', () => {
    const flags = flagsOf(tokens(['x', '--a=1', '--a=2']));
    expect(flags.get('a')?.path).toBe('[2]');
  });
});

describe('wordsOf', () => {
  it.each([
    ['--a=b', ['--a=b']],
    ['--a=b c', ['--a=b c']],
    [
      'mkfifo /run/p;\nexec kube-apiserver \\\n  --a=b --c="d" 2>&1',
      ['mkfifo', '/run/p;', 'exec', 'kube-apiserver', '--a=b', '--c=d', '2>&1'],
    ],
  ])('%p', (text, words) => {
    expect(wordsOf({ text, path: 'p' }).map(word => word.text)).toEqual(words);
  });
});
