import { memoLatest } from './memo';

describe('memoLatest', () => {
  const LABELS = { app: 'web' };
  const LIST = [1];

  it('derives once for as long as all else is the same', () => {
    const derive = jest.fn((_: object, name: string, list: number[]) => [
      name,
      ...list,
    ]);
    const remembered = memoLatest(derive);
    const first = remembered(LABELS, 'shop', LIST);
    expect(first).toEqual(['shop', 1]);
    expect(remembered(LABELS, 'shop', LIST)).toBe(first);
    expect(derive).toHaveBeenCalledTimes(1);
  });

  it.each<[string, object, string, number[], unknown[]]>([
    ['another object', { app: 'web' }, 'shop', LIST, ['shop', 1]],
    ['another text', LABELS, 'bank', LIST, ['bank', 1]],
    ['another list', LABELS, 'shop', [2], ['shop', 2]],
  ])('derives anew for %s', (_, labels, name, list, expected) => {
    const remembered = memoLatest((_labels: object, a: string, b: number[]) => [
      a,
      ...b,
    ]);
    remembered(LABELS, 'shop', LIST);
    expect(remembered(labels, name, list)).toEqual(expected);
    expect(remembered(LABELS, 'shop', LIST)).toEqual(['shop', 1]);
  });
});
