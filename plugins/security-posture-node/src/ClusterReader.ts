import { ResourceType } from 'security-posture-engine';

/** A cluster that is configured, and whether it can be read without a user. */
export interface ClusterDescription {
  readonly name: string;
  readonly title?: string;
  /** As the kubernetes plugin names it: `serviceAccount`. */
  readonly authProvider: string;
  /** True, or why the cluster is never contacted. */
  readonly scannable: true | 'needsUserCredentials';
}

/** An object as the API server sent it, with apiVersion and kind filled in. */
export interface RawObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** A part of a list. */
export interface ListPage {
  readonly items: readonly RawObject[];
  /** How many objects are still to come, where the API server says so. For progress only. */
  readonly remaining?: number;
  /** True where the list began anew: what the pages before brought is void. */
  readonly restarted?: boolean;
}

/** How a request is made. */
export interface ReadOptions {
  /** Aborting it ends the request; the call then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How a list is read. */
export interface ListOptions extends ReadOptions {
  /** Objects per page; the reader chooses where it is not given. */
  readonly limit?: number;
  /** True: only `metadata` of each object is read. */
  readonly metadataOnly?: boolean;
}

/**
 * Brings Kubernetes objects home, judges nothing and changes nothing.
 *
 * Known failures are thrown as ClusterReadError.
 * The description of a cluster must come from `listClusters`; one that is not scannable is never contacted.
 */
export interface ClusterReader {
  /** All configured clusters. Rejects with a ClusterReadError of reach `everyCluster` where nothing can be read at all. */
  listClusters(signal?: AbortSignal): Promise<readonly ClusterDescription[]>;

  /**
   * All objects of one kind in all namespaces, page by page; the next page is asked for when the last one was taken.
   * A page may say that the list began anew, once at most.
   */
  list(
    cluster: ClusterDescription,
    resource: ResourceType,
    options?: ListOptions,
  ): AsyncIterable<ListPage>;

  /** What the API server answers to one path, as JSON. */
  get(
    cluster: ClusterDescription,
    path: string,
    options?: ReadOptions & {
      /** The `Accept` header. Default: `application/json`. */
      readonly accept?: string;
    },
  ): Promise<unknown>;

  /** What the API server answers to one path, as the bytes arrive. */
  stream(
    cluster: ClusterDescription,
    path: string,
    accept: string,
    options?: ReadOptions,
  ): Promise<AsyncIterable<Uint8Array>>;
}
