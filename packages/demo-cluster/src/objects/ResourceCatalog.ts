import { ApiResource } from './ApiResource';
import { builtInResources } from './builtInResources';
import { definedResources, inferredResource } from './customResources';
import { apiVersionOf, ObjectReference } from './Manifest';
import { ManifestSource } from './ManifestSource';

/**
 * The kinds that a cluster serves: those of its Kubernetes version, those of
 * the CustomResourceDefinitions that it was given, and those guessed from
 * objects of a kind that nothing defines.
 */
export class ResourceCatalog {
  private readonly byPath = new Map<string, ApiResource>();
  private readonly byKind = new Map<string, ApiResource>();

  constructor(minor: number) {
    builtInResources(minor).forEach(resource => this.add(resource));
  }

  /** Learns the custom kinds of these objects. */
  learn(sources: readonly ManifestSource[]): void {
    sources
      .filter(source => source.kind === 'CustomResourceDefinition')
      .flatMap(source => definedResources(source.read()))
      .forEach(resource => this.add(resource));
    for (const source of sources) {
      if (!this.ofObject(source)) {
        this.add(inferredResource(source));
      }
    }
  }

  find(
    group: string,
    version: string,
    plural: string,
  ): ApiResource | undefined {
    return this.byPath.get(`${apiVersionOf(group, version)}/${plural}`);
  }

  ofObject(
    object: Pick<ObjectReference, 'apiVersion' | 'kind'>,
  ): ApiResource | undefined {
    return this.byKind.get(`${object.apiVersion}/${object.kind}`);
  }

  all(): ApiResource[] {
    return [...this.byPath.values()];
  }

  private add(resource: ApiResource): void {
    const apiVersion = apiVersionOf(resource.group, resource.version);
    this.byPath.set(`${apiVersion}/${resource.plural}`, resource);
    this.byKind.set(`${apiVersion}/${resource.kind}`, resource);
  }
}
