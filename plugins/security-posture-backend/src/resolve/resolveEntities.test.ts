import { ConfigReader } from '@backstage/config';
import { createBreather } from '../sweep/createBreather';
import { anEntity } from '../sweep/__testUtils__/SweepHarness';
import { CatalogEntity } from './CatalogEntity';
import { resolveEntities } from './resolveEntities';
import { readServiceLocator } from './ServiceLocator';
import {
  aStored,
  CLUSTERS,
  ID,
  SELECTOR,
  SUBJECTS,
} from './__testUtils__/storedSubjects';

describe('resolveEntities', () => {
  const resolveAll = (
    entities: readonly CatalogEntity[],
    workloads = SUBJECTS,
    used: ReadonlyMap<string, number> = new Map(),
  ) =>
    resolveEntities(
      entities,
      CLUSTERS,
      { workloads, used },
      readServiceLocator(new ConfigReader({})),
      createBreather(),
    );

  it('lets two entities own one workload', async () => {
    const [first, second] = await resolveAll([
      anEntity('web', { annotations: { [SELECTOR]: 'app=db' } }),
      anEntity('db', { annotations: { [SELECTOR]: 'tier=back' } }),
    ]);
    expect(first.subjectIds).toHaveLength(1);
    expect(second.subjectIds).toEqual(first.subjectIds);
  });

  it('links what its workloads use, once, and nothing that is not stored', async () => {
    const images = ['image-1', 'account-1'];
    const [link, other] = await resolveAll(
      [
        anEntity('web', { annotations: { [SELECTOR]: 'app=web' } }),
        anEntity('db', { annotations: { [SELECTOR]: 'app=db' } }),
      ],
      [
        aStored('web-1', {
          id: 7001,
          uses: [...images, 'gone'],
          labels: { own: { app: 'web' }, pod: {} },
        }),
        aStored('web-2', {
          id: 7002,
          uses: images,
          labels: { own: { app: 'web' }, pod: {} },
        }),
        aStored('db', { id: 7003, labels: { own: { app: 'db' }, pod: {} } }),
      ],
      new Map([
        ['image-1', 8001],
        ['account-1', 8002],
        ['image-2', 8003],
      ]),
    );
    expect([...link.subjectIds].sort()).toEqual([7001, 7002, 8001, 8002]);
    expect(other.subjectIds).toEqual([7003]);
  });

  it('suggests workloads of the same name that belong to nobody', async () => {
    const [link] = await resolveAll([
      anEntity('lonely', { annotations: { [ID]: 'typo' } }),
    ]);
    expect(link.mapping.candidates).toEqual([
      {
        cluster: 'prod',
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'lonely',
      },
    ]);
  });

  it('suggests nothing that belongs to another, and nothing to who has workloads', async () => {
    const [db, owner, mapped] = await resolveAll([
      anEntity('db', { annotations: { [ID]: 'typo' } }),
      anEntity('owner', { annotations: { [SELECTOR]: 'app=db' } }),
      anEntity('lonely', { annotations: { [SELECTOR]: 'app=web' } }),
    ]);
    expect(db.mapping.candidates).toEqual([]);
    expect(owner.mapping.candidates).toEqual([]);
    expect(mapped.mapping.candidates).toEqual([]);
  });

  it('suggests at most five', async () => {
    const many = Array.from({ length: 9 }, (_, number) =>
      aStored('many', { namespace: `n${number}` }),
    );
    const [link] = await resolveAll([anEntity('many')], many);
    expect(link.mapping.candidates).toHaveLength(5);
  });
});
