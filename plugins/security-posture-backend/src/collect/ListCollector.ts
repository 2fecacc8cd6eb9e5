import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  ClusterDescription,
  ClusterReader,
  ClusterReadError,
  isClusterReadError,
} from 'backstage-plugin-security-posture-node';
import {
  KubernetesObject,
  Listed,
  listed,
  NotEvaluatedReason,
  ResourceType,
  unlisted,
} from 'security-posture-engine';
import { Discovery } from './discoverResources';
import { ingestObject } from './ingestObject';
import { listNameOf } from './listNameOf';
import { pageSizeOf } from './pageSizeOf';

/** So many lists that all fail, and no other, are no accident of one kind. */
const GIVE_UP_AFTER = 6;

const NO_ANSWER: readonly (NotEvaluatedReason | undefined)[] = [
  'unreachable',
  'parseError',
];

/** What became of one list: how many objects it brought, or why it brought none. */
export interface CollectedList {
  /** Plural name, with the group of custom resources: `clusterroles`; or a path: `/metrics`. */
  readonly resource: string;
  readonly objects?: number;
  readonly reason?: NotEvaluatedReason;
}

/** How far a sweep is. */
export interface CollectProgress {
  readonly listsRead: number;
  readonly listsTotal: number;
  readonly objectsRead: number;
}

/** Where a collector reads. */
export interface ListSource {
  readonly reader: ClusterReader;
  readonly cluster: ClusterDescription;
  readonly discovery: Discovery;
  readonly signal: AbortSignal;
}

/** How one kind is read, and who takes its objects. */
export interface ListRequest {
  readonly resource: ResourceType;
  /** Objects per page; the reader chooses where it is not given. */
  readonly limit?: number;
  readonly metadataOnly?: boolean;
  /** Called before the first object, and whenever all objects so far are void. */
  begin(): void;
  take(object: KubernetesObject): void;
}

/** Reads lists of one cluster, and keeps account of them. A list that fails costs only itself. */
export class ListCollector {
  private readonly results = new Map<string, CollectedList>();
  private objectsRead = 0;

  constructor(
    readonly source: ListSource,
    private readonly listsTotal: number,
    private readonly onProgress?: (progress: CollectProgress) => void,
  ) {}

  get lists(): readonly CollectedList[] {
    return [...this.results.values()];
  }

  /**
   * Reads one kind to its end. A kind that is not served has no objects.
   * Answers why it could not be read, in which case nothing of it counts.
   * Rejects with a ClusterReadError where the whole cluster fails, and with the signal's reason where it is aborted.
   */
  async read(request: ListRequest): Promise<NotEvaluatedReason | undefined> {
    return this.attempt(
      listNameOf(request.resource),
      () => this.readPages(request),
      () => request.begin(),
    );
  }

  /** Does other reading under a name, by the same rules. */
  async readOther<Item>(
    name: string,
    work: () => Promise<readonly Item[]>,
  ): Promise<Listed<Item>> {
    let items: readonly Item[] = [];
    const reason = await this.attempt(name, async () => {
      items = await work();
      return items.length;
    });
    return reason ? unlisted(reason) : listed(items);
  }

  /** All objects of one kind. Takes no account of the list, and rejects where it cannot be read. */
  async objectsOf(
    resource: ResourceType,
    metadataOnly = resource.metadataOnly ?? false,
  ): Promise<readonly KubernetesObject[]> {
    let objects: KubernetesObject[] = [];
    await this.readPages({
      resource,
      metadataOnly,
      limit: pageSizeOf({ ...resource, metadataOnly }),
      begin: () => {
        objects = [];
      },
      take: object => objects.push(object),
    });
    return objects;
  }

  private async attempt(
    name: string,
    work: () => Promise<number>,
    undo: () => void = () => {},
  ): Promise<NotEvaluatedReason | undefined> {
    try {
      this.note({ resource: name, objects: await work() });
      return undefined;
    } catch (error) {
      if (!isClusterReadError(error) || error.reach !== 'request') throw error;
      undo();
      this.note({ resource: name, reason: error.reason });
      this.giveUpWhereNothingAnswers();
      return error.reason;
    }
  }

  private async readPages(request: ListRequest): Promise<number> {
    const { reader, cluster, discovery, signal } = this.source;
    const { limit, metadataOnly } = request;
    const served = discovery.served(request.resource);
    request.begin();
    if (served.state === 'absent') return 0;
    const known = served.state === 'served';
    const resource = known ? served.resource : request.resource;
    let objects = 0;
    try {
      const options = { signal, limit, metadataOnly };
      for await (const page of reader.list(cluster, resource, options)) {
        signal.throwIfAborted();
        if (page.restarted) {
          request.begin();
          objects = 0;
        }
        for (const item of page.items) request.take(ingestObject(item));
        objects += page.items.length;
        this.countPage(page.items.length);
        await nextTurn();
      }
    } catch (error) {
      if (known || !isClusterReadError(error) || error.status !== 404)
        throw error;
    }
    return objects;
  }

  private countPage(objects: number): void {
    this.objectsRead += objects;
    this.tellProgress();
  }

  private note(list: CollectedList): void {
    this.results.set(list.resource, list);
    this.tellProgress();
  }

  private tellProgress(): void {
    const { listsTotal, objectsRead } = this;
    const listsRead = this.results.size;
    this.onProgress?.({ listsRead, listsTotal, objectsRead });
  }

  private giveUpWhereNothingAnswers(): void {
    const { lists } = this;
    if (
      lists.length >= GIVE_UP_AFTER &&
      lists.every(({ reason }) => NO_ANSWER.includes(reason))
    )
      throw new ClusterReadError('the API server answers no list', {
        reason: 'unreachable',
        reach: 'cluster',
      });
  }
}
