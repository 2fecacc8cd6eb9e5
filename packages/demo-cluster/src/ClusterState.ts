import { resourceName } from './objects/ApiResource';
import { identityOf, Manifest, ObjectReference } from './objects/Manifest';
import { ManifestSource, sourceOf } from './objects/ManifestSource';
import { ResourceCatalog } from './objects/ResourceCatalog';
import { LiveOptions } from './live/LiveContext';
import { LiveSource } from './live/LiveSource';
import { planLiveObjects } from './live/planLiveObjects';
import { ObjectStore } from './store/ObjectStore';

/** `live` is what a real server would hold, `asWritten` the objects untouched. */
export type ClusterShape = 'live' | 'asWritten';

/** The objects that were written to a cluster, and what it holds because of them. */
export class ClusterState {
  readonly store = new ObjectStore();
  private written = new Map<string, ManifestSource>();
  private held = new Map<string, LiveSource>();

  constructor(
    readonly catalog: ResourceCatalog,
    private readonly shape: ClusterShape,
    private readonly options: LiveOptions,
  ) {}

  /** Fills an empty cluster. */
  load(sources: readonly ManifestSource[]): void {
    this.written = this.byIdentity(sources);
    this.held = this.plan();
    const held = [...this.held.values()];
    this.store.load(
      held.map(source => ({ table: this.tableOf(source), source })),
    );
  }

  /** Adds objects, or replaces those of the same names. */
  apply(manifests: readonly Manifest[]): void {
    const changed = this.byIdentity(manifests.map(sourceOf));
    this.written = new Map([...this.written, ...changed]);
    this.update(root => changed.has(root));
  }

  /** Makes these the only objects that were written. */
  replace(manifests: readonly Manifest[]): void {
    this.written = this.byIdentity(manifests.map(sourceOf));
    this.update(() => true);
  }

  /** Removes objects, what was made for them, and what a namespace holds. */
  remove(references: readonly ObjectReference[]): void {
    const gone = new Set(
      references.map(reference => identityOf(this.inNamespace(reference))),
    );
    const namespaces = new Set(
      references
        .filter(({ kind }) => kind === 'Namespace')
        .map(({ name }) => name),
    );
    const goes = (source: LiveSource) =>
      gone.has(source.root) ||
      gone.has(identityOf(source)) ||
      namespaces.has(source.namespace ?? '');
    for (const [identity, source] of this.held) {
      if (goes(source)) {
        this.drop(identity, source);
        this.written.delete(identity);
      }
    }
  }

  /** Brings the store in line for the roots that changed, and for what is new. */
  private update(isChanged: (root: string) => boolean): void {
    const next = this.plan();
    for (const [identity, source] of this.held) {
      if (isChanged(source.root) && !next.has(identity)) {
        this.drop(identity, source);
      }
    }
    for (const [identity, source] of next) {
      if (isChanged(source.root) || !this.held.has(identity)) {
        this.held.set(identity, source);
        this.store.put(this.tableOf(source), source);
      }
    }
  }

  private drop(identity: string, source: LiveSource): void {
    this.held.delete(identity);
    this.store.delete(this.tableOf(source), source.namespace, source.name);
  }

  private plan(): Map<string, LiveSource> {
    const written = [...this.written.values()];
    const planned =
      this.shape === 'live'
        ? planLiveObjects(written, this.options)
        : written.map(asWritten);
    this.catalog.learn(planned);
    return new Map(
      planned.map(source => [identityOf(source), source] as const),
    );
  }

  private byIdentity(
    sources: readonly ManifestSource[],
  ): Map<string, ManifestSource> {
    this.catalog.learn(sources);
    const named = sources.map(source => this.withNamespace(source));
    return new Map(named.map(source => [identityOf(source), source] as const));
  }

  /** As `kubectl`, puts namespaced objects without a namespace into `default`. */
  private withNamespace(source: ManifestSource): ManifestSource {
    const { namespace } = this.inNamespace(source);
    if (namespace === source.namespace) {
      return source;
    }
    const manifest = source.read();
    const metadata = { ...manifest.metadata, namespace };
    return sourceOf({ ...manifest, metadata });
  }

  private inNamespace<T extends ObjectReference>(reference: T): T {
    const resource = this.catalog.ofObject(reference);
    if (!resource?.namespaced) {
      return { ...reference, namespace: undefined };
    }
    return { ...reference, namespace: reference.namespace ?? 'default' };
  }

  private tableOf(source: LiveSource): string {
    const resource = this.catalog.ofObject(source);
    if (!resource) {
      throw new Error(`no kind ${source.apiVersion} ${source.kind} is known`);
    }
    return resourceName(resource);
  }
}

function asWritten(source: ManifestSource): LiveSource {
  const { apiVersion, kind, namespace, name, labels } = source;
  const read = () => source.read();
  const root = identityOf(source);
  return { apiVersion, kind, namespace, name, labels, root, read };
}
