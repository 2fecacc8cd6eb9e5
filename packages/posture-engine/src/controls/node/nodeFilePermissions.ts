import { NODE_FILE_CHECKS } from '../../data/nodeFiles';
import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { ObjectSubject } from '../../model/judgedSubject';
import {
  defineNodeControl,
  fail,
  notApplicable,
  notEvaluated,
  pass,
} from '../../kit';
import { VIRTUAL_NODE } from '../../kit/kubelet/kubeletExamples';
import { IMPORT_NEEDS } from '../../relate/imports/importedVerdicts';
import { isVirtualNode } from '../../relate/isVirtualNode';
import { nodeInfoOf } from '../../relate/nodeInfo';
import {
  NodeFileEvidence,
  NodeFileNeed,
  nodeFileVerdicts,
} from '../../relate/nodeFileVerdicts';

const NODE = `apiVersion: v1
kind: Node
metadata: { name: worker-1 }`;

const WINDOWS_NODE = `${NODE}
status: { nodeInfo: { operatingSystem: windows } }`;

const kubeBench = (failing?: string, left?: string) => ({
  given: NODE,
  surroundings: {
    fromCluster: true,
    evidence: {
      imports: [
        {
          kind: 'kube-bench' as const,
          receivedAt: Date.UTC(2026, 10, 2),
          node: 'worker-1',
          document: {
            version: 'cis-1.12',
            tests: [
              {
                results: NODE_FILE_CHECKS.filter(({ cis }) => cis !== left).map(
                  ({ cis }) => ({
                    test_number: cis,
                    status: cis === failing ? 'FAIL' : 'PASS',
                  }),
                ),
              },
            ],
          },
        },
      ],
    },
  },
});

export const nodeFilePermissions = defineNodeControl({
  id: 'node-file-permissions',
  title: 'Files of the kubelet and of kube-proxy belong to root alone',
  failureTitle:
    'Files of the kubelet or of kube-proxy are open to others on the node',
  why: 'Whoever reads the credential of a kubelet acts as its node, and whoever writes its configuration opens the node to everybody.',
  fix: 'On the node, with the paths that its distribution uses:\n\n```sh\nchown root:root /etc/kubernetes/kubelet.conf /var/lib/kubelet/config.yaml /etc/kubernetes/pki/ca.crt\nchmod 600 /etc/kubernetes/kubelet.conf /var/lib/kubelet/config.yaml\nchmod 644 /etc/kubernetes/pki/ca.crt\n```\n\nThe service file of the kubelet and a kubeconfig of kube-proxy need `root:root` and `600` as well. Then run the report again.',
  severity: 'medium',
  category: 'node',
  scope: 'node',
  frameworks: {
    nsa: ['N4', 'N5'],
    cis: { '1.12': NODE_FILE_CHECKS.map(({ cis }) => cis) },
    'nist-800-190': ['4.5.5'],
    'owasp-k8s': ['K06'],
  },
  references: [
    'https://kubernetes.io/docs/reference/setup-tools/kubeadm/implementation-details/',
    'https://www.cisecurity.org/benchmark/kubernetes',
  ],
  needs: [...IMPORT_NEEDS, 'kubescapeKubeletInfos'],
  reads:
    'Reports of other tools on the ten checks of section 4.1 of the CIS benchmark, as no API shows files of a node: kube-bench, the operator of Trivy, and the KubeletInfo of Kubescape. It passes only where each check has evidence from this node. Nodes of managed clusters are judged too: their files are on machines of the adopter.',
  notes:
    'Kubescape alone never answers the whole, as it does not look at the kubeconfig of kube-proxy; nor does kube-bench where kube-proxy runs in a pod, as it leaves open what has no file. Windows has no such modes.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [kubeBench()],
    fail: [kubeBench('4.1.5')],
    notApplicable: [VIRTUAL_NODE, WINDOWS_NODE],
    notEvaluated: [NODE, kubeBench(undefined, '4.1.3')],
  },
  evaluate({ object }: ObjectSubject, context: ControlContext<NodeFileNeed>) {
    if (isVirtualNode(object)) return notApplicable('providerManaged');
    return nodeInfoOf(object).isWindows
      ? notApplicable('windows')
      : judge(nodeFileVerdicts(object.metadata.name, context));
  },
});

function judge(evidence: NodeFileEvidence): Judgement {
  const { failing, missing, sources, reason } = evidence;
  const note = `from ${sources.join(' and ')}`;
  if (failing.length > 0)
    return fail(
      failing.map(({ check: { cis, what }, source }) => ({
        path: '',
        field: `file ${cis}`,
        message: `${what}: not as CIS ${cis} asks, by ${source}`,
      })),
      { note },
    );
  if (missing.length === 0) return pass(note);
  return missing.length === NODE_FILE_CHECKS.length
    ? notEvaluated(reason)
    : notEvaluated('partial', `${note}; no evidence for ${missing.join(', ')}`);
}
