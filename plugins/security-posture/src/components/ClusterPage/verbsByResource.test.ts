import { ResourceVerbs, verbsByResource } from './verbsByResource';

it.each<[string, string[], ResourceVerbs[]]>([
  ['nothing', [], []],
  ['everything', ['* *.*'], [{ resource: '*.*', verbs: ['*'] }]],
  [
    'two resources, one of them in a group',
    ['get secrets', 'create pods.metrics.k8s.io', 'list secrets'],
    [
      { resource: 'secrets', verbs: ['get', 'list'] },
      { resource: 'pods.metrics.k8s.io', verbs: ['create'] },
    ],
  ],
])('tells the verbs of each resource together: %s', (_, rights, told) => {
  expect(verbsByResource(rights)).toEqual(told);
});
