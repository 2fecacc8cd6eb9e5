import german from './de';
import { flattenMessages } from './flattenMessages';
import { postureMessages } from './messages';

const english: Record<string, string> = flattenMessages(postureMessages);

const translated: Record<string, string> = german;

function variablesOf(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();
}

describe('the German texts', () => {
  it('are as many as the English ones, under the same names', () => {
    expect(Object.keys(english).length).toBeGreaterThan(100);
    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.keys(english))('%s has the same variables', key => {
    expect(variablesOf(translated[key])).toEqual(variablesOf(english[key]));
    expect(translated[key].trim()).not.toBe('');
  });

  it('have a plural wherever they have a singular', () => {
    const singulars = Object.keys(translated).filter(key =>
      key.endsWith('_one'),
    );
    const plurals = singulars.map(key => key.replace(/_one$/, '_other'));
    expect(Object.keys(translated)).toEqual(expect.arrayContaining(plurals));
  });
});
