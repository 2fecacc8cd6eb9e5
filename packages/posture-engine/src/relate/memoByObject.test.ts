import { memoByObject } from './memo';

describe('memoByObject', () => {
  it('derives once for each object, also where there is nothing', () => {
    const derive = jest.fn(({ name }: { name?: string }) => name);
    const remembered = memoByObject(derive);
    const [web, nameless] = [{ name: 'web' }, {}];
    expect([web, nameless, web, nameless].map(remembered)).toEqual([
      'web',
      undefined,
      'web',
      undefined,
    ]);
    expect(derive).toHaveBeenCalledTimes(2);
  });

  it('remembers no error', () => {
    const derive = jest.fn(() => {
      throw new Error('unreadable');
    });
    const remembered = memoByObject(derive);
    expect(() => remembered({})).toThrow('unreadable');
    const object = {};
    expect(() => remembered(object)).toThrow('unreadable');
    expect(() => remembered(object)).toThrow('unreadable');
    expect(derive).toHaveBeenCalledTimes(3);
  });
});
