import { MalformedInput } from '../read/malformedInput';
import { selectorMatches } from './labelSelector';
import { readObjectSelector } from './objectSelector';

const matches = (selector: object, labels: Record<string, string>) =>
  selectorMatches(readObjectSelector({ ...selector }, 'spec.selector'), labels);

describe('readObjectSelector', () => {
  it.each<[string, object, Record<string, string>, boolean]>([
    ['nothing selects everything', {}, { app: 'web' }, true],
    ['a label', { matchLabels: { app: 'web' } }, { app: 'web' }, true],
    ['another value', { matchLabels: { app: 'web' } }, { app: 'db' }, false],
    [
      'both kinds must hold',
      {
        matchLabels: { app: 'web' },
        matchExpressions: [{ key: 'tier', operator: 'Exists' }],
      },
      { app: 'web' },
      false,
    ],
    [
      'In',
      {
        matchExpressions: [{ key: 'app', operator: 'In', values: ['a', 'b'] }],
      },
      { app: 'b' },
      true,
    ],
    [
      'NotIn holds for what is absent',
      { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['a'] }] },
      {},
      true,
    ],
    [
      'DoesNotExist',
      { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] },
      { app: 'a' },
      false,
    ],
  ])('%s', (_, selector, labels, expected) => {
    expect(matches(selector, labels)).toBe(expected);
  });

  it.each([
    [
      'an unknown operator',
      { matchExpressions: [{ key: 'a', operator: 'Gt' }] },
    ],
    ['labels that are a list', { matchLabels: [] }],
  ])('refuses %s', (_, selector) => {
    expect(() => matches(selector, {})).toThrow(MalformedInput);
  });
});
