import { anExemptionOptions } from '../../testing/exemptionSamples';
import {
  dayRange,
  emptyDraft,
  endOf,
  lengthOf,
  lengthsOf,
  reasonProblems,
  RequestDraft,
  requestOf,
  stepOf,
} from './requestDraft';

const NOW = Date.parse('2026-11-19T10:20:30Z');

function aDraft(rest: Partial<RequestDraft> = {}): RequestDraft {
  return {
    ...emptyDraft(anExemptionOptions()),
    category: 'vendorDependency',
    reason: 'The vendor ships it in January',
    ...rest,
  };
}

describe('endOf', () => {
  it.each<[string, Partial<RequestDraft>, string | undefined]>([
    ['a week', { length: '7' }, '2026-11-26T10:00:00.000Z'],
    ['the longest', { length: '90' }, '2027-02-17T10:00:00.000Z'],
    [
      'a length that this scope does not offer',
      { length: '365' },
      '2027-02-17T10:00:00.000Z',
    ],
    [
      'a day, to its last moment',
      { length: 'day', day: '2026-12-01' },
      '2026-12-01T23:59:59.999Z',
    ],
    [
      'the last day, as far as it may last',
      { length: 'day', day: '2027-02-17' },
      '2027-02-17T10:00:00.000Z',
    ],
    ['a day too far', { length: 'day', day: '2027-02-18' }, undefined],
    ['today', { length: 'day', day: '2026-11-19' }, undefined],
    ['no day', { length: 'day', day: '' }, undefined],
    ['a day that is none', { length: 'day', day: '2026-02-30' }, undefined],
  ])('knows the end of %s', (_, rest, expected) => {
    const end = endOf(aDraft(rest), 90, NOW);
    expect(end && new Date(end).toISOString()).toBe(expected);
  });

  it('offers what is shorter than the longest, then that', () => {
    expect(lengthsOf(90)).toEqual([7, 30, 90]);
    expect(lengthsOf(14)).toEqual([7, 14]);
    expect(lengthOf(aDraft({ length: '30' }), 14)).toBe('14');
    expect(dayRange(90, NOW)).toEqual({ from: '2026-11-20', to: '2027-02-17' });
  });
});

describe('reasonProblems', () => {
  it.each<[string, Partial<RequestDraft>, object]>([
    ['nothing', {}, {}],
    ['no category', { category: '' }, { category: 'category' }],
    ['a hand-made category', { category: 'fun' }, { category: 'category' }],
    ['spaces', { reason: ' '.repeat(40) }, { reason: 'reasonShort' }],
    ['a long text', { reason: 'a'.repeat(2001) }, { reason: 'textLong' }],
    ['no web address', { link: 'SEC-1142' }, { link: 'link' }],
    ['a web address', { link: ' https://x.example/1 ' }, {}],
    [
      'what protects, at length',
      { compensatingControl: 'a'.repeat(2001) },
      { compensatingControl: 'textLong' },
    ],
  ])('finds %s', (_, rest, problems) => {
    expect(reasonProblems(aDraft(rest))).toEqual(problems);
  });
});

describe('stepOf', () => {
  it.each<[string, Partial<RequestDraft>, number]>([
    ['', {}, 1],
    ['2', {}, 2],
    ['3', {}, 3],
    ['3', { reason: '' }, 2],
    ['9', {}, 3],
    ['-1', {}, 1],
    ['two', {}, 1],
  ])('opens at "%s"', (text, rest, step) => {
    expect(stepOf(text, aDraft(rest))).toBe(step);
  });
});

it('sends a control for an entity, and a finding for everything narrower', () => {
  const options = anExemptionOptions();
  const { findingKey, control } = options;
  const end = NOW;
  const wide = requestOf(
    aDraft({ scope: 'entity' }),
    options,
    'component:default/a',
    end,
  );
  expect(wide).toMatchObject({ control, entityRef: 'component:default/a' });
  expect(wide).not.toHaveProperty('findingKey');
  const narrow = requestOf(
    aDraft({ scope: 'workload', link: ' ', compensatingControl: ' ' }),
    options,
    undefined,
    end,
  );
  expect(narrow).toEqual({
    scope: 'workload',
    findingKey,
    category: 'vendorDependency',
    reason: 'The vendor ships it in January',
    expiresAt: '2026-11-19T10:20:30.000Z',
  });
});
