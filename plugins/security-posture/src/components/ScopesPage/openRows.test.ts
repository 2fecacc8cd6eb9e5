import { aHierarchyRow } from '../../testing/scopeSamples';
import { treeRows } from './openRows';

const TOP = aHierarchyRow({
  ref: 'group:default/top',
  parent: undefined,
  level: 0,
  below: 2,
});
const MIDDLE = aHierarchyRow({
  ref: 'group:default/middle',
  parent: TOP.ref,
  level: 1,
  below: 1,
});
const LEAF = aHierarchyRow({
  ref: 'group:default/leaf',
  parent: MIDDLE.ref,
  level: 2,
});
const OTHER = aHierarchyRow({
  ref: 'group:default/other',
  parent: TOP.ref,
  level: 1,
});
const ALL = [TOP, MIDDLE, LEAF, OTHER];

describe('treeRows', () => {
  it.each<[string, Parameters<typeof treeRows>, string[]]>([
    [
      'everything of a hierarchy that is whole',
      [{ items: ALL, whole: true, below: undefined }, []],
      ['0 top open', '1 middle open', '2 leaf', '1 other'],
    ],
    [
      'nothing below a row that was closed',
      [{ items: ALL, whole: true, below: undefined }, [MIDDLE.ref]],
      ['0 top open', '1 middle closed', '1 other'],
    ],
    [
      'the top alone of a hierarchy in parts',
      [{ items: [TOP], whole: false, below: undefined }, []],
      ['0 top closed'],
    ],
    [
      'that what was opened is on its way',
      [{ items: [TOP], whole: false, below: undefined }, [TOP.ref]],
      ['0 top open loading'],
    ],
    [
      'what was opened, and what is below that',
      [
        {
          items: [TOP],
          whole: false,
          below: [
            { ...MIDDLE, level: 0 },
            { ...OTHER, level: 0 },
            { ...LEAF, level: 0 },
          ],
        },
        [TOP.ref, MIDDLE.ref],
      ],
      ['0 top open', '1 middle open', '2 leaf', '1 other'],
    ],
    [
      'no row that an address names and the hierarchy does not have',
      [{ items: [TOP], whole: false, below: [] }, ['group:default/gone']],
      ['0 top closed'],
    ],
  ])('shows %s', (_, [known, toggled], expected) => {
    expect(
      treeRows(known, toggled).map(({ row, level, open, loading }) =>
        [
          level,
          row.ref.split('/')[1],
          ...(open === undefined ? [] : [open ? 'open' : 'closed']),
          ...(loading ? ['loading'] : []),
        ].join(' '),
      ),
    ).toEqual(expected);
  });
});
