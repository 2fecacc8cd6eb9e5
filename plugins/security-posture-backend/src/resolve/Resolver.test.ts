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
  const last = new Map<
    string | undefined,
    { ticket: number; ended?: EndedResolve }
  >();
  let tickets = 0;
  return {
    sweeps: [] as ClusterSweepState[],
    /** The parts that were written: `catalog`, or the name of a cluster. */
    written: [] as string[],
    async listSweepStates() {
      return this.sweeps;
    },
    readLastResolve: async (cluster?: string) => last.get(cluster)?.ended,
    async beginResolve(cluster?: string) {
      tickets += 1;
      last.set(cluster, { ticket: tickets });
      return String(tickets);
    },
    async endResolve(ticket: string, ended: EndedResolve, cluster?: string) {
      const noted = last.get(cluster);
      if (String(noted?.ticket) === ticket)
        last.set(cluster, { ...noted!, ended });
      else last.delete(cluster);
    },
    listStoredSubjects: async () => [],
    listUsedSubjects: async () => new Map(),
    saveEntities: async () => ({ keptMissing: 0 }),
    async saveScopes() {
      this.written.push('catalog');
      return { keptMissing: 0 };
    },
    endLinksOfGoneClusters: async () => {},
    async saveClusterLinks(cluster: string) {
      this.written.push(cluster);
    },
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
  changed: 3,
  reported: '[]',
  isRunning: false,
};

const OTHER: ClusterSweepState = { ...SWEPT, cluster: 'staging' };

/** A resolver that has resolved one entity in two swept clusters, and stopped asking by itself. */
async function resolved(of: Parameters<typeof aResolver>[0] = {}) {
  const made = aResolver(of);
  made.store.sweeps = [SWEPT, OTHER];
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
  const EVERYTHING = ['catalog', 'prod', 'staging'];

  /** The parts that the next resolve writes. */
  async function writtenNext({ resolver, store }: Made): Promise<string[]> {
    store.written = [];
    await resolver.resolve();
    return store.written;
  }

  it('reads the catalog, and writes nothing but what time has changed', async () => {
    const made = await resolved();
    expect(made.store.written).toEqual(EVERYTHING);
    expect(await writtenNext(made)).toEqual([]);
    expect(made.catalog.asked).toBe(2);
    expect(made.afterwards).toHaveBeenCalledTimes(2);
  });

  type Change = (made: Made) => unknown;

  it.each<[string, string[], Change]>([
    [
      'the catalog lists another entity',
      EVERYTHING,
      ({ catalog }) => {
        catalog.entities = [anEntity('web'), anEntity('api')];
      },
    ],
    [
      'an entity has another title',
      ['catalog'],
      ({ catalog }) => {
        catalog.entities = [{ ...anEntity('web'), title: 'Web' }];
      },
    ],
    [
      'an entity has another annotation that says nothing of workloads',
      ['catalog'],
      ({ catalog }) => {
        const annotations = { 'backstage.io/techdocs-ref': 'dir:.' };
        catalog.entities = [{ ...anEntity('web'), annotations }];
      },
    ],
    [
      'an entity asks for other workloads',
      EVERYTHING,
      ({ catalog }) => {
        const annotations = { 'backstage.io/kubernetes-namespace': 'shop' };
        catalog.entities = [{ ...anEntity('web'), annotations }];
      },
    ],
    [
      'an entity depends on something else, a cluster maybe',
      EVERYTHING,
      ({ catalog }) => {
        const dependsOn = ['resource:default/prod'];
        catalog.entities = [{ ...anEntity('web'), dependsOn }];
      },
    ],
    [
      'an entity has another tag',
      EVERYTHING,
      ({ catalog }) => {
        catalog.entities = [{ ...anEntity('web'), tags: ['public'] }];
      },
    ],
    [
      'a sweep was published that changed something',
      ['prod'],
      ({ store }) => {
        store.sweeps = [{ ...SWEPT, changed: 4 }, OTHER];
      },
    ],
    [
      'a sweep was published that met reports for the first time',
      ['staging'],
      ({ store }) => {
        store.sweeps = [
          SWEPT,
          { ...OTHER, reported: '["image-vulnerabilities"]' },
        ];
      },
    ],
    [
      'there is another cluster',
      [...EVERYTHING, 'test'],
      ({ store }) => {
        store.sweeps = [SWEPT, OTHER, { ...SWEPT, cluster: 'test' }];
      },
    ],
    [
      'a cluster is gone',
      ['catalog', 'prod'],
      ({ store }) => {
        store.sweeps = [SWEPT];
      },
    ],
    [
      'an hour has passed',
      EVERYTHING,
      ({ time }) => {
        time.now += 3_600_000;
      },
    ],
    [
      'the clock has jumped back',
      EVERYTHING,
      ({ time }) => {
        time.now -= 1;
      },
    ],
    [
      'another replica began to save the catalog and died',
      ['catalog'],
      ({ store }) => store.beginResolve(),
    ],
    [
      'another replica began to join a cluster and died',
      ['staging'],
      ({ store }) => store.beginResolve('staging'),
    ],
    [
      'another replica has judged by another library',
      EVERYTHING,
      ({ store }) => resolved({ store, library: 'library-2' }),
    ],
    [
      'another replica has met another catalog',
      EVERYTHING,
      async ({ store }) => {
        const other = await resolved({ store });
        other.catalog.entities = [];
        await other.resolver.resolve();
      },
    ],
  ])('writes where %s: %j', async (_, parts, change) => {
    const made = await resolved();
    await change(made);
    expect(await writtenNext(made)).toEqual(parts);
    expect(await writtenNext(made)).toEqual([]);
  });

  it('writes everything in a process that has not resolved yet, for its settings may be others', async () => {
    const { store } = await resolved();
    store.written = [];
    await resolved({ store });
    expect(store.written).toEqual(EVERYTHING);
  });

  it('rests after a resolve of another replica that met the same', async () => {
    const made = await resolved();
    await resolved({ store: made.store });
    expect(await writtenNext(made)).toEqual([]);
  });

  it('rests while a sweep runs that has published nothing yet', async () => {
    const made = await resolved();
    made.store.sweeps = [{ ...SWEPT, isRunning: true }, OTHER];
    expect(await writtenNext(made)).toEqual([]);
  });

  it('joins a cluster again after it was swept meanwhile, whatever that has changed', async () => {
    const made = await resolved();
    const { store } = made;
    store.sweeps = [{ ...SWEPT, changed: 4, isRunning: true }, OTHER];
    expect(await writtenNext(made)).toEqual(['prod']);
    store.sweeps = [{ ...SWEPT, changed: 4 }, OTHER];
    expect(await writtenNext(made)).toEqual(['prod']);
    expect(await writtenNext(made)).toEqual([]);
  });

  it('joins a cluster again where a sweep of it began meanwhile', async () => {
    const made = await resolved();
    const { store } = made;
    store.sweeps = [{ ...SWEPT, changed: 4 }, OTHER];
    const { saveClusterLinks } = store;
    store.saveClusterLinks = async function begins(cluster) {
      this.sweeps = [{ ...SWEPT, changed: 4, isRunning: true }, OTHER];
      return saveClusterLinks.call(this, cluster);
    };
    expect(await writtenNext(made)).toEqual(['prod']);
    store.saveClusterLinks = saveClusterLinks;
    store.sweeps = [{ ...SWEPT, changed: 4 }, OTHER];
    expect(await writtenNext(made)).toEqual(['prod']);
  });

  it('goes on after one that failed with what that left undone', async () => {
    const made = await resolved();
    const { store, resolver } = made;
    store.sweeps = [
      { ...SWEPT, changed: 4 },
      { ...OTHER, changed: 4 },
    ];
    const { saveClusterParts } = store;
    store.written = [];
    store.saveClusterParts = async () => {
      throw new Error('the disk is full');
    };
    await expect(resolver.resolve()).rejects.toThrow('the disk is full');
    expect(store.written).toEqual(['prod']);
    store.saveClusterParts = saveClusterParts;
    expect(await writtenNext(made)).toEqual(['prod', 'staging']);
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
