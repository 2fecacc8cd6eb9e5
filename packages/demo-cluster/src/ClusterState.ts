import { resourceName } from './objects/ApiResource';
import { identityOf, Manifest, ObjectReference } from './objects/Manifest';
import { ManifestSource, sourceOf } from './objects/ManifestSource';
import { ResourceCatalog } from './objects/ResourceCatalog';
import { LiveOptions } from './live/LiveContext';
import { LiveSource } from './objects/LiveSource';
import { planLiveObjects } from './live/planLiveObjects';
import { ObjectStore } from './store/ObjectStore';

/** `live` is what a real server would hold, `asWritten` the objects untouched. */
export type ClusterShape = 'live' | 'asWritten';

/** The objects that were written to a cluster, and what it holds because of them. */
export class ClusterState {
  readonly store = new ObjectStore();
  private written: readonly ManifestSource[] = [];

  constructor(
    readonly catalog: ResourceCatalog,
    private readonly shape: ClusterShape,
    private readonly options: LiveOptions,
  ) {}

  /** Fills an empty cluster. */
  load(sources: readonly ManifestSource[]): void {
    this.written = this.admitted(sources);
    this.store.load(
      this.plan().map(source => ({ table: this.tableOf(source), source })),
    );
  }

  /** Adds objects, or replaces those of the same names. */
  apply(manifests: readonly Manifest[]): void {
    const added = this.admitted(manifests.map(sourceOf));
    const changed = new Set(added.map(identityOf));
    const kept = this.written.filter(
      source => !changed.has(identityOf(source)),
    );
    this.written = [...kept, ...added];
    this.update(root => changed.has(root));
  }

  /** Makes these the only objects that were written. */
  replace(manifests: readonly Manifest[]): void {
    this.written = this.admitted(manifests.map(sourceOf));
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
    const goes = (source: ManifestSource) =>
      gone.has(identityOf(source)) || namespaces.has(source.namespace ?? '');
    this.written = this.written.filter(source => !goes(source));
    [...this.store.sources()]
      .filter(source => gone.has(source.root) || goes(source))
      .forEach(source => this.drop(source));
  }

  /** Brings the store in line for the roots that changed, and for what is new. */
  private update(isChanged: (root: string) => boolean): void {
    const next = this.plan();
    const planned = new Set(next.map(identityOf));
    const held = [...this.store.sources()];
    const known = new Set(held.map(identityOf));
    held
      .filter(source => isChanged(source.root))
      .filter(source => !planned.has(identityOf(source)))
      .forEach(source => this.drop(source));
    next
      .filter(
        source => isChanged(source.root) || !known.has(identityOf(source)),
      )
      .forEach(source => this.store.put(this.tableOf(source), source));
  }

  private drop(source: LiveSource): void {
    this.store.delete(this.tableOf(source), source.namespace, source.name);
  }

  private plan(): LiveSource[] {
    const planned =
      this.shape === 'live'
        ? planLiveObjects(this.written, this.options)
        : this.written.map(asWritten);
    this.catalog.learn(planned);
    return planned;
  }

  /** Each object in its namespace, and of two with one name the later. */
  private admitted(sources: readonly ManifestSource[]): ManifestSource[] {
    this.catalog.learn(sources);
    const named = sources.map(source => this.withNamespace(source));
    const latest = new Map(
      named.map(source => [identityOf(source), source] as const),
    );
    return [...latest.values()];
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
