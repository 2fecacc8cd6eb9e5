import { changedPoints } from './changedPoints';
import { markPlaces } from './markPlaces';
import { samplePoints } from '../../testing/trendSamples';

describe('markPlaces', () => {
  it.each<[string, number[], number[]]>([
    ['apart in one row', [10, 40, 70], [0, 0, 0]],
    ['close ones above each other', [10, 20, 28], [0, 1, 2]],
    ['the next ones at the bottom again', [10, 20, 30, 60], [0, 1, 0, 0]],
    ['those of one place too', [10, 10], [0, 1]],
  ])('puts marks %s', (_, xs, rows) => {
    expect(markPlaces(xs).map(({ row }) => row)).toEqual(rows);
  });
});

describe('changedPoints', () => {
  it('are the first, those that differ and those that are marked, newest first', () => {
    const points = samplePoints();
    const marked = new Set([points[50].day]);
    expect(
      changedPoints(points, marked).map(point => points.indexOf(point)),
    ).toEqual([84, 60, 50, 46, 19, 0]);
  });
});
