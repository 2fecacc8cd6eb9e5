import { productOf } from '../../data/supportDates';
import { ControlContext } from '../../model/control';
import { DataTables, Provider, SupportCycle } from '../../model/dataTables';
import { Judgement } from '../../model/finding';
import {
  byServerVersion,
  defineClusterControl,
  fail,
  judgedByTable,
  notEvaluated,
  pass,
  unlessMissing,
} from '../../kit';
import { parseVersion, Version } from '../../read/version';
import { providerOfCluster } from '../../relate/providerOfCluster';
import { lineOf } from '../../relate/supportOfMinor';
import { DAY } from '../../read/dates';

/** Days that a patch release may be out before a cluster has to have it. */
const DAYS_TO_PATCH = 30;

/** EKS counts its own platform versions, without a patch: `1.35-eks-17`. */
const WITH_PATCH = /^\d+\.\d+\.\d+/;

const ANY_NAMESPACE =
  'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }';

export const clusterVersionPatch = defineClusterControl({
  id: 'cluster-version-patch',
  title: 'The control plane has the latest patch of its minor',
  failureTitle: 'A newer patch of Kubernetes has been out for over 30 days',
  why: 'Patch releases mend security holes whose descriptions are public from that day on.',
  fix: 'Upgrade to the latest patch release of the same minor, the control plane first and the nodes after it: `kubeadm upgrade apply VERSION` on a cluster of your own. No API changes between patches.',
  severity: 'medium',
  category: 'version',
  scope: 'cluster',
  frameworks: {
    nsa: ['U1'],
    'nist-800-190': ['4.5.3'],
    'owasp-k8s': ['K07'],
  },
  references: [
    'https://kubernetes.io/releases/patch-releases/',
    'https://kubernetes.io/docs/tasks/administer-cluster/cluster-upgrade/',
  ],
  needs: ['nodes'],
  reads:
    "The version that the API server reports, and the day of every patch release of its minor. The control fails where any newer patch has been out for over 30 days; the latest alone would make a cluster that is two patches behind look fresh. Where the cluster shows a managed service or OpenShift, only that provider's own releases count.",
  notes:
    'Of Amazon EKS, AKS, OpenShift and other managed services no list of patch releases is at hand: not evaluated, for the lines of a provider lag behind those of the project. A patch that is newer than the table is not evaluated either.',
  examples: {
    pass: [
      {
        given: ANY_NAMESPACE,
        surroundings: { fromCluster: true, serverVersion: 'v1.36.4' },
      },
    ],
    fail: [
      {
        given: ANY_NAMESPACE,
        surroundings: { fromCluster: true, serverVersion: 'v1.36.1+k3s1' },
      },
    ],
    notEvaluated: [
      {
        given: ANY_NAMESPACE,
        surroundings: {
          fromCluster: true,
          serverVersion: 'v1.35.2-eks-a1b2c3',
        },
      },
    ],
  },
  evaluate(_, context: ControlContext<'nodes'>): Judgement {
    const { serverVersion, inventory, tables, now } = context;
    return byServerVersion(serverVersion, version => {
      const provider = providerOfCluster(tables.providers, {
        serverVersion,
        nodes: unlessMissing(() => inventory.nodes),
      });
      const releases = releasesFor(provider, version, tables);
      return typeof releases === 'string'
        ? notEvaluated('staleData', releases)
        : judgedByTable(
            judgePatch(version, releases, now),
            tables.supportDates,
            now,
          );
    });
  },
});

/** A patch release and its day. */
interface PatchRelease {
  readonly version: string;
  readonly patch: number;
  readonly released: string;
}

/** What is known of the patch releases of a line. */
interface KnownReleases {
  readonly releases: readonly PatchRelease[];
  /** False where only the latest one is known. */
  readonly isComplete: boolean;
}

/** The patch releases to compare with, or why there are none. */
function releasesFor(
  provider: Provider | undefined,
  { numbers: [, minor] }: Version,
  { supportDates }: DataTables,
): KnownReleases | string {
  const isOwnLine =
    !provider || !(provider.managedControlPlane || provider.supportProduct);
  const product = isOwnLine ? 'kubernetes' : provider.supportProduct;
  const line = provider && !isOwnLine ? lineOf(provider, minor) : `1.${minor}`;
  const cycle =
    product &&
    productOf(supportDates, product)?.cycles.find(one => one.cycle === line);
  const releases = cycle ? releasesOf(cycle, minor) : [];
  if (releases.length === 0)
    return `the table of ${supportDates.asOf} has no patch releases of ${
      isOwnLine ? 'Kubernetes' : provider.name
    } ${line}`;
  return { releases, isComplete: isOwnLine };
}

function releasesOf(
  { patches, latest, latestReleased }: SupportCycle,
  minor: number,
): readonly PatchRelease[] {
  const known =
    patches ?? (latest && latestReleased ? { [latest]: latestReleased } : {});
  return Object.entries(known).flatMap(([name, released]) => {
    const version = WITH_PATCH.test(name) ? parseVersion(name) : undefined;
    return version && version.numbers[0] === 1 && version.numbers[1] === minor
      ? [{ version: name, patch: version.numbers[2], released }]
      : [];
  });
}

function judgePatch(
  { numbers: [, minor, patch] }: Version,
  { releases, isComplete }: KnownReleases,
  now: number,
): Judgement {
  const newest = Math.max(...releases.map(release => release.patch));
  if (patch > newest)
    return notEvaluated('staleData', `1.${minor}.${patch} is not in the table`);
  const newer = releases.filter(release => release.patch > patch);
  if (newer.length === 0) return pass();
  const first = newer.reduce((one, other) =>
    one.released <= other.released ? one : other,
  );
  if (now - Date.parse(first.released) > DAYS_TO_PATCH * DAY)
    return fail([patchViolation(`1.${minor}.${patch}`, first, newer)]);
  return isComplete
    ? pass(`${first.version} came out on ${first.released}`)
    : notEvaluated(
        'staleData',
        `the table does not say what came out before ${first.version}`,
      );
}

function patchViolation(
  actual: string,
  first: PatchRelease,
  newer: readonly PatchRelease[],
) {
  const latest = newer.reduce((one, other) =>
    one.patch >= other.patch ? one : other,
  );
  return {
    path: 'version',
    field: 'version',
    message: `${first.version} has been out since ${first.released}`,
    actual,
    expected: latest.version,
  };
}
