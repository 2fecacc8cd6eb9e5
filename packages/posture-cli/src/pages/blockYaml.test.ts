import { blockYaml, yamlOf } from './blockYaml';

describe('blockYaml', () => {
  it.each([
    ['flow to blocks', 'a: [{ b: 1 }, c]', 'a:\n  - b: 1\n  - c\n'],
    ['what is empty stays short', 'a: {}\nb: []', 'a: {}\nb: []\n'],
    ['quotes are single', 'a: "yes"\nb: \'x\'', "a: 'yes'\nb: 'x'\n"],
    ['but where they cannot be', 'a: "it\'s"', 'a: "it\'s"\n'],
    ['escapes stay', 'a: "x\\ty"', 'a: "x\\ty"\n'],
    ['comments stay', '# why\na: 1', '# why\na: 1\n'],
    ['literals stay', 'a: |\n  one\n  two', 'a: |\n  one\n  two\n'],
    ['documents', 'a: 1\n---\nb: { c: 2 }', 'a: 1\n---\nb:\n  c: 2\n'],
  ])('%s', (_, given, expected) => {
    expect(blockYaml(given)).toBe(expected);
  });

  it('throws where there is no YAML', () => {
    expect(() => blockYaml('a: [')).toThrow();
  });
});

describe('yamlOf', () => {
  it('writes what is there twice twice, and folds nothing', () => {
    const same = { name: 'x'.repeat(60).concat(' ', 'y'.repeat(60)) };
    expect(yamlOf([same, same])).toBe(
      `- name: ${same.name}\n- name: ${same.name}\n`,
    );
  });
});
