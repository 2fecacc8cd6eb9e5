import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Control,
  EngineSettings,
  Profile,
  profileWithReports,
} from 'security-posture-engine';
import { ResolveStore } from '../database/ResolveStore';
import { Breathe, createBreather } from '../sweep/createBreather';
import { partsOf } from '../sweep/partsOf';
import { CatalogEntity } from './CatalogEntity';
import { CatalogScope } from './CatalogScope';
import { judgeEntityControls } from './judgeEntityControls';
import { createOwnerIndex } from './OwnerIndex';
import { resolveEntities } from './resolveEntities';
import { ServiceLocator } from './ServiceLocator';

/** What resolving works with. */
export interface ResolveEnvironment {
  readonly store: ResolveStore;
  readonly locator: ServiceLocator;
  readonly controls: readonly Control[];
  /** Version of the library that they make. */
  readonly library: string;
  readonly profile: Profile;
  readonly settings: EngineSettings;
  readonly logger: LoggerService;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** What a catalog lists, whole. */
export interface CatalogListing {
  readonly entities: readonly CatalogEntity[];
  readonly scopes: readonly CatalogScope[];
}

/**
 * Joins catalog entities to stored subjects and writes the differences:
 * a new entity has its posture in minutes, not at the next sweep.
 * Whatever an interrupted resolve or a sweep in between left undone, the next resolve does.
 */
export async function runResolve(
  environment: ResolveEnvironment,
  { entities, scopes }: CatalogListing,
): Promise<void> {
  const { store, locator, logger, clock } = environment;
  const listed = await store.listSweepStates();
  const clusters = listed.map(({ cluster }) => cluster);
  const subjects = await store.listStoredSubjects();
  const uses = new Map(subjects.map(subject => [subject.key, subject.uses]));
  const breathe = createBreather();
  const links = await resolveEntities(
    entities,
    clusters,
    { workloads: subjects, used: await store.listUsedSubjects() },
    locator,
    breathe,
  );
  const now = clock();
  const { keptMissing } = await store.saveLinks(links, now);
  if (keptMissing)
    logger.warn(
      `The catalog lists ${keptMissing} entities less than before, more than a fifth of all: their postures are kept`,
    );
  const saved = await store.saveScopes(scopes, entities);
  if (saved.keptMissing)
    logger.warn(
      `The catalog lists ${saved.keptMissing} groups, systems and domains less than before, more than a fifth of all: they are kept`,
    );
  for (const cluster of clusters)
    await resolveCluster(
      environment,
      cluster,
      key => uses.get(key) ?? [],
      now,
      breathe,
    );
}

/** Judges what has other owners than before, and sums up what each entity has in the cluster. */
async function resolveCluster(
  environment: ResolveEnvironment,
  cluster: string,
  usesOf: (key: string) => readonly string[],
  now: number,
  breathe: Breathe,
): Promise<void> {
  const { store, controls, settings } = environment;
  const owners = createOwnerIndex(await store.listOwners(cluster));
  const judgements = [];
  for (const subject of await store.listMisjudged(cluster, owners)) {
    judgements.push(judgeEntityControls(subject, controls, settings, now));
    await breathe();
  }
  await store.saveEntityFindings(cluster, judgements, now);
  const outcomes = await outcomesIn(store, cluster);
  const reported = new Set(await store.readReportedControls(cluster));
  await store.saveClusterParts(
    cluster,
    await partsOf(
      profileWithReports(environment.profile, controls, reported),
      { owners, outcomesOf: key => outcomes.get(key), usesOf },
      breathe,
    ),
    environment.library,
    now,
  );
}

/** The outcomes of the published subjects of a cluster, by key. */
async function outcomesIn(
  store: ResolveStore,
  cluster: string,
): Promise<ReadonlyMap<string, string>> {
  const outcomes = new Map<string, string>();
  for await (const page of store.listOutcomes(cluster))
    for (const subject of page) outcomes.set(subject.key, subject.outcomes);
  return outcomes;
}
