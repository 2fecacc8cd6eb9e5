import { DEFAULT_TABLES } from '../data/defaultTables';
import { allControls } from './controlLibrary';

const { toolIds, cisIds } = DEFAULT_TABLES;

describe('the controls that tables name', () => {
  it.each([
    ['toolIds', toolIds.rows],
    ['cisIds', cisIds.rows],
  ])('in %s are all in the library', (_, rows) => {
    const ids = new Set(allControls().map(({ id }) => id));
    const named = new Set(rows.flatMap(({ controls }) => controls));
    expect([...named].filter(id => !ids.has(id))).toEqual([]);
  });
});
