import { ConfigReader } from '@backstage/config';
import { anEntity } from '../sweep/__testUtils__/SweepHarness';
import {
  CLUSTER,
  CLUSTERS,
  ID,
  NAMESPACE,
  SELECTOR,
} from './__testUtils__/storedSubjects';
import { mapEntity } from './mapEntity';
import { readServiceLocator } from './ServiceLocator';

const locator = readServiceLocator(new ConfigReader({}));

function map(annotations: Record<string, string>) {
  return mapEntity(anEntity('web', { annotations }), CLUSTERS, locator);
}

describe('mapEntity', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['no annotation', {}, false],
    ['another annotation', { 'backstage.io/techdocs-ref': 'dir:.' }, false],
    ['an id', { [ID]: 'web' }, true],
    ['a selector', { [SELECTOR]: 'a=b' }, true],
    ['a namespace', { [NAMESPACE]: 'shop' }, true],
    ['a cluster', { [CLUSTER]: 'prod' }, true],
  ])('says whether an annotation asks for workloads: %s', (...row) => {
    const [, annotations, annotated] = row;
    expect(map(annotations).mapping.annotated).toBe(annotated);
  });

  it.each<[Record<string, string>, string, string]>([
    [{}, 'name', `${ID}=web`],
    [{ [ID]: 'x' }, 'kubernetes-id', `${ID}=x`],
    [{ [SELECTOR]: 'a=b' }, 'label-selector', 'a=b'],
    [{ [SELECTOR]: 'a=b', [ID]: 'x' }, 'label-selector', 'a=b'],
    [{ [SELECTOR]: '' }, 'name', `${ID}=web`],
  ])(
    'tells the query that it made of %j',
    (annotations, from, labelSelector) => {
      expect(map(annotations).mapping).toEqual({
        annotated: expect.any(Boolean),
        query: {
          labelSelector,
          from,
          clusters: CLUSTERS,
          clustersFrom: 'all',
        },
      });
    },
  );

  it('names the namespace that is asked for', () => {
    const { query } = map({ [NAMESPACE]: 'jobs', [ID]: 'other' }).mapping;
    expect(query?.namespace).toBe('jobs');
    expect(map({ [NAMESPACE]: '' }).mapping.query).not.toHaveProperty(
      'namespace',
    );
  });

  it('allows the clusters of the service locator', () => {
    const single = readServiceLocator(
      new ConfigReader({
        kubernetes: { serviceLocatorMethod: { type: 'singleTenant' } },
      }),
    );
    const entity = anEntity('web', { annotations: { [CLUSTER]: 'staging' } });
    expect(mapEntity(entity, CLUSTERS, single).mapping.query).toMatchObject({
      clusters: ['staging'],
      clustersFrom: 'annotation',
    });
  });

  it.each(['app in (', 'app=a=b', '=web', 'app in', ',,', 'a'.repeat(10_001)])(
    'says what is wrong with the selector %.20s',
    text => {
      const { mapping, selector } = map({ [SELECTOR]: text });
      expect(selector).toBeUndefined();
      expect(mapping.problem).toEqual(expect.any(String));
      expect(mapping.query?.labelSelector).toBe(text);
    },
  );
});
