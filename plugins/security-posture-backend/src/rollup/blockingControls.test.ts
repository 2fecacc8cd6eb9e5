import { ControlTallies } from 'security-posture-engine';
import { blockingControls } from './blockingControls';

const NONE = { pass: 0, notApplicable: 0, notEvaluated: 0 };

describe('blockingControls', () => {
  it.each<[string, ControlTallies, [string, string][]]>([
    ['nothing fails', { a: { ...NONE, pass: 3, fail: {} } }, []],
    [
      'what does not block',
      { a: { ...NONE, fail: { medium: 2, info: 1 } } },
      [],
    ],
    [
      'the gravest of a control',
      { a: { ...NONE, fail: { high: 2, critical: 1 } } },
      [['a', 'critical']],
    ],
    [
      'a consequence ends with its cause',
      {
        cause: { ...NONE, fail: { critical: 1 } },
        follows: {
          ...NONE,
          fail: { high: 1 },
          consequences: { cause: { high: 1 } },
        },
      },
      [['cause', 'critical']],
    ],
    [
      'a control that also fails by itself',
      {
        cause: { ...NONE, fail: { high: 1 } },
        follows: {
          ...NONE,
          fail: { high: 3 },
          consequences: { cause: { high: 1 }, other: { high: 1 } },
        },
      },
      [
        ['cause', 'high'],
        ['follows', 'high'],
      ],
    ],
  ])('%s', (_, tallies, expected) => {
    expect([...blockingControls(tallies)]).toEqual(expected);
  });
});
