import { bytesOf, fitLists } from './fitLists';

const words = (length: number, count: number) =>
  Array.from({ length: count }, () => 'x'.repeat(length));

describe('lists that have to fit', () => {
  it('are left alone where they do', () => {
    const lists = { one: words(10, 3), other: [] };
    expect(fitLists(lists, 100)).toEqual({ kept: lists, leftOut: {} });
  });

  it('lose the ends of the longest, which is counted', () => {
    const { kept, leftOut } = fitLists(
      { one: words(100, 4), other: words(10, 2) },
      260,
    );
    expect([kept.one, kept.other]).toEqual([words(100, 2), words(10, 2)]);
    expect(leftOut).toEqual({ one: 2 });
  });

  it('fit whatever is in them', () => {
    const lists = { one: ['ü'.repeat(300)], other: words(7, 400) };
    for (const most of [0, 5, 77, 700, 3000]) {
      const { kept, leftOut } = fitLists(lists, most);
      const items = [...kept.one, ...kept.other];
      expect(
        items.map(bytesOf).reduce((total, bytes) => total + bytes, 0),
      ).toBeLessThanOrEqual(most);
      expect(items.length + (leftOut.one ?? 0) + (leftOut.other ?? 0)).toBe(
        401,
      );
    }
  });
});
