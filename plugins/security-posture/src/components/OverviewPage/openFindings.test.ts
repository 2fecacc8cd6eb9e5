import { aTrendPoint } from '../../testing/overviewSamples';
import { axisEnd, bandPlaces, openDays, openOf, weekly } from './openFindings';

describe('open findings', () => {
  it('leave out what weighs nothing', () => {
    const open = { critical: 1, high: 2, medium: 3, low: 4, info: 50 };
    const [day] = openDays([aTrendPoint({ day: '2026-11-19', open })]);
    expect(day).toEqual({
      day: '2026-11-19',
      critical: 1,
      high: 2,
      medium: 3,
      low: 4,
    });
    expect(openOf(day)).toBe(10);
  });

  it('are told by the week from the last day back', () => {
    expect(weekly([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([2, 9]);
    expect(weekly([])).toEqual([]);
  });

  it.each([
    [0, 3],
    [3, 3],
    [4, 6],
    [62, 90],
    [91, 150],
    [150, 150],
    [151, 300],
  ])('%i fit on an axis to %i', (most, end) => {
    expect(axisEnd(most)).toBe(end);
  });

  it.each([
    ['at the middle of their bands', [20, 40, 40], [90, 60, 20]],
    ['a line apart at least', [1, 1, 98], [99.5, 85.5, 49]],
    ['above each other where nothing is open', [0, 0, 0], [100, 86, 72]],
  ])('have their numbers %s', (_, values, places) => {
    const rounded = bandPlaces(values, 100, 100, 14).map(place =>
      Number(place.toFixed(1)),
    );
    expect(rounded).toEqual(places);
  });
});
