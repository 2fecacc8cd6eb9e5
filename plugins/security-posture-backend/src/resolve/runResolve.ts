import { ClusterSweepState, ResolveStore } from '../database/ResolveStore';
import { createBreather } from '../sweep/createBreather';
import { profileKey } from '../sweep/tallyEntities';
import { CatalogListing } from './CatalogListing';
import { digestOf } from './digestOf';
import { MappedEntity, mapEntity } from './mapEntity';
import { resolveCluster } from './resolveCluster';
import { ResolveEnvironment } from './ResolveEnvironment';
import { ResolveNotes, ResolvePart } from './ResolveNotes';

/**
 * Saves what the catalog lists and joins it to the stored subjects, cluster by cluster, and writes the differences:
 * a new entity has its posture in minutes, not at the next sweep. What rests by the notes is left out.
 * Whatever an interrupted resolve or a sweep in between left undone, the next resolve does.
 */
export async function runResolve(
  environment: ResolveEnvironment,
  listing: CatalogListing,
  notes: ResolveNotes,
): Promise<void> {
  const { store, locator, library, profile, clock } = environment;
  const sweeps = await store.listSweepStates();
  const clusters = sweeps.map(({ cluster }) => cluster);
  const terms = [library, profileKey(profile), clusters];
  let mapped: readonly MappedEntity[] | undefined;
  const entities = () =>
    (mapped ??= listing.entities.map(entity =>
      mapEntity(entity, clusters, locator),
    ));
  const now = clock();
  const catalog = {
    digest: digestOf([listing.digest, ...terms]),
    mayWriteAll: async () => true,
  };
  await notes.unlessUnchanged(catalog, () =>
    saveCatalog(environment, listing, entities(), now),
  );
  const joins = digestOf([listing.joins, ...terms]);
  const breathe = createBreather();
  for (const sweep of sweeps)
    await notes.unlessUnchanged(partOf(store, sweep, joins), () =>
      resolveCluster(environment, sweep.cluster, entities(), { now, breathe }),
    );
}

/** A sweep may have written already what a resolve would write: it is left to it, and done after it should the sweep fail. */
function partOf(
  store: ResolveStore,
  { cluster, changed, reported }: ClusterSweepState,
  joins: string,
): ResolvePart {
  return {
    cluster,
    digest: digestOf([joins, changed, reported]),
    mayWriteAll: async () => {
      const states = await store.listSweepStates();
      const state = states.find(each => each.cluster === cluster);
      return state?.isRunning === false;
    },
  };
}

async function saveCatalog(
  { store, logger }: ResolveEnvironment,
  { entities, scopes }: CatalogListing,
  mapped: readonly MappedEntity[],
  now: number,
): Promise<void> {
  const { keptMissing } = await store.saveEntities(mapped, now);
  if (keptMissing)
    logger.warn(
      `The catalog lists ${keptMissing} entities less than before, more than a fifth of all: their postures are kept`,
    );
  const saved = await store.saveScopes(scopes, entities);
  if (saved.keptMissing)
    logger.warn(
      `The catalog lists ${saved.keptMissing} groups, systems and domains less than before, more than a fifth of all: they are kept`,
    );
  await store.endLinksOfGoneClusters(now);
}
