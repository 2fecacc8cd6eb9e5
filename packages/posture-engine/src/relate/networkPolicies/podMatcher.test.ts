import { readObjectSelector } from '../objectSelector';
import { matcherOf } from './podMatcher';

const matcher = (selector: object) =>
  matcherOf(readObjectSelector({ ...selector }, 'selector'));
const expressions = (...terms: [string, string, ...string[]][]) => ({
  matchExpressions: terms.map(([key, operator, ...values]) => ({
    key,
    operator,
    values,
  })),
});

describe('matcherOf', () => {
  it.each<[string, object, boolean]>([
    ['nothing', {}, true],
    ['a label', { matchLabels: { app: 'web' } }, true],
    ['another value', { matchLabels: { app: 'db' } }, false],
    [
      'two of one key',
      expressions(['app', 'In', 'web', 'db'], ['app', 'In', 'web']),
      true,
    ],
    [
      'two that exclude each other',
      expressions(['app', 'In', 'web'], ['app', 'In', 'db']),
      false,
    ],
    [
      'wanted twice',
      expressions(['app', 'Exists'], ['app', 'In', 'web'], ['app', 'Exists']),
      true,
    ],
    [
      'wanted and refused',
      expressions(['app', 'In', 'web'], ['app', 'NotIn', 'web']),
      false,
    ],
    [
      'refused twice',
      expressions(['app', 'NotIn', 'db'], ['app', 'NotIn', 'web']),
      false,
    ],
    [
      'refused, and any value refused',
      expressions(['app', 'NotIn', 'db'], ['app', 'DoesNotExist']),
      false,
    ],
    [
      'any value refused, and one',
      expressions(['app', 'DoesNotExist'], ['app', 'NotIn', 'db']),
      false,
    ],
    ['other values refused', expressions(['app', 'NotIn', 'db']), true],
    [
      'a missing label refused',
      expressions(['batch', 'DoesNotExist'], ['batch', 'NotIn', 'x']),
      true,
    ],
    [
      'a name that every object has',
      expressions(['constructor', 'Exists']),
      false,
    ],
    [
      'more keys than the pod has labels',
      expressions(['app', 'Exists'], ['tier', 'Exists'], ['zone', 'Exists']),
      false,
    ],
  ])('%s', (_, selector, selected) => {
    const labels = { app: 'web', tier: 'front' };
    expect(matcher(selector).matches({ labels })).toBe(selected);
  });

  it('tells selectors that select alike, in any order', () => {
    expect(
      matcher(expressions(['a', 'In', 'x', 'y'], ['b', 'Exists'])).key,
    ).toBe(matcher(expressions(['b', 'Exists'], ['a', 'In', 'y', 'x'])).key);
    expect(matcher({ matchLabels: { a: 'x' } }).key).not.toBe(
      matcher(expressions(['a', 'NotIn', 'x'])).key,
    );
  });

  it('names a set of labels for each key that is wanted', () => {
    expect(
      matcher(
        expressions(
          ['a', 'In', 'x', 'y'],
          ['b', 'Exists'],
          ['c', 'DoesNotExist'],
        ),
      ).termSets,
    ).toEqual([['a=x', 'a=y'], ['b']]);
  });
});
