import { parseManifests } from './parseManifests';

const object = (name: string) =>
  `{ apiVersion: v1, kind: ConfigMap, metadata: { name: ${name} } }`;

describe('parseManifests', () => {
  it.each([
    ['nothing', '', []],
    ['only comments', '# nothing\n---\n', []],
    ['one object', object('a'), ['a']],
    [
      'several documents',
      `${object('a')}\n---\n---\n${object('b')}`,
      ['a', 'b'],
    ],
    [
      'a list',
      `{ apiVersion: v1, kind: List, items: [${object('a')}, ${object('b')}] }`,
      ['a', 'b'],
    ],
    [
      'a typed list',
      '{ apiVersion: v1, kind: ConfigMapList, items: [{ metadata: { name: a } }] }',
      ['a'],
    ],
    [
      'JSON',
      '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"}}',
      ['a'],
    ],
  ])('reads %s', (_name, text, names) => {
    const manifests = parseManifests(text, 'a.yaml');
    expect(manifests.map(({ metadata }) => metadata.name)).toEqual(names);
  });

  it('gives the items of a typed list their kind', () => {
    const text =
      '{ apiVersion: rbac.authorization.k8s.io/v1, kind: RoleList, items: [{ metadata: { name: a } }] }';
    expect(parseManifests(text, 'a.yaml')).toMatchObject([
      { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role' },
    ]);
  });

  it.each([
    ['what is no YAML', 'a: [', 'a.yaml: '],
    [
      'an object without a name',
      `${object('a')}\n---\nkind: Pod\n`,
      'a.yaml:3: ',
    ],
  ])('names the place of %s', (_name, text, place) => {
    expect(() => parseManifests(text, 'a.yaml')).toThrow(place);
  });
});
