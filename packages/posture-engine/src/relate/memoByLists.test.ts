import { memoByLists } from './memo';

describe('memoByLists', () => {
  const ONE = [1];
  const TWO = [2];

  it('derives once from the same lists, and again from others', () => {
    const derive = jest.fn((...lists: number[][]) => lists.flat());
    const remembered = memoByLists(derive);
    expect(remembered(ONE, TWO)).toEqual([1, 2]);
    expect(remembered(ONE, TWO)).toBe(remembered(ONE, TWO));
    expect(remembered(TWO, ONE)).toEqual([2, 1]);
    expect(remembered(ONE)).toEqual([1]);
    expect(remembered(ONE, [...TWO])).toEqual([1, 2]);
    expect(derive).toHaveBeenCalledTimes(4);
  });

  it('remembers that there is nothing', () => {
    const derive = jest.fn((..._: number[][]) => undefined);
    const remembered = memoByLists(derive);
    remembered(ONE);
    remembered(ONE);
    expect(derive).toHaveBeenCalledTimes(1);
  });
});
