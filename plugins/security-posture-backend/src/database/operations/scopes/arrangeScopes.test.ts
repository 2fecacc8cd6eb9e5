import { arrangeScopes, ScopeLink } from './arrangeScopes';

describe('arrangeScopes', () => {
  it.each<[string, ScopeLink[], [string, number, number][]]>([
    ['nothing', [], []],
    [
      'those below the same in the order in which they come',
      [
        { ref: 'b', parent: 'top' },
        { ref: 'top' },
        { ref: 'a', parent: 'top' },
        { ref: 'deep', parent: 'b' },
      ],
      [
        ['top', 0, 2],
        ['b', 1, 1],
        ['deep', 2, 0],
        ['a', 1, 0],
      ],
    ],
    [
      'at the top what is below one that is not there',
      [{ ref: 'a', parent: 'hidden' }, { ref: 'b' }],
      [
        ['a', 0, 0],
        ['b', 0, 0],
      ],
    ],
  ])('places %s', (_, links, expected) => {
    expect(
      arrangeScopes(links).map(({ ref, level, below }) => [ref, level, below]),
    ).toEqual(expected);
  });
});
