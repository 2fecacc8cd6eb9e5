import { Knex } from 'knex';
import { DatabasePostureReader } from '../DatabasePostureReader';
import { DatabaseResolveStore } from '../DatabaseResolveStore';
import { DatabaseSweepStore } from '../DatabaseSweepStore';
import { countOwnedSubjects } from '../operations/readEntities';
import { syncClusters } from '../operations/syncClusters';
import { PartChange, SubjectChange, SweepTicket } from '../SweepStore';
import {
  aChange,
  aFail,
  aLink,
  aPass,
  CLUSTER,
  JoinedEntity,
  keyOf,
} from './samples';

/** Everything that writes and reads one database. */
export class Stores {
  readonly sweeps: DatabaseSweepStore;
  readonly resolving: DatabaseResolveStore;
  readonly reader: DatabasePostureReader;

  constructor(readonly knex: Knex) {
    this.sweeps = new DatabaseSweepStore(knex);
    this.resolving = new DatabaseResolveStore(knex);
    this.reader = new DatabasePostureReader(knex);
  }

  begin(now: number): Promise<SweepTicket> {
    return this.sweeps.begin({ cluster: CLUSTER, trigger: 'schedule', now });
  }

  /** Every step of a sweep, in order, to be run one by one. */
  stepsOf(content: SweepContent, now: number): readonly SweepStep[] {
    return [
      ...content.subjects.map<SweepStep>(change => async ticket => {
        await this.sweeps.saveSubjects(ticket, [change], now);
      }),
      async ticket => {
        const known = await this.sweeps.listSubjects(CLUSTER);
        const gone = (content.gone ?? []).map(key => known.get(key)!.id);
        await this.sweeps.closeGone(ticket, gone, now);
      },
      ticket => this.sweeps.saveGaps(ticket, content.gaps ?? [], now),
      ticket =>
        this.sweeps.saveParts(
          ticket,
          content.parts ?? [],
          content.library ?? 'library-1',
          now,
        ),
    ];
  }

  /** A whole sweep. */
  async sweep(content: SweepContent, now: number): Promise<SweepTicket> {
    const ticket = await this.begin(now);
    for (const step of this.stepsOf(content, now)) await step(ticket);
    await this.publish(ticket, now);
    return ticket;
  }

  async publish(ticket: SweepTicket, now: number): Promise<void> {
    await this.sweeps.publish(ticket, {
      status: 'complete',
      kubernetesVersion: 'v1.35.8',
      reportedControls: [],
      lists: [{ resource: 'deployments', objects: 2 }],
      now,
    });
  }

  /** Ids of stored subjects by their names, as they were stored. */
  idsOf(...names: string[]): Promise<number[]> {
    return this.idsOfKeys(names.map(keyOf));
  }

  private async idsOfKeys(keys: readonly string[]): Promise<number[]> {
    const rows = await this.knex('subjects')
      .whereIn('key', [...keys])
      .orderBy('id');
    return rows.map(row => row.id);
  }

  /** Saves these as all entities of the catalog, with their links in every cluster. */
  async saveLinks(links: readonly JoinedEntity[], now: number) {
    const saved = await this.resolving.saveEntities(links, now);
    const rows = await this.knex('subjects').select('id', 'cluster');
    const homes = new Map(rows.map(row => [row.id, row.cluster]));
    for (const { cluster } of await this.resolving.listSweepStates())
      await this.resolving.saveClusterLinks(
        cluster,
        links.map(({ entity, subjectIds }) => ({
          entityRef: entity.entityRef,
          subjectIds: subjectIds.filter(id => homes.get(id) === cluster),
        })),
        now,
      );
    return saved;
  }

  /** Joins an entity to stored subjects by their keys. */
  async link(
    name: string,
    keys: readonly string[],
    now: number,
    tags: readonly string[] = [],
  ): Promise<void> {
    const ids = await this.idsOfKeys(keys);
    await this.saveLinks([aLink(name, ids, tags)], now);
  }

  /** What pages can see of an entity and its clusters; ids and times of rows left out. */
  async view(entityRef: string) {
    const findings = await this.reader.listFindings({
      entityRef,
      offset: 0,
      limit: 100,
    });
    return {
      entity: await this.reader.getEntity(entityRef),
      findings: findings.items,
      total: findings.total,
      failing: await this.reader.listFailing(
        entityRef,
        findings.items.map(({ control }) => control),
      ),
      gaps: await this.reader.listGaps([CLUSTER]),
      workloads: [...(await this.reader.countSubjects())],
      owned: await countOwnedSubjects(this.knex, 'all'),
      labels: (await this.resolving.listStoredSubjects(CLUSTER)).map(
        ({ name, labels }) => ({ name, labels }),
      ),
    };
  }
}

/** What a sweep of a test finds. */
export interface SweepContent {
  readonly subjects: readonly SubjectChange[];
  /** Keys of subjects that are gone. */
  readonly gone?: readonly string[];
  readonly gaps?: Parameters<DatabaseSweepStore['saveGaps']>[1];
  readonly parts?: readonly PartChange[];
  readonly library?: string;
}

/** One step of a sweep. */
export type SweepStep = (ticket: SweepTicket) => Promise<void>;

/** Stores on a new database that knows the cluster of the tests. */
export async function openStores(open: () => Promise<Knex>): Promise<Stores> {
  const knex = await open();
  await syncClusters(
    knex,
    [
      {
        name: CLUSTER,
        authProvider: 'serviceAccount',
        production: true,
        scannable: true,
      },
    ],
    0,
  );
  return new Stores(knex);
}

/** Stores after a sweep that found `web`, which fails `privileged`, and `worker`; both pass `tagged`. */
export async function sweptStores(open: () => Promise<Knex>): Promise<Stores> {
  const stores = await openStores(open);
  const subjects = [
    aChange('web', [aPass('tagged'), aFail('privileged')]),
    aChange('worker', [aPass('tagged')]),
  ];
  await stores.sweep({ subjects }, 1000);
  return stores;
}

/** The rows of every table of ours, in a stable order. */
export async function dumpTables(
  knex: Knex,
): Promise<Readonly<Record<string, readonly object[]>>> {
  const tables = [
    'clusters',
    'sweeps',
    'scan_requests',
    'entities',
    'scopes',
    'entity_scopes',
    'subjects',
    'entity_subjects',
    'findings',
    'gaps',
    'posture_parts',
    'imports',
  ];
  const dump: Record<string, readonly object[]> = {};
  for (const table of tables) {
    const rows: object[] = await knex(table).select();
    dump[table] = rows
      .map(row => JSON.stringify(row))
      .sort()
      .map(row => JSON.parse(row) as object);
  }
  return dump;
}

/** Every row of every table, as text: those of ours that there are by now, whoever adds more. */
export async function dumpDatabase(
  knex: Knex,
): Promise<Readonly<Record<string, string>>> {
  const sqlite = String(knex.client.config.client).includes('sqlite');
  const tables: { name: string }[] = sqlite
    ? await knex('sqlite_master').where({ type: 'table' }).select('name')
    : await knex('information_schema.tables')
        .whereRaw('table_schema = current_schema()')
        .select({ name: 'table_name' });
  const dump: Record<string, string> = {};
  for (const { name } of tables)
    dump[name] = JSON.stringify(await knex(name).select());
  return dump;
}
