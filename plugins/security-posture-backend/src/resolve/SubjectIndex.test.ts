import { SubjectIndex } from './SubjectIndex';
import { CLUSTERS, namesOf, SUBJECTS } from './__testUtils__/storedSubjects';

const index = new SubjectIndex(SUBJECTS);

describe('SubjectIndex', () => {
  it('counts by cluster and namespace', () => {
    expect(index.count(CLUSTERS)).toBe(5);
    expect(index.count(['prod'])).toBe(4);
    expect(index.count(['prod'], 'shop')).toBe(3);
    expect(index.count([])).toBe(0);
    expect(index.count(['none'])).toBe(0);
  });

  it('finds by name', () => {
    expect(namesOf(index.named('db'))).toEqual(['db']);
    expect(index.named('none')).toEqual([]);
  });
});
