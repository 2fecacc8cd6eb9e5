import { ConfigReader } from '@backstage/config';
import { anEntity } from '../sweep/__testUtils__/SweepHarness';
import { CatalogEntity } from './CatalogEntity';
import { readServiceLocator } from './ServiceLocator';
import { CLUSTER, CLUSTERS } from './__testUtils__/storedSubjects';

describe('the service locator', () => {
  const locatorOf = (type?: string) =>
    readServiceLocator(
      new ConfigReader(
        type ? { kubernetes: { serviceLocatorMethod: { type } } } : {},
      ),
    );
  const dependsOn = [
    'resource:default/prod',
    'resource:other/staging',
    'component:default/staging',
  ];

  it.each<[string | undefined, Partial<CatalogEntity>, string, string[]]>([
    [undefined, {}, 'all', CLUSTERS],
    ['multiTenant', { annotations: { [CLUSTER]: 'prod' } }, 'all', CLUSTERS],
    [
      'singleTenant',
      { annotations: { [CLUSTER]: 'prod' } },
      'annotation',
      ['prod'],
    ],
    ['singleTenant', { annotations: { [CLUSTER]: 'gone' } }, 'annotation', []],
    ['singleTenant', {}, 'all', CLUSTERS],
    ['catalogRelation', { dependsOn }, 'relation', ['prod']],
    [
      'catalogRelation',
      { dependsOn, namespace: 'other' },
      'relation',
      ['staging'],
    ],
    ['catalogRelation', {}, 'relation', []],
    ['http', { annotations: { [CLUSTER]: 'prod' } }, 'all', CLUSTERS],
    ['of-a-module', {}, 'all', CLUSTERS],
  ])('%s allows for %j by %s', (type, entity, clustersFrom, clusters) => {
    expect(
      locatorOf(type)(
        anEntity('web', { annotations: {}, ...entity }),
        CLUSTERS,
      ),
    ).toEqual({ clusters, clustersFrom });
  });
});
