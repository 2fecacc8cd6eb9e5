import { cvesOf, fixedVersionOf } from '../../data/knownCves';
import { ControlContext } from '../../model/control';
import { KnownCve, VulnerableComponent } from '../../model/dataTables';
import { Judgement, Violation } from '../../model/finding';
import { graverSeverity, milderSeverity, Severity } from '../../model/severity';
import {
  byServerVersion,
  defineClusterControl,
  fail,
  judgedByTable,
  notEvaluated,
  pass,
  unlessMissing,
} from '../../kit';
import { Version } from '../../read/version';
import { conditionHolds } from '../../relate/cveCondition';
import {
  kubeletsOf,
  kubeProxiesOf,
  RunningVersion,
} from '../../relate/kubernetesComponents';

type Context = ControlContext<
  'nodes' | 'workloads' | 'storageClasses' | 'servedResources'
>;

/** Their versions are the API server's, as far as a cluster shows. */
const CONTROL_PLANE = [
  'kube-apiserver',
  'kube-controller-manager',
  'kubernetes',
] as const;

const ANY_NAMESPACE =
  'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }';

export const clusterKnownCves = defineClusterControl({
  id: 'cluster-known-cves',
  title: 'No component of Kubernetes has a known vulnerability',
  failureTitle: 'A component of Kubernetes has a known vulnerability',
  why: 'How to use a published vulnerability is public, and one of the control plane or the kubelet opens every service of the cluster at once.',
  fix: 'Upgrade the component to the version that the finding names, or to a later patch of the same minor: control plane first, then kube-proxy and the kubelets.',
  severity: 'high',
  category: 'version',
  scope: 'cluster',
  frameworks: {
    nsa: ['U1'],
    'nist-800-190': ['4.4.1', '4.5.3'],
    'owasp-k8s': ['K07'],
  },
  references: [
    'https://kubernetes.io/docs/reference/issues-security/official-cve-feed/',
  ],
  needs: ['nodes', 'workloads', 'storageClasses', 'servedResources'],
  reads:
    'The version of the API server (it stands for the controller manager), the kubelet versions of the nodes, and the image tag of kube-proxy, against the ranges of the table of known vulnerabilities. One that matters on Windows counts for Windows nodes alone; one of the in-tree Portworx plugin only with a StorageClass of it; one of dynamic resource allocation only where its API is served. Each finding has the severity of the vulnerability.',
  notes:
    'A version with the mark of a provider or distribution (`-eks-…`, `-gke…`, `+k3s1`) may have fixes that its number does not show: such a finding is one step milder and says so. CVE-2024-7598 and CVE-2025-1767 have no fix before Kubernetes 1.33: they never fail the control, what helps against them is in the note. CVE-2020-8562 is left out: its entry was withdrawn, since it matches every version. What nobody has rated yet has the severity of the control.',
  examples: {
    pass: [
      {
        given: ANY_NAMESPACE,
        surroundings: { fromCluster: true, serverVersion: 'v1.36.4' },
      },
    ],
    fail: [
      {
        given: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { kubeletVersion: v1.32.1, operatingSystem: linux } }`,
        surroundings: { fromCluster: true, serverVersion: 'v1.33.13' },
      },
    ],
    notEvaluated: [
      {
        given: ANY_NAMESPACE,
        surroundings: {
          fromCluster: true,
          serverVersion: 'v1.36.4',
          unread: { nodes: 'forbidden' },
        },
      },
    ],
  },
  evaluate(_, context: Context): Judgement {
    return byServerVersion(context.serverVersion, version =>
      judgedByTable(
        judgeComponents(version, context),
        context.tables.knownCves,
        context.now,
      ),
    );
  },
});

/** A component at the versions that run. */
interface Component {
  readonly component: VulnerableComponent;
  readonly name: string;
  readonly running: readonly RunningVersion[];
}

/** One vulnerability of a component that runs. */
interface Weakness extends Component {
  readonly cve: KnownCve;
}

/** Reads a list, or lets be what was not read. */
type Read = <T>(list: () => T) => T | undefined;

/** Throws MissingInput where the list was not read. */
const strictly: Read = list => list();

function judgeComponents(version: Version, context: Context): Judgement {
  const seen = allWeaknesses(version, context, unlessMissing);
  const found = seen.filter(({ cve }) => !cve.mitigation);
  if (found.length) {
    const note = mitigations(seen);
    return fail(found.map(violationOf), {
      severity: gravest(found, context.severity),
      ...(note ? { note } : {}),
    });
  }
  // What was not read may hide one: nothing passes then.
  const all = allWeaknesses(version, context, strictly);
  const { unreadable } = kubeletsOf(context.inventory.nodes);
  return unreadable
    ? notEvaluated(
        'partial',
        `${counted(unreadable)} without a kubelet version`,
      )
    : pass(mitigations(all));
}

function allWeaknesses(
  version: Version,
  context: Context,
  read: Read,
): readonly Weakness[] {
  return componentsOf(version, context, read)
    .flatMap(component => weaknessesOf(component, context, read))
    .sort(byCve);
}

function componentsOf(
  version: Version,
  { serverVersion = '', inventory }: Context,
  read: Read,
): readonly Component[] {
  const server = [{ version, text: serverVersion, nodes: 0 }];
  return [
    ...CONTROL_PLANE.map(component => ({
      component,
      name: 'the control plane',
      running: server,
    })),
    {
      component: 'kubelet',
      name: 'kubelets',
      running: kubeletsOf(read(() => inventory.nodes) ?? []).all,
    },
    {
      component: 'kube-proxy',
      name: 'kube-proxy',
      running: kubeProxiesOf(read(() => inventory.workloads) ?? []),
    },
  ];
}

function weaknessesOf(
  component: Component,
  context: Context,
  read: Read,
): readonly Weakness[] {
  const { knownCves } = context.tables;
  const runningByCve = new Map<KnownCve, RunningVersion[]>();
  for (const running of component.running)
    for (const cve of cvesOf(knownCves, component.component, running.version))
      runningByCve.set(cve, [...(runningByCve.get(cve) ?? []), running]);
  return [...runningByCve].flatMap(([cve, versions]) => {
    const running = matteringVersions(cve, versions, context, read);
    return running.length ? [{ ...component, cve, running }] : [];
  });
}

/** The versions at which a vulnerability matters here: those on Windows nodes, where it is one of Windows. */
function matteringVersions(
  { condition, component }: KnownCve,
  running: readonly RunningVersion[],
  { inventory }: Context,
  read: Read,
): readonly RunningVersion[] {
  if (condition && !read(() => conditionHolds(condition, inventory))) return [];
  if (condition !== 'windowsNode' || component !== 'kubelet') return running;
  return kubeletsOf(inventory.nodes).onWindows.filter(({ text }) =>
    running.some(one => one.text === text),
  );
}

function violationOf({ cve, component, name, running }: Weakness): Violation {
  const fixed = fixedVersionOf(cve, running[0].version);
  const nodes = running.reduce((sum, one) => sum + one.nodes, 0);
  const where = nodes ? `${name} of ${counted(nodes)}` : name;
  const doubt = isDoubtful(running)
    ? ', unless its distributor has mended it'
    : '';
  return {
    path:
      component === 'kubelet'
        ? 'Node status.nodeInfo.kubeletVersion'
        : 'version',
    field: `${component} ${cve.id}`,
    message: `${cve.id} in ${where}: ${cve.title}${doubt}`,
    actual: running.map(({ text }) => text),
    ...(fixed ? { expected: `${fixed} or newer` } : {}),
  };
}

function counted(nodes: number): string {
  return nodes === 1 ? '1 node' : `${nodes} nodes`;
}

/** A distributor's mark means that fixes may be in that the number does not show. */
function isDoubtful(running: readonly RunningVersion[]): boolean {
  return running.every(({ version }) => version.build !== undefined);
}

function gravest(
  weaknesses: readonly Weakness[],
  ofControl: Severity,
): Severity {
  return weaknesses.reduce<Severity>((worst, { cve, running }) => {
    const own = cve.severity ?? ofControl;
    return graverSeverity(
      worst,
      isDoubtful(running) || cve.possible ? milderSeverity(own) : own,
    );
  }, 'info');
}

function mitigations(weaknesses: readonly Weakness[]): string | undefined {
  const texts = weaknesses.flatMap(({ cve }) =>
    cve.mitigation ? [`${cve.id} has no fix: ${cve.mitigation}`] : [],
  );
  return texts.length ? texts.join(' ') : undefined;
}

function byCve({ cve: one }: Weakness, { cve: other }: Weakness): number {
  return one.id < other.id ? -1 : Number(one.id > other.id);
}
