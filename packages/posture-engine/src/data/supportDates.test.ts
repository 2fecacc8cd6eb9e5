import { DataTable, SupportedProduct } from '../model/dataTables';
import { TEST_NOW } from '../testing';
import { FACTS } from '../testing/facts';
import { supportOf } from './supportDates';

const { supportDates } = FACTS;

function tableOf(
  cycle: Partial<SupportedProduct['cycles'][number]>,
): DataTable<SupportedProduct> {
  return {
    asOf: '2026-08-22',
    sources: [],
    rows: [
      {
        product: 'p',
        name: 'P',
        link: 'https://example.com',
        cycles: [{ cycle: '1', released: '2020-01-01', ends: false, ...cycle }],
      },
    ],
  };
}

describe('supportOf', () => {
  const lastMoment = Date.UTC(2026, 9, 27, 23, 59, 59, 999);

  it.each([
    [
      'the last moment of the last day',
      { ends: '2026-10-27' },
      lastMoment,
      'ending',
      '2026-10-27',
    ],
    [
      'the moment after',
      { ends: '2026-10-27' },
      lastMoment + 1,
      'ended',
      '2026-10-27',
    ],
    [
      '60 days before the end',
      { ends: '2026-10-27' },
      Date.UTC(2026, 7, 29),
      'ending',
      '2026-10-27',
    ],
    [
      '61 days before the end',
      { ends: '2026-10-27' },
      Date.UTC(2026, 7, 28) - 1,
      'supported',
      '2026-10-27',
    ],
    ['no end known', { ends: false }, TEST_NOW, 'supported', undefined],
    ['ended on a day unknown', { ends: true }, TEST_NOW, 'ended', undefined],
    [
      'extended',
      { ends: '2026-10-27', extendedEnds: '2027-10-27' },
      TEST_NOW,
      'extended',
      '2027-10-27',
    ],
    [
      'extended, and that is over',
      { ends: '2025-10-27', extendedEnds: '2026-10-27' },
      TEST_NOW,
      'ended',
      '2026-10-27',
    ],
  ] as const)('%s', (_, cycle, now, state, ends) => {
    expect(supportOf(tableOf(cycle), 'p', '1', now)).toMatchObject({
      state,
      ends,
    });
  });

  it.each([
    ['kubernetes', '1.34', 'ended'],
    ['kubernetes', '1.35', 'supported'],
    ['amazon-eks', '1.34', 'ending'],
    ['amazon-eks', '1.33', 'extended'],
    ['azure-kubernetes-service', '1.34', 'ending'],
    ['google-kubernetes-engine', '1.35', 'supported'],
    ['red-hat-openshift', '4.20', 'supported'],
    ['containerd', '2.2', 'ended'],
    ['containerd', '2.0', 'supported'],
    ['ubuntu', '24.04', 'supported'],
    ['amazon-linux', '2', 'ended'],
  ])('on 21 November 2026 %s %s is %s', (product, cycle, state) => {
    expect(supportOf(supportDates, product, cycle, TEST_NOW)?.state).toBe(
      state,
    );
  });

  it.each([
    ['kubernetes', '1.37'],
    ['kubernetes', '1.3'],
    ['plan9', '4'],
  ])('does not know %s %s', (product, cycle) => {
    expect(supportOf(supportDates, product, cycle, TEST_NOW)).toBeUndefined();
  });
});
