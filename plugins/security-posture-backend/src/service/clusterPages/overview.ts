import {
  ClusterOverview,
  ClusterView,
  SweepView,
} from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import { ClusterPostureRecord } from '../../database/ClusterDetailsReader';
import { ClusterRecord } from '../../database/records';
import { utcDay } from '../../database/utcDay';
import { DAY_MS } from '../../exemptions/ExemptionSettings';
import { runningVersions } from '../../views/clusterPages/runningVersions';
import { clusterView } from '../../views/clusterView';
import { isoTime } from '../../views/isoTime';
import { RouteContext } from '../RouteContext';
import { accessRisks } from './accessRisks';
import { readAttestations } from './attestable';
import {
  profileOfClusters,
  requireCluster,
  sumCluster,
  supportTerms,
} from './clusterScope';
import { ClusterSubjects, readSubjects } from './clusterSubjects';
import { firstFixes } from './firstFixes';
import { describeNamespaces } from './namespaces';
import { withEpisodes } from './sweeps';

const NAMESPACES_SHOWN = 8;
const RISKS_SHOWN = 20;
const SWEEPS_SHOWN = 5;
const DAYS_BACK = 7;

/** All that the first view of a cluster's page shows. */
export async function readOverview(
  context: RouteContext,
  request: Request,
): Promise<ClusterOverview> {
  const { clusterDetails, visible, clock } = context;
  const { cluster, credentials } = await requireCluster(context, request);
  const { name } = cluster;
  const visibility = await visible.of(credentials);
  const profile = profileOfClusters(context);
  const [subjects, [tallies], access, sweeps] = await Promise.all([
    readSubjects(context, name),
    clusterDetails.listClusterTallies([name], clock()),
    accessRisks(context, name, { limit: RISKS_SHOWN }),
    clusterDetails.listSweeps(name, { limit: SWEEPS_SHOWN }),
  ]);
  const sum = sumCluster(tallies, profile);
  const shown = { offset: 0, limit: NAMESPACES_SHOWN };
  const namespaces = await describeNamespaces(
    context,
    name,
    subjects.namespaces,
    visibility,
    shown,
  );
  const services = await clusterDetails.countServices(name, visibility);
  return {
    ...(await identity(context, cluster, subjects)),
    ...versionsOf(context, subjects),
    services: { total: services, partial: namespaces.partial },
    fixFirst: await firstFixes(context, name, sum, profile),
    access: access.risks,
    namespaces,
    attestations: await readAttestations(context, name, subjects, sum),
    sweeps: (await withEpisodes(context, name, sweeps)).map(withUnreadOnly),
    ...nextSweep(context, cluster),
    others: await otherClusters(context, name),
  };
}

/** The cluster as lists show it, and how its score was a week ago. */
async function identity(
  context: RouteContext,
  cluster: ClusterRecord,
  { own }: ClusterSubjects,
): Promise<Pick<ClusterOverview, 'cluster' | 'weekAgo'>> {
  const { reader, clusterDetails } = context;
  const { name } = cluster;
  const [types, lastSweep, postures] = await Promise.all([
    clusterDetails.countByType(name),
    reader.getLastSweep(name),
    clusterDetails.listClusterPostures(),
  ]);
  const posture = postures.get(name);
  const view: ClusterView = clusterView(cluster, {
    workloads: types.get('workload') ?? 0,
    lastSweep,
    posture,
    shown: own?.facts,
    terms: supportTerms(context),
  });
  return {
    cluster: view.lastSweep
      ? { ...view, lastSweep: withUnreadOnly(view.lastSweep) }
      : view,
    ...(await weekAgo(context, name, posture)),
  };
}

/** A sweep reads a hundred lists; the page says which could not be read. */
function withUnreadOnly<Sweep extends SweepView>(sweep: Sweep): Sweep {
  return { ...sweep, lists: sweep.lists.filter(({ reason }) => reason) };
}

/** Scores of two profiles or libraries are never compared silently. */
async function weekAgo(
  { history, clock }: RouteContext,
  ref: string,
  posture: ClusterPostureRecord | undefined,
): Promise<Pick<ClusterOverview, 'weekAgo'>> {
  const day = utcDay(clock() - DAYS_BACK * DAY_MS);
  const scope = { type: 'cluster', ref, visibility: 'all' } as const;
  const past = await history.readDay(scope, day);
  const isSameMeasure =
    past?.profile === posture?.profile && past?.library === posture?.library;
  return past && isSameMeasure ? { weekAgo: past.effective } : {};
}

function versionsOf(context: RouteContext, { own, nodes }: ClusterSubjects) {
  const terms = supportTerms(context);
  const facts = nodes.map(node => node.facts);
  const outcomes = own?.outcomes ?? [];
  return {
    versions: runningVersions(own?.facts, facts, terms),
    supportAsOf: terms.table.asOf,
    providerControls: outcomes.filter(
      ({ reason }) => reason === 'providerManaged',
    ).length,
    nodes: nodes.length,
  };
}

/** A cluster that admits users only is swept by nobody. */
function nextSweep(
  { nextSweepAfter, clock }: RouteContext,
  { name, state }: ClusterRecord,
): Pick<ClusterOverview, 'nextSweepAt'> {
  return state === 'needsUserCredentials'
    ? {}
    : { nextSweepAt: isoTime(nextSweepAfter(name, clock())) };
}

async function otherClusters(
  { reader }: RouteContext,
  cluster: string,
): Promise<ClusterOverview['others']> {
  const clusters = await reader.listClusters();
  return clusters
    .filter(({ name }) => name !== cluster)
    .map(({ name, title }) => ({ name, ...(title ? { title } : {}) }));
}
