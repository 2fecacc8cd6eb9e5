import { aTrend, aTrendPoint } from '../../testing/overviewSamples';
import { readyShare, readyTrend } from './readyTrend';

describe('the share of ready services', () => {
  it.each([
    [9, 24, 37],
    [199, 200, 99],
    [24, 24, 100],
    [0, 5, 0],
  ])('%i of %i are %i percent', (ready, total, share) => {
    expect(readyShare(ready, total)).toBe(share);
  });

  it('changed by services over 30 days', () => {
    const { shares, change } = readyTrend(aTrend());
    expect(change).toBe(2);
    expect(shares).toHaveLength(31);
    expect([shares[0], shares.at(-1)]).toEqual([29, 37]);
  });

  it('is not compared with what is not known', () => {
    expect(readyTrend(aTrend().slice(0, 30))).not.toHaveProperty('change');
    expect(readyTrend([])).toEqual({ shares: [] });
    const members = { judged: 2, notReady: 1, p10: null };
    const unseen = aTrend().map(point => ({ ...point, members }));
    expect(readyTrend(unseen)).toEqual({ shares: Array(31).fill(null) });
    expect(readyTrend([aTrendPoint({ members: undefined })]).shares).toEqual([
      null,
    ]);
  });
});
