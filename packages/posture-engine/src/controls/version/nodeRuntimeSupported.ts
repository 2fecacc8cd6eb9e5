import { cvesOf, fixedVersionOf } from '../../data/knownCves';
import { Support } from '../../data/supportDates';
import { ControlContext } from '../../model/control';
import { KnownCve } from '../../model/dataTables';
import { Judgement } from '../../model/finding';
import { ObjectSubject } from '../../model/judgedSubject';
import { graverSeverity, milderSeverity, Severity } from '../../model/severity';
import {
  Breach,
  defineNodeControl,
  fail,
  judgedByTable,
  notEvaluated,
  pass,
} from '../../kit';
import { Version } from '../../read/version';
import {
  kubeletVersionOf,
  NODE_INFO_PATH,
  nodeInfoOf,
} from '../../relate/nodeInfo';
import { isNodeOf } from '../../relate/providerOfCluster';
import { runtimeOf } from '../../relate/runtimeOfNode';
import { supportOfRuntime } from '../../relate/supportOfRuntime';

const PATH = `${NODE_INFO_PATH}.containerRuntimeVersion`;
/** The first kubelet without the adapter for Docker Engine. */
const WITHOUT_DOCKERSHIM = 24;

/** A runtime whose version was read. */
interface Runtime {
  readonly name: string;
  readonly version: Version;
  readonly text: string;
}

export const nodeRuntimeSupported = defineNodeControl({
  id: 'node-runtime-supported',
  title: 'The container runtime of the node is supported and patched',
  failureTitle: 'The container runtime of the node is out of date',
  why: 'The runtime is what keeps a container inside its walls; a known hole in it lets any container reach the node.',
  fix: 'Replace the node by one with a newer image, or upgrade the runtime to the latest release of a branch that is supported.',
  severity: 'medium',
  category: 'version',
  scope: 'node',
  frameworks: {
    nsa: ['P6', 'U1'],
    'nist-800-190': ['4.4.1', '4.4.3'],
    'owasp-k8s': ['K07'],
  },
  references: [
    'https://containerd.io/releases/',
    'https://kubernetes.io/docs/setup/production-environment/container-runtimes/',
  ],
  needs: [],
  reads:
    '`status.nodeInfo.containerRuntimeVersion` of the node, the table of support dates and the table of known vulnerabilities. CRI-O is supported as long as the minor of Kubernetes that its number names. Docker below Kubernetes 1.24 runs through dockershim, which is over; from 1.24 on it is cri-dockerd, and the version of Docker Engine is judged.',
  notes:
    "Distributions and managed services mend old branches themselves. Where the version has a builder's mark, or the node is that of a managed service, a finding is one step milder. The version of runc shows on no node: CVE-2024-21626 is told by the release of containerd that brings runc along, one step milder too.",
  examples: {
    pass: [
      `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { containerRuntimeVersion: "containerd://2.3.4" } }`,
    ],
    fail: [
      `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { containerRuntimeVersion: "containerd://1.6.8" } }`,
    ],
    notEvaluated: [
      `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { containerRuntimeVersion: "rkt://1.30.0" } }`,
    ],
  },
  exampleSurroundings: { fromCluster: true, serverVersion: 'v1.36.4' },
  evaluate(judged: ObjectSubject, context: ControlContext): Judgement {
    const { tables, now } = context;
    const info = nodeInfoOf(judged.object);
    const text = info.containerRuntimeVersion;
    const runtime = text ? runtimeOf(text) : undefined;
    if (!text || !runtime?.version)
      return notEvaluated('partial', 'the node reports no runtime version');
    if (runtime.name === 'docker' && hasDockershim(kubeletVersionOf(info)))
      return fail([dockershimPlace(text)]);
    const judgement = judgeRuntime(
      { name: runtime.name, version: runtime.version, text },
      judged,
      context,
    );
    return [tables.supportDates, tables.knownCves].reduce(
      (sofar, table) => judgedByTable(sofar, table, now),
      judgement,
    );
  },
});

function hasDockershim(kubelet: Version | undefined): boolean {
  return kubelet !== undefined && kubelet.numbers[1] < WITHOUT_DOCKERSHIM;
}

function dockershimPlace(actual: string) {
  return {
    path: PATH,
    field: PATH,
    message: 'the kubelet runs Docker through dockershim, which is over',
    actual,
    expected: 'containerd or CRI-O',
  };
}

function judgeRuntime(
  runtime: Runtime,
  { object }: ObjectSubject,
  { tables, now, severity }: ControlContext,
): Judgement {
  const support = supportOfRuntime(runtime, object, tables, now);
  const places = [
    ...endOf(support, severity),
    ...weaknessesOf(runtime, tables.knownCves, severity),
  ];
  if (places.length === 0) return passOf(support, runtime, tables.supportDates);
  const isMended =
    runtime.version.build !== undefined ||
    tables.providers.rows.some(
      provider => provider.managedControlPlane && isNodeOf(provider, object),
    );
  const worst = places.reduce<Severity>(
    (sofar, place) => graverSeverity(sofar, place.severity ?? severity),
    'info',
  );
  return fail(
    places.map(({ severity: _, at, ...place }) => ({
      path: PATH,
      field: `${PATH} ${at}`,
      ...place,
      actual: runtime.text,
    })),
    isMended
      ? {
          severity: milderSeverity(worst),
          note: 'its distributor may have mended it',
        }
      : { severity: worst },
  );
}

function passOf(
  support: Support | undefined,
  { text }: Runtime,
  { asOf }: ControlContext['tables']['supportDates'],
): Judgement {
  if (!support)
    return notEvaluated('staleData', `${text} is not in the table of ${asOf}`);
  return pass(
    support.state === 'supported'
      ? undefined
      : `support of ${support.product.name} ${support.cycle.cycle} ends on ${support.ends}`,
  );
}

function endOf(
  support: Support | undefined,
  severity: Severity,
): readonly Breach[] {
  if (support?.state !== 'ended') return [];
  const line = `${support.product.name} ${support.cycle.cycle}`;
  return [
    {
      at: 'support',
      message: support.ends
        ? `support of ${line} ended on ${support.ends}`
        : `support of ${line} has ended`,
      expected: 'a branch that is supported',
      severity,
    },
  ];
}

function weaknessesOf(
  { name, version }: Runtime,
  table: ControlContext['tables']['knownCves'],
  severity: Severity,
): readonly Breach[] {
  if (name !== 'containerd' && name !== 'cri-o') return [];
  return cvesOf(table, name, version).map(cve => ({
    at: cve.id,
    message: `${cve.id}: ${cve.title}`,
    expected: `${fixedVersionOf(cve, version) ?? 'a later release'} or newer`,
    severity: severityOf(cve, severity),
  }));
}

function severityOf(cve: KnownCve, ofControl: Severity): Severity {
  const own = cve.severity ?? ofControl;
  return cve.possible ? milderSeverity(own) : own;
}
