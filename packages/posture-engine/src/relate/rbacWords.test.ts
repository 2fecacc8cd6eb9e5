import { Right } from './grants';
import { rightsAsValues, rightsInText } from './rbacWords';

const right = (verb: string, resource: string, group = ''): Right => ({
  verb,
  group,
  resource,
});

describe('rightsInText', () => {
  it.each<[string, Right[], string]>([
    ['one', [right('get', 'pods')], 'get on pods'],
    [
      'verbs of one object',
      [right('list', 'pods'), right('get', 'pods')],
      'get, list on pods',
    ],
    [
      'objects of the same verbs',
      [right('get', 'pods'), right('get', 'secrets')],
      'get on pods, secrets',
    ],
    [
      'groups and parts as kubectl writes them',
      [right('get', 'deployments/scale', 'apps'), right('get', 'pods/log')],
      'get on deployments.apps/scale, pods/log',
    ],
    [
      'different verbs',
      [right('get', 'pods'), right('create', 'secrets')],
      'get on pods; create on secrets',
    ],
    [
      'every verb',
      [right('*', 'pods'), right('get', 'pods')],
      'every verb on pods',
    ],
    ['everything', [right('*', '*', '*')], 'every verb on every resource'],
    [
      'a group',
      [right('get', '*', 'apps')],
      'get on every resource of group apps',
    ],
    [
      'the core group',
      [right('get', '*')],
      'get on every resource of the core group',
    ],
    ['a URL', [{ verb: 'get', url: '/metrics' }], 'get on /metrics'],
    ['every URL', [{ verb: 'get', url: '*' }], 'get on every URL'],
    [
      'many objects',
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(name => right('get', name)),
      'get on a, b, c, d, e, f and 2 more',
    ],
    [
      'many verbs',
      ['a', 'b', 'c', 'd', 'e'].map(name => right(name, name)),
      'a on a; b on b; c on c; d on d and 1 more',
    ],
  ])('%s', (_, rights, expected) => {
    expect(rightsInText(rights)).toBe(expected);
  });
});

describe('rightsAsValues', () => {
  it('sorts them and names each once, whatever their order', () => {
    const rights = [right('list', 'pods'), right('get', 'pods')];
    expect(rightsAsValues([...rights, ...rights])).toEqual([
      'get pods',
      'list pods',
    ]);
    expect(rightsAsValues([...rights].reverse())).toEqual(
      rightsAsValues(rights),
    );
  });

  it('counts those beyond twenty', () => {
    const rights = Array.from({ length: 25 }, (_, index) =>
      right('get', `resource${index}`),
    );
    expect(rightsAsValues(rights)).toHaveLength(21);
    expect(rightsAsValues(rights)[20]).toBe('and 5 more');
  });
});
