import { defineControl, keyedPlace, onPod } from '../../kit';
import { isSafeSysctl } from '../../data/safeSysctls';

const NO_SYSCTLS = 'no sysctls';
const SAFE_ONLY = 'the safe sysctls of this list only';

export const unsafeSysctls = defineControl({
  id: 'unsafe-sysctls',
  title: 'Pods set only kernel parameters that are theirs alone',
  failureTitle: 'The pod sets a kernel parameter that is not known to be safe',
  why: 'A kernel parameter that is not confined to the pod changes the kernel for every pod on the node, and can take away its protection or its memory.',
  fix: 'Remove the sysctl from `securityContext.sysctls`, or have the people who run the nodes set it for a pool of nodes.',
  severity: 'medium',
  category: 'podSpec',
  scope: 'pod',
  frameworks: {
    nsa: ['P4'],
    'pss-baseline': ['sysctls'],
    cis: { '1.12': ['5.6.3'] },
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  ],
  needs: [],
  reads:
    '`securityContext.sysctls[].name` of the pod, against the list of safe ones of the Kubernetes version that is judged. The list grew in 1.27, 1.29, 1.32 and 1.37.',
  notes:
    'Names are compared exactly, as Pod Security Admission does: a name with slashes for dots fails. A patch is offered where no safe sysctl stands beside the unsafe ones, because a patch replaces the whole list.',
  examples: {
    pass: [
      `securityContext:
  sysctls: [{ name: net.ipv4.ip_local_port_range, value: "1024 65535" }]
containers: [{ name: web }]`,
      'containers: [{ name: web }]',
    ],
    fail: [
      `securityContext:
  sysctls: [{ name: kernel.msgmax, value: "65536" }]
containers: [{ name: web }]`,
    ],
  },
  evaluate: onPod((workload, { kubernetesVersion: { minor }, tables }) => {
    const { sysctls, path } = workload.securityContext;
    const isSafe = ({ name = '' }) =>
      isSafeSysctl(tables.safeSysctls, name, minor);
    const expected = sysctls.some(isSafe) ? SAFE_ONLY : NO_SYSCTLS;
    return sysctls.flatMap((sysctl, index) =>
      isSafe(sysctl)
        ? []
        : {
            ...breachOf(sysctl.name),
            path: `${path}.sysctls[${index}].name`,
            expected,
          },
    );
  }),
  patch: violations =>
    violations.every(({ expected }) => expected === NO_SYSCTLS)
      ? { securityContext: { sysctls: null } }
      : undefined,
});

function breachOf(name: string | undefined) {
  const at = keyedPlace('securityContext.sysctls', name);
  return name === undefined
    ? { at, message: 'the pod sets a sysctl without a name' }
    : { at, message: `the pod sets the sysctl ${name}`, actual: name };
}
