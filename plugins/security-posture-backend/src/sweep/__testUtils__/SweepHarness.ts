import { Knex } from 'knex';
import {
  allControls,
  Control,
  DEFAULT_SETTINGS,
  DEFAULT_TABLES,
  subjectKey,
  clusterProfile,
  workloadProfile,
} from 'security-posture-engine';
import { mockServices } from '@backstage/backend-test-utils';
import { openStores, Stores } from '../../database/__testUtils__/openStores';
import { CLUSTER } from '../../database/__testUtils__/samples';
import { CatalogEntity } from '../../resolve/CatalogEntity';
import { CatalogScope } from '../../resolve/CatalogScope';
import { createOwnerIndex } from '../../resolve/OwnerIndex';
import { Resolver } from '../../resolve/Resolver';
import { listingOf } from '../../resolve/CatalogListing';
import { ResolveEnvironment } from '../../resolve/ResolveEnvironment';
import { ResolveNotes } from '../../resolve/ResolveNotes';
import { runResolve } from '../../resolve/runResolve';
import { CollectCluster } from '../CollectCluster';
import { runSweep, SweepEnvironment } from '../runSweep';

/** Runs real sweeps and resolves over a real store, with a cluster and a catalog that tests make up. */
export class SweepHarness {
  static async open(open: () => Promise<Knex>): Promise<SweepHarness> {
    return new SweepHarness(await openStores(open));
  }

  /** Sweeps and resolves tell this time. */
  now = 1000;
  entities: readonly CatalogEntity[] = [];
  scopes: readonly CatalogScope[] = [];
  /** What sweeps and resolves judge by. */
  controls: readonly Control[] = allControls();
  /** Ids of sweeps that moved. */
  readonly moved: string[] = [];
  readonly logger = mockServices.logger.mock();

  constructor(readonly stores: Stores) {}

  get sweepEnvironment(): Omit<SweepEnvironment, 'collect'> {
    const { resolving, sweeps } = this.stores;
    return {
      ...this.judging,
      store: sweeps,
      readAttestations: async () => [],
      readOwners: async cluster =>
        createOwnerIndex(await resolving.listOwners(cluster)),
      listener: {
        moved: async sweepId => {
          this.moved.push(sweepId);
        },
      },
    };
  }

  get resolveEnvironment(): ResolveEnvironment {
    return {
      ...this.judging,
      store: this.stores.resolving,
      locator: (_, clusters) => ({ clusters, clustersFrom: 'all' }),
      logger: this.logger,
    };
  }

  /** Sweeps a cluster that is collected like this. */
  async sweep(
    collect: CollectCluster | Awaited<ReturnType<CollectCluster>>,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<void> {
    const environment = {
      ...this.sweepEnvironment,
      collect: typeof collect === 'function' ? collect : async () => collect,
    };
    await runSweep(environment, CLUSTER, 'schedule', signal);
  }

  /** Resolves everything, as a process does that has just started. */
  async resolve(): Promise<void> {
    const environment = this.resolveEnvironment;
    const listing = listingOf(this.entities, this.scopes);
    await runResolve(environment, listing, new ResolveNotes(environment));
  }

  /** Resolves while the catalog is away: rejects. */
  async resolveWithoutCatalog(): Promise<void> {
    const resolver = new Resolver(
      {
        ...this.resolveEnvironment,
        readEntities: async () => {
          throw new Error('the catalog is away');
        },
        readScopes: async () => [],
      },
      async () => {},
    );
    await resolver.resolve();
  }

  /** Open findings of an entity: `control outcome subject`. */
  async findingsOf(entityRef: string): Promise<string[]> {
    const page = { entityRef, offset: 0, limit: 1000 };
    const { items } = await this.stores.reader.listFindings(page);
    return items.map(
      ({ control, outcome, subject }) =>
        `${control} ${outcome} ${subject.name}`,
    );
  }

  /** The key of a Deployment in the cluster of the tests. */
  keyOf(name: string, namespace = 'shop'): string {
    const type = { type: 'workload', apiVersion: 'apps/v1' } as const;
    const subject = { ...type, kind: 'Deployment', namespace, name };
    return subjectKey(CLUSTER, subject);
  }

  private get judging() {
    const { controls } = this;
    return {
      controls,
      library: 'library-1',
      profile: workloadProfile(controls),
      clusterProfile: clusterProfile(controls),
      settings: DEFAULT_SETTINGS,
      tables: () => DEFAULT_TABLES,
      clock: () => this.now,
    };
  }
}

/** A component that finds its workloads by the label `app`. */
export function anEntity(
  name: string,
  rest: Partial<CatalogEntity> = {},
): CatalogEntity {
  return {
    entityRef: `component:default/${name}`,
    kind: 'component',
    namespace: 'default',
    name,
    tags: [],
    annotations: { 'backstage.io/kubernetes-label-selector': `app=${name}` },
    dependsOn: [],
    scopes: [],
    ...rest,
  };
}
