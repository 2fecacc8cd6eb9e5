import { DEFAULT_TABLES } from '../../data/defaultTables';
import { allControls } from '../controlLibrary';
import { CIS_1_12 } from './cisBenchmark112';
import { otherCisEditions } from './cisEditions';

describe('otherCisEditions', () => {
  const editions = otherCisEditions(allControls());

  it('has every edition but 1.12, whole', () => {
    expect(editions.map(({ edition }) => edition)).toEqual(
      expect.arrayContaining(['1.11', '1.10', 'eks-1.8.0']),
    );
    expect(editions.map(({ edition }) => edition)).not.toContain('1.12');
    const count = editions.reduce(
      (sum, { recommendations }) => sum + recommendations.length,
      0,
    );
    const { rows } = DEFAULT_TABLES.cisIds;
    expect(count).toBe(rows.filter(row => row.edition !== '1.12').length);
  });

  it('gives the number and the words of 1.12', () => {
    const [{ recommendations }] = editions.filter(
      ({ edition }) => edition === '1.11',
    );
    expect(recommendations.find(({ id }) => id === '5.2.13')).toEqual({
      id: '5.2.13',
      in112: { id: '5.2.12', title: 'Host ports are not admitted' },
      controls: [expect.objectContaining({ id: 'host-port' })],
    });
  });

  it('rests on a table whose 1.12 is what the controls say', () => {
    const known = new Set(
      CIS_1_12.sections.flatMap(({ items }) => items.map(({ id }) => id)),
    );
    const { rows } = DEFAULT_TABLES.cisIds;
    expect(
      rows.filter(({ in112 }) => in112 !== undefined && !known.has(in112)),
    ).toEqual([]);
    for (const { id, controls } of rows.filter(
      ({ edition }) => edition === '1.12',
    )) {
      const answering = allControls().filter(control =>
        control.frameworks.cis?.['1.12']?.includes(id),
      );
      expect(controls).toEqual(
        expect.arrayContaining(answering.map(control => control.id)),
      );
    }
  });
});
