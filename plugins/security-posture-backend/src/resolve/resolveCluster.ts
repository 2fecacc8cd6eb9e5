import { profileWithReports } from 'security-posture-engine';
import { ResolveStore } from '../database/ResolveStore';
import { Breathe } from '../sweep/createBreather';
import { partsOf } from '../sweep/partsOf';
import { joinCluster } from './joinCluster';
import { judgeEntityControls } from './judgeEntityControls';
import { MappedEntity } from './mapEntity';
import { createOwnerIndex } from './OwnerIndex';
import { ResolveEnvironment } from './ResolveEnvironment';

/** When a cluster is resolved, in epoch milliseconds, and how to leave others room meanwhile. */
interface ResolveMoment {
  readonly now: number;
  readonly breathe: Breathe;
}

/** Joins the entities to what is stored of a cluster, judges what has other owners than before, and sums up what each entity has there. */
export async function resolveCluster(
  environment: ResolveEnvironment,
  cluster: string,
  entities: readonly MappedEntity[],
  { now, breathe }: ResolveMoment,
): Promise<void> {
  const { store, controls, settings } = environment;
  const workloads = await store.listStoredSubjects(cluster);
  const used = await store.listUsedSubjects(cluster);
  const stored = { workloads, used };
  const links = await joinCluster(entities, cluster, stored, breathe);
  await store.saveClusterLinks(cluster, links, now);
  const owners = createOwnerIndex(await store.listOwners(cluster));
  const judgements = [];
  for (const subject of await store.listMisjudged(cluster, owners)) {
    judgements.push(judgeEntityControls(subject, controls, settings, now));
    await breathe();
  }
  await store.saveEntityFindings(cluster, judgements, now);
  const uses = new Map(workloads.map(subject => [subject.key, subject.uses]));
  const outcomes = await outcomesIn(store, cluster);
  const reported = new Set(await store.readReportedControls(cluster));
  await store.saveClusterParts(
    cluster,
    await partsOf(
      profileWithReports(environment.profile, controls, reported),
      {
        owners,
        outcomesOf: key => outcomes.get(key),
        usesOf: key => uses.get(key) ?? [],
      },
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
