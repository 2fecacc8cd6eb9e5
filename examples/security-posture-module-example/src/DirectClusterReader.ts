import {
  ClusterDescription,
  ClusterReader,
  ClusterReadError,
  ListOptions,
  ListPage,
  RawObject,
  ReadOptions,
} from 'backstage-plugin-security-posture-node';
import { ResourceType } from 'security-posture-engine';

const METADATA_ONLY =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/** A cluster, and where it listens. */
export interface DirectCluster
  extends Pick<ClusterDescription, 'name' | 'title'> {
  /** Without a slash at the end. */
  readonly url: string;
}

/** Reads clusters at addresses that ask for no credentials, such as that of `kubectl proxy`, each list in one page. */
export class DirectClusterReader implements ClusterReader {
  constructor(private readonly clusters: readonly DirectCluster[]) {}

  async listClusters(): Promise<readonly ClusterDescription[]> {
    return this.clusters.map(({ name, title }) => ({
      name,
      ...(title ? { title } : {}),
      authProvider: 'serviceAccount',
      scannable: true,
    }));
  }

  async *list(
    cluster: ClusterDescription,
    { group, version, plural, kind, fieldSelector }: ResourceType,
    { metadataOnly, signal }: ListOptions = {},
  ): AsyncGenerator<ListPage> {
    const root = group ? `/apis/${group}` : '/api';
    const query = fieldSelector
      ? `?${new URLSearchParams({ fieldSelector })}`
      : '';
    const path = `${root}/${version}/${plural}${query}`;
    const accept = metadataOnly ? METADATA_ONLY : 'application/json';
    const { items } = (await this.get(cluster, path, { accept, signal })) as {
      items: RawObject[];
    };
    const apiVersion = group ? `${group}/${version}` : version;
    yield { items: items.map(item => ({ ...item, apiVersion, kind })) };
  }

  async get(
    cluster: ClusterDescription,
    path: string,
    options: ReadOptions & { readonly accept?: string } = {},
  ): Promise<unknown> {
    const { accept = 'application/json', signal } = options;
    return (await this.ask(cluster, path, accept, signal)).json();
  }

  async stream(
    cluster: ClusterDescription,
    path: string,
    accept: string,
    { signal }: ReadOptions = {},
  ) {
    const { body } = await this.ask(cluster, path, accept, signal);
    return body as AsyncIterable<Uint8Array>;
  }

  private async ask(
    { name }: ClusterDescription,
    path: string,
    accept: string,
    signal?: AbortSignal,
  ): Promise<Response> {
    const url = this.clusters.find(cluster => cluster.name === name)?.url;
    const response = await fetch(`${url}${path}`, {
      headers: { accept },
      signal,
    }).catch(() => undefined);
    signal?.throwIfAborted();
    if (response?.ok) return response;
    throw new ClusterReadError(
      `${path} is answered with ${response?.status ?? 'nothing'}`,
      { reason: 'unreachable', status: response?.status },
    );
  }
}
