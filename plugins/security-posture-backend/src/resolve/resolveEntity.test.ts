import { ConfigReader } from '@backstage/config';
import { anEntity } from '../sweep/__testUtils__/SweepHarness';
import {
  aStored,
  CLUSTER,
  CLUSTERS,
  ID,
  NAMESPACE,
  namesOf,
  SELECTOR,
  SUBJECTS,
} from './__testUtils__/storedSubjects';
import { resolveEntity } from './resolveEntity';
import { readServiceLocator } from './ServiceLocator';
import { SubjectIndex } from './SubjectIndex';

const index = new SubjectIndex(SUBJECTS);
const locator = readServiceLocator(new ConfigReader({}));

function resolve(annotations: Record<string, string>) {
  const entity = anEntity('web', { annotations });
  return resolveEntity(entity, CLUSTERS, index, locator);
}

describe('resolveEntity', () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      'the name where there is no annotation, on workloads and on their pods',
      {},
      ['web', 'web-staging', 'worker'],
    ],
    ['the id', { [ID]: 'web' }, ['web', 'web-staging', 'worker']],
    ['another id', { [ID]: 'other' }, []],
    [
      'the selector, before the id',
      { [SELECTOR]: 'app=db', [ID]: 'web' },
      ['db'],
    ],
    ['the namespace, with the name', { [NAMESPACE]: 'jobs' }, ['worker']],
    [
      'the namespace, with a selector',
      { [NAMESPACE]: 'shop', [SELECTOR]: 'app' },
      ['db', 'web', 'web-staging'],
    ],
    [
      'a namespace that does not exist',
      { [NAMESPACE]: 'none', [ID]: 'web' },
      [],
    ],
    [
      'no cluster where every cluster is meant',
      { [CLUSTER]: 'staging' },
      ['web', 'web-staging', 'worker'],
    ],
    [
      'an empty selector like none',
      { [SELECTOR]: '' },
      ['web', 'web-staging', 'worker'],
    ],
    ['equality', { [SELECTOR]: 'app=web' }, ['web', 'web-staging']],
    ['double equality', { [SELECTOR]: 'app==web,tier==front' }, ['web']],
    [
      'inequality, which what has no such label meets',
      { [SELECTOR]: 'app,app!=web' },
      ['db', 'worker'],
    ],
    ['a set', { [SELECTOR]: 'app in (web, db)' }, ['db', 'web', 'web-staging']],
    [
      'a set of labels of which both halves match, once',
      { [SELECTOR]: 'app in (worker,web)' },
      ['web', 'web-staging', 'worker'],
    ],
    [
      'a set that is ruled out',
      { [SELECTOR]: 'tier, tier notin (back)' },
      ['web'],
    ],
    ['existence', { [SELECTOR]: 'tier' }, ['db', 'web']],
    [
      'absence, and so everything else',
      { [SELECTOR]: '!no-such-label' },
      namesOf(SUBJECTS),
    ],
    ['nothing where nothing matches', { [SELECTOR]: 'app=nothing' }, []],
  ])('goes by %s', (_, annotations, expected) => {
    const { subjects, mapping } = resolve(annotations);
    expect(namesOf(subjects)).toEqual(expected);
    expect(mapping).not.toHaveProperty('problem');
    expect(mapping.steps.at(-1)).toEqual({
      step: 'selector',
      found: expected.length,
    });
  });

  it.each(['app in (', 'app=a=b', '=web', 'app in', ',,', 'a'.repeat(10_001)])(
    'says what is wrong with the selector %.20s, and finds nothing',
    text => {
      const { subjects, mapping } = resolve({ [SELECTOR]: text });
      expect(subjects).toEqual([]);
      expect(mapping.problem).toEqual(expect.any(String));
      expect(mapping.steps).toEqual([]);
    },
  );

  it('asks for both requirements of one set of labels, never for a mixture', () => {
    const mixed = new SubjectIndex([
      aStored('mixed', { labels: { own: { a: '1' }, pod: { b: '2' } } }),
    ]);
    const entity = anEntity('mixed', {
      annotations: { [SELECTOR]: 'a=1,b=2' },
    });
    expect(resolveEntity(entity, CLUSTERS, mixed, locator).subjects).toEqual(
      [],
    );
  });

  it.each<[string, Record<string, string>, boolean]>([
    ['no annotation', {}, false],
    ['another annotation', { 'backstage.io/techdocs-ref': 'dir:.' }, false],
    ['an id', { [ID]: 'web' }, true],
    ['a selector', { [SELECTOR]: 'a=b' }, true],
    ['a namespace', { [NAMESPACE]: 'shop' }, true],
    ['a cluster', { [CLUSTER]: 'prod' }, true],
  ])('with %s', (_, annotations, annotated) => {
    expect(resolve(annotations).mapping.annotated).toBe(annotated);
  });

  it.each<[Record<string, string>, string, string]>([
    [{}, 'name', `${ID}=web`],
    [{ [ID]: 'x' }, 'kubernetes-id', `${ID}=x`],
    [{ [SELECTOR]: 'a=b' }, 'label-selector', 'a=b'],
  ])(
    'tells the query that it made of %j',
    (annotations, from, labelSelector) => {
      expect(resolve(annotations).mapping.query).toEqual({
        labelSelector,
        from,
        clusters: CLUSTERS,
        clustersFrom: 'all',
      });
    },
  );

  it('tells which step leaves nothing', () => {
    const { mapping } = resolve({ [NAMESPACE]: 'jobs', [ID]: 'other' });
    expect(mapping.query?.namespace).toBe('jobs');
    expect(mapping.steps).toEqual([
      { step: 'clusters', found: 5 },
      { step: 'namespace', found: 1 },
      { step: 'selector', found: 0 },
    ]);
  });
});
