import { Manifest } from '../objects/Manifest';
import { live } from '../testing/live';

const role = (
  name: string,
  labels: Record<string, string>,
  fields: { selects?: string; verb?: string },
): Manifest => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name, labels },
  ...(fields.selects && {
    aggregationRule: {
      clusterRoleSelectors: [{ matchLabels: { [fields.selects]: 'true' } }],
    },
  }),
  rules: fields.verb
    ? [{ apiGroups: [''], resources: ['pods'], verbs: [fields.verb] }]
    : undefined,
});

const verbsOf = (objects: Manifest[], name: string) =>
  (
    live(objects).find(
      ({ kind, metadata }) => kind === 'ClusterRole' && metadata.name === name,
    )?.rules as { verbs: string[] }[]
  ).flatMap(({ verbs }) => verbs);

describe('aggregateRules', () => {
  it('leaves a role without aggregation alone', () => {
    expect(verbsOf([role('plain', {}, { verb: 'get' })], 'plain')).toEqual([
      'get',
    ]);
  });

  it('fills a role with those that it selects, over several steps', () => {
    const objects = [
      role('top', {}, { selects: 'to-top' }),
      role('middle', { 'to-top': 'true' }, { selects: 'to-middle' }),
      role('leaf', { 'to-middle': 'true' }, { verb: 'list' }),
      role('own', { 'to-top': 'true' }, { verb: 'create' }),
      role('other', { 'to-top': 'false' }, { verb: 'delete' }),
    ];
    expect(verbsOf(objects, 'top')).toEqual(['list', 'create']);
  });

  it('ends where roles select each other', () => {
    const objects = [
      role('a', { 'to-b': 'true' }, { selects: 'to-a' }),
      role('b', { 'to-a': 'true' }, { selects: 'to-b' }),
      role('leaf', { 'to-a': 'true' }, { verb: 'get' }),
    ];
    expect(verbsOf(objects, 'a')).toEqual(['get']);
  });

  it('gives no rules where nothing is selected', () => {
    expect(verbsOf([role('a', {}, { selects: 'to-a' })], 'a')).toEqual([]);
  });
});
