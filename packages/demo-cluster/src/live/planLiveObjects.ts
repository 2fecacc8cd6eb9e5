import { identityOf, Manifest } from '../objects/Manifest';
import { ManifestSource, sourceOf } from '../objects/ManifestSource';
import {
  builtInObjects,
  namespaceContents,
  namespaceManifest,
} from './builtInObjects';
import { aggregateRules } from './aggregateRules';
import { childSources, countPods } from './childSources';
import { completeReport } from './completeReport';
import { completeMetadata, Origin } from './completeMetadata';
import { defaultObject, isBuiltIn } from './defaultObject';
import { createContext, LiveContext, LiveOptions } from './LiveContext';
import { LiveSource } from '../objects/LiveSource';
import { livePod } from './podSources';
import { workloadStatus } from './workloadStatus';

interface Planned {
  source: ManifestSource;
  origin: Origin;
  root: string;
}

/**
 * Everything that a cluster holds once these objects are applied to it: the
 * objects themselves as the API server keeps them, what controllers make for
 * them, and what every cluster has anyway. Of two objects with one name the
 * later counts. Objects are made when they are read.
 *
 * @throws Error for a workload without containers.
 */
export function planLiveObjects(
  written: readonly ManifestSource[],
  options: LiveOptions,
): LiveSource[] {
  const planned = withSystemObjects(dropEarlier(written));
  const context = createContext(
    planned.map(({ source }) => source),
    options,
  );
  const controlled = controllersOf(written);
  return dropRepeated(
    planned.flatMap(object => liveSources(object, controlled, context)),
  );
}

function dropEarlier(sources: readonly ManifestSource[]): ManifestSource[] {
  const latest = new Map(
    sources.map(source => [identityOf(source), source] as const),
  );
  return [...latest.values()];
}

function withSystemObjects(written: ManifestSource[]): Planned[] {
  const known = new Set(written.map(identityOf));
  const system: Planned[] = [];
  const add = (manifest: Manifest, root?: string) => {
    const source = sourceOf(manifest);
    const identity = identityOf(source);
    if (!known.has(identity)) {
      known.add(identity);
      system.push({ source, origin: 'system', root: root ?? identity });
    }
  };
  builtInObjects().forEach(manifest => add(manifest));
  for (const namespace of namespacesOf(written)) {
    const manifest = namespaceManifest(namespace);
    add(manifest);
    const root = identityOf(sourceOf(manifest));
    namespaceContents(namespace).forEach(content => add(content, root));
  }
  return [
    ...system,
    ...written.map(source => ({
      source,
      origin: 'written' as const,
      root: identityOf(source),
    })),
  ];
}

function namespacesOf(written: ManifestSource[]): Set<string> {
  const builtIn = builtInObjects()
    .filter(({ kind }) => kind === 'Namespace')
    .map(({ metadata }) => metadata.name);
  const named = written
    .filter(({ kind }) => kind === 'Namespace')
    .map(({ name }) => name);
  const used = written.flatMap(({ namespace }) => namespace ?? []);
  return new Set([...builtIn, ...named, ...used]);
}

/** Written objects that have a controller already: theirs make no more children. */
function controllersOf(written: readonly ManifestSource[]): Set<string> {
  const owned = ['Pod', 'ReplicaSet', 'Job'];
  const owners = written
    .filter(({ kind }) => owned.includes(kind))
    .flatMap(source =>
      (source.read().metadata.ownerReferences ?? []).map(
        ({ apiVersion, kind, name }) =>
          identityOf({ apiVersion, kind, name, namespace: source.namespace }),
      ),
    );
  return new Set(owners);
}

function liveSources(
  { source, origin, root }: Planned,
  controllers: Set<string>,
  context: LiveContext,
): LiveSource[] {
  const children = controllers.has(root)
    ? []
    : childSources(source, root, context);
  const pods = countPods(children);
  const { apiVersion, kind, namespace, name } = source;
  const self: LiveSource = {
    apiVersion,
    kind,
    namespace,
    name,
    labels:
      kind === 'Namespace'
        ? defaultObject(source.read(), context.minor).metadata.labels ?? {}
        : source.labels,
    root,
    read: () => liveObject(source.read(), pods, origin, context),
  };
  return [self, ...children];
}

function liveObject(
  written: Manifest,
  pods: number,
  origin: Origin,
  context: LiveContext,
): Manifest {
  if (written.kind === 'Pod') {
    return livePod(written, 'running', origin, context);
  }
  const defaulted = completeReport(
    aggregateRules(defaultObject(written, context.minor), context),
    context,
  );
  const status =
    defaulted.status ??
    (isBuiltIn(written) ? workloadStatus(defaulted, pods, context) : undefined);
  const live = status ? { ...defaulted, status } : defaulted;
  return completeMetadata(live, written, origin, context);
}

/** A written object counts before one of its name that a controller would make. */
function dropRepeated(sources: LiveSource[]): LiveSource[] {
  const own = new Set(
    sources.filter(source => isOwnRoot(source)).map(identityOf),
  );
  return sources.filter(
    source => isOwnRoot(source) || !own.has(identityOf(source)),
  );
}

function isOwnRoot(source: LiveSource): boolean {
  return source.root === identityOf(source);
}
