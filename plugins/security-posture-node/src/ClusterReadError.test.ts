import { ClusterReadError, isClusterReadError } from './ClusterReadError';

describe('ClusterReadError', () => {
  it('reaches no further than its request unless told', () => {
    const error = new ClusterReadError('no answer', { reason: 'unreachable' });
    expect(error).toMatchObject({
      message: 'no answer',
      reason: 'unreachable',
      reach: 'request',
      status: undefined,
    });
  });
});

describe('isClusterReadError', () => {
  const foreign = Object.assign(new Error('no answer'), {
    name: 'ClusterReadError',
  });
  it.each([
    ['its own', new ClusterReadError('a', { reason: 'forbidden' }), true],
    ['one of another copy of this package', foreign, true],
    ['another error', new Error('a'), false],
    ['no error', { name: 'ClusterReadError' }, false],
  ])('knows %s', (_, error, expected) => {
    expect(isClusterReadError(error)).toBe(expected);
  });
});
