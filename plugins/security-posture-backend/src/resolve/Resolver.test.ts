import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { DEFAULT_SETTINGS } from 'security-posture-engine';
import { ResolveStore } from '../database/ResolveStore';
import { CatalogEntity } from './CatalogEntity';
import { Resolver } from './Resolver';
import { readServiceLocator } from './ServiceLocator';

function anEntity(name: string): CatalogEntity {
  return {
    entityRef: `component:default/${name}`,
    kind: 'component',
    namespace: 'default',
    name,
    tags: [],
    annotations: {},
    dependsOn: [],
    scopes: [],
  };
}

/** A resolver over a catalog that lists what `catalog` holds, and the number of times it was asked. */
function aResolver() {
  const catalog = { entities: [] as CatalogEntity[], asked: 0, fails: false };
  const logger = mockServices.logger.mock();
  const store: Partial<ResolveStore> = {
    listClusterNames: async () => [],
    listStoredSubjects: async () => [],
    listUsedSubjects: async () => new Map(),
    saveLinks: async () => ({ keptMissing: 0 }),
    saveScopes: async () => ({ keptMissing: 0 }),
  };
  const afterwards = jest.fn(async () => {});
  const resolver = new Resolver(
    {
      store: store as ResolveStore,
      readEntities: async () => {
        catalog.asked += 1;
        if (catalog.fails) throw new Error('the catalog is away');
        return catalog.entities;
      },
      readScopes: async () => [],
      locator: readServiceLocator(new ConfigReader({})),
      controls: [],
      profile: { id: 'test', version: '1', severities: {} },
      settings: DEFAULT_SETTINGS,
      logger,
      clock: () => 0,
    },
    afterwards,
  );
  return { catalog, logger, resolver, afterwards };
}

describe('Resolver', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks a catalog again that has just changed, until it has settled', async () => {
    const { catalog, resolver } = aResolver();
    catalog.entities = [anEntity('web')];
    await resolver.resolve();
    expect(catalog.asked).toBe(1);
    catalog.entities = [anEntity('web'), anEntity('api')];
    await jest.advanceTimersByTimeAsync(10_000);
    expect(catalog.asked).toBe(2);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(catalog.asked).toBe(3);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(catalog.asked).toBe(3);
  });

  it('goes on asking a catalog that lists nothing yet', async () => {
    const { catalog, resolver } = aResolver();
    await resolver.resolve();
    await jest.advanceTimersByTimeAsync(30_000);
    expect(catalog.asked).toBe(4);
  });

  it('asks no more once it is stopped', async () => {
    const { catalog, resolver } = aResolver();
    await resolver.resolve();
    resolver.stop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(catalog.asked).toBe(1);
  });

  it('says so where the catalog goes away while it settles', async () => {
    const { catalog, logger, resolver } = aResolver();
    await resolver.resolve();
    catalog.fails = true;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('the catalog is away'),
    );
  });

  it('rejects where the catalog does not answer, and resolves the next time', async () => {
    const { catalog, resolver } = aResolver();
    catalog.fails = true;
    await expect(resolver.resolve()).rejects.toThrow('the catalog is away');
    catalog.fails = false;
    await resolver.resolve();
    expect(catalog.asked).toBe(2);
  });

  it('serves all who wait with one resolve', async () => {
    const { catalog, resolver } = aResolver();
    await Promise.all([
      resolver.resolve(),
      resolver.resolve(),
      resolver.resolve(),
    ]);
    expect(catalog.asked).toBe(1);
  });
});

describe('resolves that meet', () => {
  it('run one at a time, and once for all who wait', async () => {
    let running = 0;
    let begun = 0;
    let release = () => {};
    const resolver = new Resolver(
      {
        readEntities: async () => {
          begun += 1;
          running += 1;
          expect(running).toBe(1);
          await new Promise<void>(resolve => {
            release = resolve;
          });
          running -= 1;
          throw new Error(`resolve ${begun}`);
        },
      } as unknown as ConstructorParameters<typeof Resolver>[0],
      async () => {},
    );
    const settled = (promise: Promise<void>) =>
      promise.catch((error: Error) => error.message);
    const first = settled(resolver.resolve());
    await new Promise(setImmediate);
    const waiting = [settled(resolver.resolve()), settled(resolver.resolve())];
    release();
    expect(await first).toBe('resolve 1');
    await new Promise(setImmediate);
    release();
    expect(await Promise.all(waiting)).toEqual(['resolve 2', 'resolve 2']);
    const last = settled(resolver.resolve());
    await new Promise(setImmediate);
    release();
    expect(await last).toBe('resolve 3');
  });
});
