import { parseFault } from './parseFault';

describe('parseFault', () => {
  it.each([
    { type: 'unauthorized' },
    { type: 'forbidden', resource: 'pods', times: 2 },
    { type: 'tooManyRequests', retryAfterSeconds: 3, after: 1 },
    { type: 'slow', delayMs: 100 },
    { type: 'large', bytes: 10_000_000, path: '/metrics' },
    { type: 'dead', how: 'hang' },
    { type: 'truncated', contentLength: 'wrong', continuing: true },
  ])('takes $type', fault => {
    expect(parseFault(fault)).toEqual(fault);
  });

  it.each([
    ['no object', 'dead', 'a fault is a JSON object'],
    ['no type', {}, 'type is one of unauthorized'],
    ['an unknown type', { type: 'toString' }, 'type is one of'],
    ['an unknown field', { type: 'dead', delayMs: 1 }, 'no such delayMs'],
    ['a wrong value', { type: 'dead', how: 'slowly' }, 'no such how'],
    ['no hits at all', { type: 'dead', times: 0 }, 'no such times'],
    ['no bytes', { type: 'large' }, 'needs bytes'],
    ['no delay', { type: 'slow' }, 'needs delayMs'],
  ])('refuses %s', (_name, fault, message) => {
    expect(() => parseFault(fault)).toThrow(message);
  });
});
