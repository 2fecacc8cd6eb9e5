import { Support } from '../../data/supportDates';
import { endedMessage, endingNote } from '../../data/supportWords';
import { ControlContext } from '../../model/control';
import { ObjectSubject } from '../../model/judgedSubject';
import { Judgement, Violation } from '../../model/finding';
import {
  defineNodeControl,
  fail,
  judgedByTable,
  notEvaluated,
  pass,
} from '../../kit';
import {
  kubeletVersionOf,
  NODE_INFO_PATH,
  nodeInfoOf,
} from '../../relate/nodeInfo';
import { supportOfMinor } from '../../relate/supportOfMinor';

const PATH = `${NODE_INFO_PATH}.kubeletVersion`;
/** The first kubelet that may be three minors older than its API server (Kubernetes version skew policy). */
const THREE_OLDER_SINCE = 25;

export const nodeVersionSkew = defineNodeControl({
  id: 'node-version-skew',
  title: 'The kubelet is supported, and not too far from the control plane',
  failureTitle: 'The kubelet of the node is too old, or too new',
  why: 'A kubelet that nobody mends any more, or that its control plane does not support, leaves holes open on the machine that runs the pods.',
  fix: 'Drain the node (`kubectl drain NODE --ignore-daemonsets`), upgrade its kubelet or replace it by a node with a newer image, and admit pods again (`kubectl uncordon NODE`). Where the kubelet is ahead of the control plane, upgrade the control plane first.',
  severity: 'high',
  category: 'version',
  scope: 'node',
  frameworks: {
    nsa: ['U1'],
    'nist-800-190': ['4.5.3'],
    'owasp-k8s': ['K07'],
  },
  references: ['https://kubernetes.io/releases/version-skew-policy/'],
  needs: [],
  reads:
    "`status.nodeInfo.kubeletVersion` of the node, the version of the API server, and the table of support dates: the provider's dates where the version or the labels of the node show one. A kubelet may be three minors older than the API server, before 1.25 two, and never newer.",
  notes:
    'A kubelet whose minor is newer than the table is not evaluated, unless it is too far from the API server. Extended support passes with a note.',
  examples: {
    pass: [
      `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { kubeletVersion: v1.35.4 } }`,
    ],
    fail: [
      `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { kubeletVersion: v1.31.4 } }`,
      {
        given: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { kubeletVersion: v1.36.1 } }`,
        surroundings: { fromCluster: true, serverVersion: 'v1.35.8' },
      },
    ],
    notEvaluated: [
      {
        given: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { kubeletVersion: v1.37.0 } }`,
        surroundings: { fromCluster: true, serverVersion: 'v1.37.0' },
      },
    ],
  },
  exampleSurroundings: { fromCluster: true, serverVersion: 'v1.36.4' },
  evaluate({ object }: ObjectSubject, context: ControlContext): Judgement {
    const info = nodeInfoOf(object);
    const version = kubeletVersionOf(info);
    if (!version)
      return notEvaluated('partial', 'the node reports no kubelet version');
    const [, minor] = version.numbers;
    const { kubernetesVersion, tables, now } = context;
    const marks = { serverVersion: info.kubeletVersion, nodes: [object] };
    const { support } = supportOfMinor(minor, marks, tables, now);
    return judgedByTable(
      judgeKubelet(minor, kubernetesVersion.minor, support),
      tables.supportDates,
      now,
    );
  },
});

function judgeKubelet(
  minor: number,
  server: number,
  support: Support | undefined,
): Judgement {
  const messages = [
    skewOf(minor, server),
    support?.state === 'ended' ? endedMessage(support) : undefined,
  ].filter(message => message !== undefined);
  if (messages.length)
    return fail(messages.map(message => violationOf(message, minor)));
  return support
    ? pass(noteOf(support))
    : notEvaluated(
        'staleData',
        `Kubernetes 1.${minor} is not in the table of support dates`,
      );
}

function skewOf(kubelet: number, server: number): string | undefined {
  if (kubelet > server)
    return `kubelet 1.${kubelet} is newer than the API server (1.${server})`;
  const allowed = kubelet >= THREE_OLDER_SINCE ? 3 : 2;
  return server - kubelet > allowed
    ? `kubelet 1.${kubelet} is more than ${allowed} minors older than the API server (1.${server})`
    : undefined;
}

function noteOf(support: Support): string | undefined {
  if (support.state === 'ending') return endingNote(support);
  return support.state === 'extended'
    ? `extended ${endingNote(support)}`
    : undefined;
}

function violationOf(message: string, minor: number): Violation {
  return {
    path: PATH,
    field: PATH,
    message,
    actual: `1.${minor}`,
    expected: 'a supported minor, at most three behind the API server',
  };
}
