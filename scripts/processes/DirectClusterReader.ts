import {
  ClusterDescription,
  ClusterReader,
  ClusterReadError,
  ListOptions,
  ListPage,
  RawObject,
} from 'backstage-plugin-security-posture-node';
import { ResourceType } from 'security-posture-engine';

const METADATA_ONLY =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/** Reads one demo cluster without a portal in between, each list in one page. */
export class DirectClusterReader implements ClusterReader {
  constructor(private readonly name: string, private readonly url: string) {}

  async listClusters(): Promise<readonly ClusterDescription[]> {
    return [
      { name: this.name, authProvider: 'serviceAccount', scannable: true },
    ];
  }

  async *list(
    cluster: ClusterDescription,
    { group, version, plural, kind }: ResourceType,
    { metadataOnly }: ListOptions = {},
  ): AsyncGenerator<ListPage> {
    const root = group ? `/apis/${group}` : '/api';
    const { items } = (await this.get(cluster, `${root}/${version}/${plural}`, {
      accept: metadataOnly ? METADATA_ONLY : 'application/json',
    })) as { items: RawObject[] };
    const apiVersion = group ? `${group}/${version}` : version;
    yield { items: items.map(item => ({ ...item, apiVersion, kind })) };
  }

  async get(
    _: ClusterDescription,
    path: string,
    { accept = 'application/json' } = {},
  ): Promise<unknown> {
    return (await this.ask(path, accept)).json();
  }

  async stream(_: ClusterDescription, path: string, accept: string) {
    const { body } = await this.ask(path, accept);
    return body as AsyncIterable<Uint8Array>;
  }

  private async ask(path: string, accept: string): Promise<Response> {
    const response = await fetch(this.url + path, { headers: { accept } });
    if (response.ok) return response;
    throw new ClusterReadError(`${path} is answered with ${response.status}`, {
      reason: 'unreachable',
      status: response.status,
    });
  }
}
