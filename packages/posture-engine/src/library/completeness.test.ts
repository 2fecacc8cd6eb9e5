import { CATALOGUE_IDS } from './catalogueIds';
import { allControls, findControl } from './controlLibrary';
import { ADVICE_SENTENCES } from './frameworks/adviceSentences';
import { crosswalk } from './frameworks/crosswalk';
import { FRAMEWORK_TABLES } from './frameworks/frameworkTables';

describe('the library is whole', () => {
  it('has the controls that it promises, and no others', () => {
    expect(
      allControls()
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...CATALOGUE_IDS].sort());
    expect(CATALOGUE_IDS).toHaveLength(150);
  });

  it.each(
    FRAMEWORK_TABLES.map(
      table => [`${table.framework} ${table.edition}`, table] as const,
    ),
  )('answers each item of %s, or says why not', (_, table) => {
    const silent = crosswalk(table, allControls())
      .flatMap(({ items }) => items)
      .filter(({ controls, beyond }) => !controls.length && !beyond)
      .map(({ id }) => id);
    expect(silent).toEqual([]);
  });

  it.each(ADVICE_SENTENCES.map(one => [one.id, one] as const))(
    'answers the advice %s with controls that are there',
    (_, { sentence, controls }) => {
      expect(sentence).toMatch(/^[A-Z].*[^.]$/);
      expect(controls.length).toBeGreaterThan(0);
      for (const id of controls) expect(findControl(id)?.id).toBe(id);
    },
  );
});
