import { isReady } from './isReady';

describe('isReady', () => {
  it.each([
    ['a condition that is true', [{ type: 'Ready', status: 'True' }], true],
    ['one that is false', [{ type: 'Ready', status: 'False' }], false],
    ['another condition', [{ type: 'Initialized', status: 'True' }], false],
    ['no conditions', undefined, false],
    ['conditions that cannot be read', ['Ready'], false],
  ])('%s', (_, conditions, ready) => {
    expect(
      isReady({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'web' },
        status: { conditions },
      }),
    ).toBe(ready);
  });
});
