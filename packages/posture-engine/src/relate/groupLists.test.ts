import { groupLists } from './groupLists';

describe('groupLists', () => {
  it.each<[string, string, string[][]]>([
    ['block style', 'groups:\n  - a\n  - b\n', [['a', 'b']]],
    ['not indented', '- x: y\n  groups:\n  - a\n- x: z', [['a', 'x: z']]],
    ['flow style', 'groups: [a, "b", \'c\']', [['a', 'b', 'c']]],
    ['over several lines', 'groups: [\n  a,\n  b\n]', [['a', 'b']]],
    ['JSON', '[{"username": "x", "groups": ["a"]}]', [['a']]],
    [
      'escapes of JSON',
      '{"groups": ["system\\u003amasters"]}',
      [['system:masters']],
    ],
    ['quoted items', "groups:\n- \"a\"\n- 'it''s'", [['a', "it's"]]],
    ['two entries', 'groups: [a]\nx: y\ngroups:\n- b', [['a'], ['b']]],
    ['blank lines', 'groups:\n\n  - a\n\n  - b', [['a', 'b']]],
    ['comments', 'groups: # who\n  # - no\n  - a # yes\n', [['a']]],
    ['a hash in a name', 'groups: [a#b, "c # d"]', [['a#b', 'c # d']]],
    ['an anchor', 'groups: &all\n- a', [['a']]],
    ['an anchor in flow style', 'groups: &all [a]', [['a']]],
    [
      'an entry that begins with it',
      '- groups:\n  - a\n- groups:\n  - b',
      [['a'], ['b']],
    ],
    ['nothing', 'groups:', [[]]],
    ['null', 'groups: null\nx: y', [[]]],
    ['no end', 'groups: [a, b', [['a', 'b']]],
    ['a broken escape', 'groups: ["\\x"]', [['\\x']]],
    ['another key', 'mygroups: [a]\ngroupsOf: [b]', []],
    ['Windows lines', 'groups:\r\n- a\r\n- b\r\n', [['a', 'b']]],
    ['empty text', '', []],
  ])('%s', (_, text, expected) => {
    expect(groupLists(text)).toEqual(expected);
  });

  it.each<[string, string, number, number]>([
    ['keys without end', 'groups: [', 100_000, 100_000],
    ['keys as items', '- groups:\n', 100_000, 100_000],
    ['keys and blank lines', 'groups:\n\n\n\n', 80_000, 80_000],
    ['brackets', '[[[[{{{{', 120_000, 0],
    ['quotes', '"\'#', 300_000, 0],
    ['anchors', 'groups: &a ', 90_000, 90_000],
  ])('reads a megabyte of %s', (_, part, times, lists) => {
    expect(groupLists(part.repeat(times))).toHaveLength(lists);
  });
});
