import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import {
  defineNodeControl,
  notApplicable,
  notEvaluated,
  pass,
  unlessMalformed,
  unlessMissing,
} from '../../kit';
import { VIRTUAL_NODE } from '../../kit/kubelet/kubeletExamples';
import { OpenPortsReport, openPortsReport } from '../../read/openPorts';
import { isVirtualNode } from '../../relate/isVirtualNode';
import { isFreshReport } from '../../relate/kubelet/sensedKubelet';
import { memoByList } from '../../relate/memo';
import { nodeInfoOf } from '../../relate/nodeInfo';

const SSH = 22;

/** Systems that are images which nobody changes on the node, by the beginning of their name. */
const IMMUTABLE: readonly (readonly [name: string, note: string])[] = [
  ['Talos', 'Talos has neither a shell nor SSH'],
  [
    'Bottlerocket',
    'Bottlerocket has no shell, and runs no SSH server by itself',
  ],
  [
    'Container-Optimized OS',
    'Container-Optimized OS cannot be changed on the node; who may use SSH is up to the provider',
  ],
];

const node = (osImage: string) => `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { osImage: ${osImage} } }`;

export const nodeAccess = defineNodeControl({
  id: 'node-access',
  title: 'Only few people reach the node by SSH, and firewalls bound the rest',
  failureTitle: 'The node can be reached by those who should not',
  why: 'Whoever logs in to a node stands beside every container on it, past all rules of Kubernetes.',
  fix: 'Use a system without SSH (Talos, Bottlerocket), or close port 22 to all but a bastion host, and let a firewall on the network of the nodes admit what the cluster needs only. Then attest it.',
  severity: 'medium',
  category: 'node',
  scope: 'node',
  frameworks: { nsa: ['N5'], 'nist-800-190': ['4.5.4'] },
  references: [
    'https://kubernetes.io/docs/reference/networking/ports-and-protocols/',
    'https://kubernetes.io/docs/concepts/security/security-checklist/',
  ],
  needs: ['kubescapeOpenPorts'],
  reads:
    "`status.nodeInfo.osImage` of the node: Talos, Bottlerocket and Container-Optimized OS pass, unless Kubescape's OpenPorts of the last 7 days shows that something listens on port 22. Of all other nodes only a person can answer.",
  notes: 'No API shows who may log in to a node, nor the firewalls around it.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [
      node('Talos (v1.11.2)'),
      {
        given: node('Ubuntu 24.04.3 LTS'),
        surroundings: {
          fromCluster: true,
          attestations: [
            {
              control: 'node-access',
              outcome: 'pass',
              author: 'user:default/vera',
              expiresAt: Date.UTC(2027, 0, 1),
            },
          ],
        },
      },
    ],
    fail: [
      {
        given: node('Ubuntu 24.04.3 LTS'),
        surroundings: {
          fromCluster: true,
          attestations: [
            {
              control: 'node-access',
              outcome: 'fail',
              author: 'user:default/vera',
              expiresAt: Date.UTC(2027, 0, 1),
            },
          ],
        },
      },
    ],
    notApplicable: [VIRTUAL_NODE],
    notEvaluated: [node('Ubuntu 24.04.3 LTS')],
  },
  evaluate({ object }, context): Judgement {
    if (isVirtualNode(object)) return notApplicable('providerManaged');
    const { osImage = '' } = nodeInfoOf(object);
    const [, note] = IMMUTABLE.find(([name]) => osImage.startsWith(name)) ?? [];
    const hasSsh = listensOnSsh(object.metadata.name, context);
    if (note && !hasSsh) return pass(note);
    return notEvaluated('manual', hasSsh ? `port ${SSH} is open` : undefined);
  },
});

const reportsByNode = memoByList(
  (
    objects: readonly KubernetesObject[],
  ): ReadonlyMap<string, OpenPortsReport> =>
    new Map(
      objects
        .flatMap(object => unlessMalformed(() => openPortsReport(object)) ?? [])
        .map(report => [report.node, report]),
    ),
);

/** Undefined where no report tells. */
function listensOnSsh(
  name: string,
  { inventory, now }: ControlContext<'kubescapeOpenPorts'>,
): boolean | undefined {
  const reports = unlessMissing(() => inventory.kubescapeOpenPorts) ?? [];
  const report = reportsByNode(reports).get(name);
  return report && isFreshReport(report, now)
    ? report.listening.has(SSH)
    : undefined;
}
