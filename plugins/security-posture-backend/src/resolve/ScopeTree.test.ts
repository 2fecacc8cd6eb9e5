import { CatalogScope } from './CatalogScope';
import { ScopeTree } from './ScopeTree';

/** Groups by name, each with the name of its parent. */
function groups(parents: Readonly<Record<string, string>>): CatalogScope[] {
  return Object.entries(parents).map(([name, parent]) => ({
    ref: `group:default/${name}`,
    type: 'group',
    ...(parent ? { parent: `group:default/${parent}` } : {}),
  }));
}

function above(tree: ScopeTree, ...names: string[]): Record<string, number> {
  const own = names.map(name => `group:default/${name}`);
  return Object.fromEntries(
    tree.above(own).map(({ ref, depth }) => [ref.split('/')[1], depth]),
  );
}

function roots(tree: ScopeTree): string[] {
  return tree
    .list()
    .filter(({ parent }) => !parent)
    .map(({ ref }) => ref.split('/')[1])
    .sort();
}

describe('ScopeTree', () => {
  it('names all that is above, from the own scope up', () => {
    const tree = new ScopeTree(groups({ a: 'b', b: 'c', c: '', d: 'c' }), []);
    expect(above(tree, 'a')).toEqual({ a: 0, b: 1, c: 2 });
    expect(above(tree, 'd')).toEqual({ d: 0, c: 1 });
  });

  it('names what is above two owners once, at its least depth', () => {
    const tree = new ScopeTree(groups({ a: 'b', b: 'c', c: '', d: 'c' }), []);
    expect(above(tree, 'a', 'd')).toEqual({ a: 0, b: 1, c: 1, d: 0 });
    expect(above(tree, 'a', 'c')).toEqual({ a: 0, b: 1, c: 0 });
  });

  it.each<[string, Record<string, string>, string[], Record<string, number>]>([
    ['of one that is its own parent', { a: 'a' }, ['a'], { a: 0 }],
    ['of two', { a: 'b', b: 'a' }, ['a'], { a: 0 }],
    [
      'of three, with one below',
      { x: 'c', a: 'b', b: 'c', c: 'a' },
      ['a'],
      { x: 0, c: 1, a: 2 },
    ],
  ])('cuts a cycle %s at the first by name', (_, parents, top, names) => {
    const tree = new ScopeTree(groups(parents), []);
    expect(roots(tree)).toEqual(top);
    const [start] = Object.keys(names);
    expect(above(tree, start)).toEqual(names);
  });

  it('has no parent that the catalog does not list', () => {
    const tree = new ScopeTree(groups({ a: 'nowhere' }), []);
    expect(tree.list()).toEqual([{ ref: 'group:default/a', type: 'group' }]);
  });

  it('holds what entities name although the catalog does not list it, users left out', () => {
    const tree = new ScopeTree(groups({ a: '' }), [
      'group:default/a',
      'group:default/unlisted',
      'system:default/s',
      'user:default/olivia',
    ]);
    expect(tree.list()).toEqual([
      { ref: 'group:default/a', type: 'group' },
      { ref: 'group:default/unlisted', type: 'group' },
      { ref: 'system:default/s', type: 'system' },
    ]);
    expect(above(tree, 'unlisted')).toEqual({ unlisted: 0 });
  });
});
