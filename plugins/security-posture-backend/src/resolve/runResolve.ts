import {
  Control,
  EngineSettings,
  LIBRARY_VERSION,
  Profile,
} from 'security-posture-engine';
import { OwnedSubject, ResolveStore } from '../database/ResolveStore';
import { PartChange } from '../database/SweepStore';
import { tallyEntity } from '../sweep/tallyEntities';
import { CatalogEntity } from './CatalogEntity';
import { judgeEntityControls } from './judgeEntityControls';
import { resolveEntities } from './resolveEntities';
import { ServiceLocator } from './ServiceLocator';

/** What resolving works with. */
export interface ResolveEnvironment {
  readonly store: ResolveStore;
  /** Rejects where the catalog does not answer whole. */
  readonly readEntities: () => Promise<readonly CatalogEntity[]>;
  readonly locator: ServiceLocator;
  readonly controls: readonly Control[];
  readonly profile: Profile;
  readonly settings: EngineSettings;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/**
 * Joins catalog entities to stored subjects and writes the differences:
 * a new entity has its posture in minutes, not at the next sweep.
 */
export async function runResolve(
  environment: ResolveEnvironment,
): Promise<void> {
  const { store, locator, controls, settings, clock } = environment;
  const entities = await environment.readEntities();
  const clusters = await store.listClusterNames();
  const links = resolveEntities(
    entities,
    clusters,
    await store.listStoredSubjects(),
    locator,
  );
  const now = clock();
  const changed = await store.saveLinks(links, now);
  if (changed.length) {
    for (const subject of await store.listOwnedSubjects(changed)) {
      await store.saveEntityFindings(
        subject,
        judgeEntityControls(subject, controls, settings, now),
        now,
      );
    }
  }
  const owned = await store.listOwnedSubjects();
  for (const cluster of clusters) {
    await store.saveClusterParts(
      cluster,
      partsOf(cluster, owned, environment.profile),
      LIBRARY_VERSION,
      now,
    );
  }
}

function partsOf(
  cluster: string,
  owned: readonly OwnedSubject[],
  profile: Profile,
): PartChange[] {
  const byEntity = new Map<string, string[]>();
  for (const subject of owned) {
    if (subject.cluster !== cluster) continue;
    for (const { entityRef } of subject.owners) {
      byEntity.set(entityRef, [
        ...(byEntity.get(entityRef) ?? []),
        subject.outcomes,
      ]);
    }
  }
  return [...byEntity].map(([entityRef, outcomes]) =>
    tallyEntity(entityRef, outcomes, profile),
  );
}
