import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { defineKubeletControl } from '../../kit/kubelet/defineKubeletControl';
import {
  kubeadmNode,
  UNKNOWN_KUBELET,
  VIRTUAL_NODE,
} from '../../kit/kubelet/kubeletExamples';
import { KUBELET_READS } from '../../kit/kubelet/kubeletReads';
import {
  importedVerdictsOfNode,
  ImportNeed,
} from '../../relate/imports/importedVerdicts';

/** Trivy's check on `protectKernelDefaults`, which the benchmark asks for no more. */
const PROTECT_KERNEL_DEFAULTS = { kcv: 83 };

export const kubeletMisc = defineKubeletControl({
  id: 'kubelet-misc',
  title:
    'The kubelet bounds processes and idle connections, and confines containers by default',
  failureTitle: 'Settings of the kubelet leave the node open to needless risk',
  why: 'One container without a limit on processes can bring down the whole node, and containers without a seccomp profile may make any system call.',
  fix: 'Set in the configuration file of the kubelet what the finding names, and restart it: `podPidsLimit: 4096` (or what your largest pod needs), `seccompDefault: true`, `streamingConnectionIdleTimeout: 4h`, `makeIPTablesUtilChains: true`. Remove a negative `eventRecordQPS`, and the flag `--hostname-override` where no cloud provider needs it.',
  severity: 'low',
  frameworks: {
    nsa: ['N5'],
    cis: {
      '1.12': ['4.2.5', '4.2.6', '4.2.7', '4.2.8', '4.2.13', '4.2.14'],
    },
  },
  references: [
    'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/',
    'https://kubernetes.io/docs/concepts/policy/pid-limiting/',
    'https://kubernetes.io/docs/tutorials/security/seccomp/',
  ],
  reads: `Of the kubelet of each node: \`streamingConnectionIdleTimeout\` (4 hours where it is not set; 0 in the file means the same, 0 as a flag means for ever), \`makeIPTablesUtilChains\` (true), \`eventRecordQPS\` (50), \`podPidsLimit\` (no limit), \`seccompDefault\` (false), and the flag \`--hostname-override\` (info; not asked where the node has a provider's id). On Windows chains, process limits and seccomp are not asked for. ${KUBELET_READS}`,
  notes:
    'Nothing but `podPidsLimit` and `seccompDefault` is wrong in a kubelet that keeps its defaults. The ConfigMap of kubeadm does not show flags: the control then passes without knowing `--hostname-override`. `protectKernelDefaults`, which CIS 1.12 asks for no more, is mentioned where Trivy reports it.',
  examples: {
    pass: [kubeadmNode('podPidsLimit: 4096', 'seccompDefault: true')],
    fail: [kubeadmNode('podPidsLimit: -1', 'seccompDefault: false')],
    notApplicable: [VIRTUAL_NODE],
    notEvaluated: [UNKNOWN_KUBELET],
  },
  judge: withKernelDefaults,
});

function withKernelDefaults(
  judgement: Judgement,
  { metadata: { name } }: KubernetesObject,
  context: ControlContext<ImportNeed>,
): Judgement {
  const failure = importedVerdictsOfNode(
    context,
    PROTECT_KERNEL_DEFAULTS,
    name,
  ).find(({ passed, isStale }) => !passed && !isStale);
  if (!failure || judgement.outcome === 'notApplicable') return judgement;
  const note = `${failure.source} finds that protectKernelDefaults is off`;
  return {
    ...judgement,
    note: judgement.note ? `${judgement.note}; ${note}` : note,
  };
}
