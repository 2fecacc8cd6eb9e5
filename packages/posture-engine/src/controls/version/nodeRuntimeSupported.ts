import { cvesOf, fixedVersionOf } from '../../data/knownCves';
import { Support } from '../../data/supportDates';
import { endedMessage, endingNote } from '../../data/supportWords';
import { ControlContext } from '../../model/control';
import { KnownCve } from '../../model/dataTables';
import { Judgement, Violation } from '../../model/finding';
import { ObjectSubject } from '../../model/judgedSubject';
import { KubernetesObject } from '../../model/kubernetesObject';
import { milderSeverity, Severity } from '../../model/severity';
import {
  defineNodeControl,
  fail,
  judgedByTable,
  notEvaluated,
  pass,
} from '../../kit';
import { gravestSeverity } from '../../kit/gravestSeverity';
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

/** Where the place is the end of support, rather than a vulnerability. */
const SUPPORT = 'support';

/** One thing that is wrong with a runtime. */
interface Place {
  readonly at: string;
  readonly message: string;
  readonly expected: string;
  readonly severity: Severity;
}

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
    'Distributions and managed services mend old branches themselves. Where the version has the mark of a builder, or the node is that of a managed service, the end of a branch is a finding of severity info, and a vulnerability one step milder. The version of runc shows on no node: CVE-2024-21626 is told by the release of containerd that brings runc along, one step milder too.',
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
    const info = nodeInfoOf(judged.object);
    const text = info.containerRuntimeVersion ?? '';
    const { name, version } = runtimeOf(text) ?? {};
    if (!name || !version)
      return notEvaluated('partial', 'the node reports no runtime version');
    if (name === 'docker' && hasDockershim(kubeletVersionOf(info)))
      return fail([dockershimPlace(text)]);
    return byBothTables(
      judgeRuntime({ name, version, text }, judged, context),
      context,
    );
  },
});

function byBothTables(
  judgement: Judgement,
  { tables, now }: ControlContext,
): Judgement {
  return judgedByTable(
    judgedByTable(judgement, tables.supportDates, now),
    tables.knownCves,
    now,
  );
}

function hasDockershim(kubelet: Version | undefined): boolean {
  return kubelet !== undefined && kubelet.numbers[1] < WITHOUT_DOCKERSHIM;
}

function dockershimPlace(actual: string): Violation {
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
  context: ControlContext,
): Judgement {
  const { tables, now, severity } = context;
  const support = supportOfRuntime(runtime, object, tables, now);
  const places = [
    ...(support?.state === 'ended' ? [endOf(support, severity)] : []),
    ...weaknessesOf(runtime, tables.knownCves, severity),
  ];
  if (places.length === 0) return passOf(support, runtime);
  const mended = isMended(runtime, object, context);
  const judged = mended ? places.map(asMended) : places;
  return fail(
    judged.map(place => toPlace(place, runtime)),
    {
      severity: gravestSeverity(judged, severity),
      ...(mended ? { note: 'its distributor may have mended it' } : {}),
    },
  );
}

/** Distributions and managed services mend old versions without a new number. */
function isMended(
  { version }: Runtime,
  node: KubernetesObject,
  { tables: { providers } }: ControlContext,
): boolean {
  return (
    version.build !== undefined ||
    providers.rows.some(
      provider => provider.managedControlPlane && isNodeOf(provider, node),
    )
  );
}

function toPlace({ at, message, expected }: Place, { text }: Runtime) {
  return {
    path: PATH,
    field: `${PATH} ${at}`,
    message,
    actual: text,
    expected,
  };
}

function passOf(support: Support | undefined, { text }: Runtime): Judgement {
  if (!support)
    return notEvaluated(
      'staleData',
      `${text} is not in the table of support dates`,
    );
  return pass(support.state === 'supported' ? undefined : endingNote(support));
}

function endOf(support: Support, severity: Severity): Place {
  return {
    at: SUPPORT,
    message: endedMessage(support),
    expected: 'a branch that is supported',
    severity,
  };
}

/** Who keeps a branch alive says nothing wrong with its number; a hole in it may or may not be open. */
function asMended(place: Place): Place {
  return {
    ...place,
    severity: place.at === SUPPORT ? 'info' : milderSeverity(place.severity),
  };
}

function weaknessesOf(
  { name, version }: Runtime,
  table: ControlContext['tables']['knownCves'],
  severity: Severity,
): readonly Place[] {
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
