import {
  decodeOutcomes,
  encodeOutcomes,
  hasVerdict,
  OutcomeOfFinding,
} from './outcomes';

const ALL: readonly OutcomeOfFinding[] = [
  { control: 'b-pass', outcome: 'pass', severity: 'info' },
  { control: 'a-pass', outcome: 'pass', severity: 'info' },
  {
    control: 'windows',
    outcome: 'notApplicable',
    reason: 'windows',
    severity: 'info',
  },
  {
    control: 'forbidden',
    outcome: 'notEvaluated',
    reason: 'forbidden',
    severity: 'info',
  },
  {
    control: 'forbidden-too',
    outcome: 'notEvaluated',
    reason: 'forbidden',
    severity: 'info',
  },
  {
    control: 'late',
    outcome: 'notEvaluated',
    reason: 'unreachable',
    severity: 'info',
  },
  { control: 'fails', outcome: 'fail', severity: 'critical' },
  {
    control: 'follows',
    outcome: 'fail',
    severity: 'low',
    consequenceOf: 'fails',
  },
  { control: 'stale', outcome: 'fail', severity: 'medium', stale: true },
];

const byControl = (left: { control: string }, right: { control: string }) =>
  left.control.localeCompare(right.control);

describe('the outcomes of a subject', () => {
  it('come back as they were stored', () => {
    const decoded = [...decodeOutcomes(encodeOutcomes(ALL))].sort(byControl);
    expect(decoded).toEqual([...ALL].sort(byControl));
  });

  it('are the same text whatever the order of the findings', () => {
    expect(encodeOutcomes([...ALL].reverse())).toBe(encodeOutcomes(ALL));
  });

  it('are the same text after being read and written again', () => {
    const json = encodeOutcomes(ALL);
    expect(encodeOutcomes(decodeOutcomes(json))).toBe(json);
  });

  it('are none where nothing was judged', () => {
    expect(decodeOutcomes(encodeOutcomes([]))).toEqual([]);
  });
});

it.each<[string, readonly OutcomeOfFinding[], boolean]>([
  ['nothing', [], false],
  [
    'what was not evaluated',
    ALL.filter(({ outcome }) => outcome === 'notEvaluated'),
    false,
  ],
  ['a stale fail', ALL.filter(({ stale }) => stale), false],
  ['a pass', ALL.slice(0, 1), true],
  ['a fail', ALL.slice(6, 7), true],
  ['what is not applicable', ALL.slice(2, 3), true],
])('hasVerdict of %s', (_, outcomes, expected) => {
  expect(hasVerdict(encodeOutcomes(outcomes))).toBe(expected);
});
