import {
  isMirrorPod,
  JudgedObject,
  KubernetesObject,
  listed,
  normalizePod,
  NotEvaluatedReason,
  ObjectIdentity,
  objectKey,
  OwnedObject,
  ownedObjectOf,
  OwnerIndex,
  ResourceType,
  RunningPods,
  unlisted,
  WORKLOAD_RESOURCES,
  WorkloadResource,
} from 'security-posture-engine';
import { CollectedWorkloads } from './collectWorkloads';
import { ListCollector, ListRequest } from './ListCollector';

/** Small pages: parsing one of 500 pods would hold up the event loop. */
const PAGE_SIZE = 100;

const RESOURCES: Readonly<Record<WorkloadResource, ResourceType>> =
  WORKLOAD_RESOURCES;

/** The keys, as `objectKey` gives them, of the workloads of the cluster that earlier sweeps stored. */
export type ReadStoredWorkloads = () => Promise<ReadonlySet<string>>;

/** Holds what was read of everything that runs pods, until all of it is there to be attributed. */
export class WorkloadCollection {
  /** Whole objects, by kind. */
  private readonly objects = new Map<WorkloadResource, KubernetesObject[]>();
  /** What is known of ReplicaSets and Jobs, nearly all of which have an owner that was read. */
  private readonly owned = new Map<WorkloadResource, OwnedObject[]>();
  private readonly unread = new Map<WorkloadResource, NotEvaluatedReason>();
  private staticPods: KubernetesObject[] = [];
  private stored: ReadonlySet<string> = new Set();

  constructor(private readonly collector: ListCollector) {}

  async readWhole(
    name: WorkloadResource,
    isKept: (object: KubernetesObject) => boolean = () => true,
  ): Promise<void> {
    await this.read(name, {
      begin: () => this.objects.set(name, []),
      take: object => {
        if (isKept(object)) this.objects.get(name)?.push(object);
      },
    });
  }

  async readMetadata(name: WorkloadResource): Promise<void> {
    await this.read(name, {
      metadataOnly: true,
      begin: () => this.owned.set(name, []),
      take: object => this.owned.get(name)?.push(ownedObjectOf(object)),
    });
  }

  /** Where a kind may not be listed, what is stored of it goes on answering for what it made. */
  async readStored(read: ReadStoredWorkloads): Promise<void> {
    if ([...this.unread.values()].includes('forbidden'))
      this.stored = await read();
  }

  /** A second, whole list where one of a kind has no owner that was read; only such are kept of it. */
  async readWithoutOwner(name: WorkloadResource): Promise<void> {
    const owners = this.owners();
    const isOwnRoot = (own: OwnedObject) => isJudged(own, owners);
    if (this.owned.get(name)?.some(isOwnRoot))
      await this.readWhole(name, object => isOwnRoot(ownedObjectOf(object)));
  }

  async readPods(): Promise<RunningPods> {
    const owners = this.owners();
    let pods = new RunningPods();
    await this.read('pods', {
      begin: () => {
        pods = new RunningPods();
        this.staticPods = [];
      },
      take: pod => {
        pods.add(normalizePod(pod, owners));
        if (isMirrorPod(pod)) this.staticPods.push(pod);
      },
    });
    return pods;
  }

  judged(): readonly JudgedObject[] {
    const owners = this.owners();
    return this.allObjects().flatMap(object => {
      const own = ownedObjectOf(object);
      if (!isJudged(own, owners)) return [];
      const { unreadOwner } = owners.rootOf(own);
      return [{ object, ...(unreadOwner ? { unreadOwner } : {}) }];
    });
  }

  account(pods: RunningPods): Omit<CollectedWorkloads, 'workloads'> {
    const reason = this.unread.get('pods');
    return {
      livePods: reason ? unlisted(reason) : listed(pods.livePods),
      staticPods: reason ? unlisted(reason) : listed(this.staticPods),
      unreadWorkloadKinds: Array.from(this.unread, ([resource, why]) => ({
        resource,
        kind: RESOURCES[resource].kind,
        reason: why,
      })),
    };
  }

  private async read(
    name: WorkloadResource,
    request: Omit<ListRequest, 'resource' | 'limit'>,
  ): Promise<void> {
    const reason = await this.collector.read({
      ...request,
      resource: RESOURCES[name],
      limit: PAGE_SIZE,
    });
    if (reason) this.unread.set(name, reason);
  }

  private owners(): OwnerIndex {
    return new OwnerIndex(
      [
        ...[...this.owned.values()].flat(),
        ...this.allObjects().map(ownedObjectOf),
      ],
      owner => this.isAwaited(owner),
    );
  }

  private allObjects(): readonly KubernetesObject[] {
    return [...this.objects.values()].flat();
  }

  /** A kind that is forbidden may stay so: only what is known of it is waited for. Any other failure may be gone with the next sweep. */
  private isAwaited(owner: ObjectIdentity): boolean {
    const reason = this.reasonOf(owner.kind);
    return reason === 'forbidden'
      ? this.stored.has(objectKey(owner))
      : reason !== undefined;
  }

  private reasonOf(kind: string): NotEvaluatedReason | undefined {
    for (const [name, reason] of this.unread)
      if (RESOURCES[name].kind === kind) return reason;
    return undefined;
  }
}

function isJudged(own: OwnedObject, owners: OwnerIndex): boolean {
  const { topmost, awaited } = owners.rootOf(own);
  return topmost === own && !awaited;
}
