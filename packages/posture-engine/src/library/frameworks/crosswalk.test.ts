import { Control } from '../../model/control';
import { crosswalk } from './crosswalk';
import { FrameworkTable } from './FrameworkTable';

const TABLE: FrameworkTable = {
  framework: 'cis',
  edition: '1.12',
  source: 'https://example.com',
  about: 'A benchmark.',
  sections: [
    {
      title: 'One',
      items: [
        { id: '1.1', title: 'First' },
        { id: '1.2', title: 'Second', beyond: 'Not seen.' },
      ],
    },
  ],
};

const aControl = (id: string, cis: Record<string, readonly string[]>) =>
  ({ id, frameworks: { cis } } as unknown as Control);

describe('crosswalk', () => {
  const [{ items }] = crosswalk(TABLE, [
    aControl('b', { '1.12': ['1.1'] }),
    aControl('a', { '1.12': ['1.1', '1.3'], '1.10': ['1.2'] }),
  ]);

  it('names the controls of an item, in their order', () => {
    expect(items[0].controls.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('keeps items that nothing answers, with what is said of them', () => {
    expect(items[1]).toEqual({ ...TABLE.sections[0].items[1], controls: [] });
  });
});
