import { MalformedInput } from './malformedInput';
import { quantityOf } from './quantity';

describe('quantityOf', () => {
  it.each([
    ['500m', 0.5],
    ['2', 2],
    ['0.25', 0.25],
    ['.5', 0.5],
    ['256Mi', 268435456],
    ['1G', 1e9],
    ['1Ki', 1024],
    ['1e3', 1000],
    ['1E', 1e18],
    ['1E2', 100],
    ['0', 0],
    ['0Mi', 0],
    ['100n', 1e-7],
  ])('%s is %d', (amount, expected) => {
    expect(quantityOf(amount, 'limits.cpu')).toBeCloseTo(expected, 12);
  });

  it.each(['', 'lots', '256 MB', '256MB', '1.2.3', 'Mi', '--1'])(
    'refuses "%s" and names its place',
    amount => {
      expect(() => quantityOf(amount, 'limits.cpu')).toThrow(
        new MalformedInput('limits.cpu', 'an amount', 'another string'),
      );
    },
  );
});
