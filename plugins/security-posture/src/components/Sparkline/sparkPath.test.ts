import { sparkPath } from './sparkPath';

const BOX = { width: 104, height: 44, inset: 2 };

describe('sparkPath', () => {
  it.each<[string, (number | null)[], string, object | undefined]>([
    ['a level', [88, 88, 88], 'M2 22H52H102', { x: 102, y: 22 }],
    ['a fall', [60, 60, 20], 'M2 2H52H102V42', { x: 102, y: 42 }],
    ['a rise', [20, 60], 'M2 42H102V2', { x: 102, y: 2 }],
    [
      'a small move as small',
      [50, 51],
      'M2 22.5H102V21.5',
      { x: 102, y: 21.5 },
    ],
    ['a gap', [60, null, 20], 'M2 2M102 42', { x: 102, y: 42 }],
    ['an end that is not known', [50, null], 'M2 22', { x: 2, y: 22 }],
    ['one day', [50], 'M102 22', { x: 102, y: 22 }],
    ['nothing', [], '', undefined],
    ['nothing known', [null, null], '', undefined],
  ])('draws %s', (_, values, line, end) => {
    expect(sparkPath(values, BOX)).toEqual(end ? { line, end } : { line });
  });
});
