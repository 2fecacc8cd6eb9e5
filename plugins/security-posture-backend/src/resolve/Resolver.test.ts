import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { DEFAULT_SETTINGS } from 'security-posture-engine';
import {
  ClusterSweepState,
  EndedResolve,
  ResolveStore,
} from '../database/ResolveStore';
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

/** What a store remembers of resolves, and how far its sweeps are. */
function aStore() {
  let last: { ticket: number; ended?: EndedResolve } | undefined;
  return {
    sweeps: [] as ClusterSweepState[],
    resolved: 0,
    async listSweepStates() {
      return this.sweeps;
    },
    readLastResolve: async () => last?.ended,
    async beginResolve() {
      last = { ticket: (last?.ticket ?? 0) + 1 };
      return String(last.ticket);
    },
    async endResolve(ticket: string, ended: EndedResolve) {
      last = String(last?.ticket) === ticket ? { ...last!, ended } : undefined;
    },
    listStoredSubjects: async () => [],
    listUsedSubjects: async () => new Map(),
    async saveLinks() {
      this.resolved += 1;
      return { keptMissing: 0 };
    },
    saveScopes: async () => ({ keptMissing: 0 }),
    listOwners: async () => [],
    listMisjudged: async () => [],
    saveEntityFindings: async () => {},
    async *listOutcomes() {},
    readReportedControls: async () => [],
    saveClusterParts: async () => {},
  };
}

/** A resolver over a catalog that lists what `catalog` holds, and the number of times it was asked. */
function aResolver({ store = aStore(), library = 'library-1' } = {}) {
  const catalog = { entities: [] as CatalogEntity[], asked: 0, fails: false };
  const logger = mockServices.logger.mock();
  const time = { now: 0 };
  const afterwards = jest.fn(async () => {});
  const resolver = new Resolver(
    {
      store: store as unknown as ResolveStore,
      readEntities: async () => {
        catalog.asked += 1;
        if (catalog.fails) throw new Error('the catalog is away');
        return catalog.entities;
      },
      readScopes: async () => [],
      locator: readServiceLocator(new ConfigReader({})),
      controls: [],
      library,
      profile: { id: 'test', version: '1', severities: {} },
      settings: DEFAULT_SETTINGS,
      logger,
      clock: () => time.now,
    },
    afterwards,
  );
  return { catalog, logger, resolver, store, time, afterwards };
}

const SWEPT: ClusterSweepState = {
  cluster: 'prod',
  published: 3,
  isRunning: false,
};

/** A resolver that has resolved one entity of one swept cluster, and stopped asking by itself. */
async function resolved(of: Parameters<typeof aResolver>[0] = {}) {
  const made = aResolver(of);
  made.store.sweeps = [SWEPT];
  made.catalog.entities = [anEntity('web')];
  await made.resolver.resolve();
  made.resolver.stop();
  return made;
}

type Made = Awaited<ReturnType<typeof resolved>>;

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

  it('asks no more by itself once somebody else found it settled', async () => {
    const { catalog, resolver } = aResolver();
    catalog.entities = [anEntity('web')];
    await resolver.resolve();
    await resolver.resolve();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(catalog.asked).toBe(2);
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

describe('a resolve that would find what the last one found', () => {
  it('reads the catalog, and writes nothing but what time has changed', async () => {
    const { resolver, store, catalog, afterwards } = await resolved();
    await resolver.resolve();
    expect(catalog.asked).toBe(2);
    expect(store.resolved).toBe(1);
    expect(afterwards).toHaveBeenCalledTimes(2);
  });

  const changes: readonly (readonly [string, (made: Made) => unknown])[] = [
    [
      'the catalog lists another entity',
      ({ catalog }) => {
        catalog.entities = [anEntity('web'), anEntity('api')];
      },
    ],
    [
      'an entity has another tag',
      ({ catalog }) => {
        catalog.entities = [{ ...anEntity('web'), tags: ['public'] }];
      },
    ],
    [
      'a sweep was published',
      ({ store }) => {
        store.sweeps = [{ ...SWEPT, published: 4 }];
      },
    ],
    [
      'there is another cluster',
      ({ store }) => {
        store.sweeps = [SWEPT, { ...SWEPT, cluster: 'staging' }];
      },
    ],
    [
      'a cluster is gone',
      ({ store }) => {
        store.sweeps = [];
      },
    ],
    [
      'a sweep runs',
      ({ store }) => {
        store.sweeps = [{ ...SWEPT, isRunning: true }];
      },
    ],
    [
      'an hour has passed',
      ({ time }) => {
        time.now += 3_600_000;
      },
    ],
    [
      'the clock has jumped back',
      ({ time }) => {
        time.now -= 1;
      },
    ],
    ['another replica began one and died', ({ store }) => store.beginResolve()],
    [
      'another replica has judged by another library',
      ({ store }) => resolved({ store, library: 'library-2' }),
    ],
    [
      'another replica has met another catalog',
      async ({ store }) => {
        const other = await resolved({ store });
        other.catalog.entities = [];
        await other.resolver.resolve();
      },
    ],
  ];

  it.each(changes)('runs where %s', async (_, change) => {
    const made = await resolved();
    await change(made);
    const before = made.store.resolved;
    await made.resolver.resolve();
    expect(made.store.resolved).toBe(before + 1);
  });

  it('runs in a process that has not resolved yet, for its settings may be others', async () => {
    const { store } = await resolved();
    await resolved({ store });
    expect(store.resolved).toBe(2);
  });

  it('rests after a resolve of another replica that met the same', async () => {
    const { store, resolver } = await resolved();
    await resolved({ store });
    await resolver.resolve();
    expect(store.resolved).toBe(2);
  });

  it('runs again after one beside a sweep, whatever that has changed', async () => {
    const { store, resolver } = await resolved();
    store.sweeps = [{ ...SWEPT, isRunning: true }];
    await resolver.resolve();
    store.sweeps = [SWEPT];
    await resolver.resolve();
    expect(store.resolved).toBe(3);
  });

  it('runs again after one that failed', async () => {
    const { store, resolver, catalog } = await resolved();
    catalog.entities = [anEntity('web'), anEntity('api')];
    const { saveScopes } = store;
    store.saveScopes = async () => {
      throw new Error('the disk is full');
    };
    await expect(resolver.resolve()).rejects.toThrow('the disk is full');
    store.saveScopes = saveScopes;
    catalog.entities = [anEntity('web')];
    await resolver.resolve();
    expect(store.resolved).toBe(3);
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
