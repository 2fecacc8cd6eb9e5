import {
  Breach,
  defineControl,
  eachContainer,
  patchContainers,
  unlessMalformed,
} from '../../kit';
import { capabilityNames, plainCapability } from '../../data/capabilities';
import { ControlContext } from '../../model/control';
import { Container } from '../../model/container';
import { EvidenceValue } from '../../model/finding';
import { Workload } from '../../model/workload';

export const dangerousCapabilities = defineControl({
  id: 'dangerous-capabilities',
  title: 'Containers add no capability beyond the harmless ones',
  failureTitle: 'A container adds a dangerous capability',
  why: 'Each of these powers lets a container change its node, read other processes or listen to their traffic; some of them are as good as being root on the node.',
  fix: 'Remove the capability from `securityContext.capabilities.add`; if the program needs what it allows, look for a narrower way, such as a device or a sysctl.',
  severity: 'high',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['P4'],
    'pss-baseline': ['capabilities_baseline'],
    cis: { '1.12': ['5.2.8'] },
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://man7.org/linux/man-pages/man7/capabilities.7.html',
  ],
  needs: [],
  reads:
    '`securityContext.capabilities.add` of every container, init container, sidecar and ephemeral container. Allowed are the thirteen of the Pod Security Standards, baseline, compared exactly. The finding is critical for `ALL`, `SYS_ADMIN`, `SYS_MODULE`, `SYS_PTRACE`, `SYS_RAWIO`, `BPF`, `DAC_READ_SEARCH`, and for `NET_ADMIN` on the network of the host; there case and a prefix `CAP_` do not matter.',
  notes:
    'Network agents of a node need some of these: for them the finding stays open. Other scanners also fail `SETPCAP`, which the Pod Security Standards allow.',
  examples: {
    pass: [
      `containers:
  - name: web
    securityContext:
      capabilities:
        add: [NET_BIND_SERVICE, CHOWN]`,
      `containers:
  - name: web`,
    ],
    fail: [
      `containers:
  - name: agent
    securityContext:
      capabilities:
        add: [NET_ADMIN, CHOWN]`,
      `initContainers:
  - name: setup
    securityContext:
      capabilities:
        add: [SYS_ADMIN]
containers:
  - name: web`,
    ],
  },
  evaluate: eachContainer(addedDanger),
  patch: violations =>
    patchContainers(violations, ([{ expected }]) => ({
      securityContext: { capabilities: { add: kept(expected) } },
    })),
});

function addedDanger(
  container: Container,
  workload: Workload,
  { tables }: ControlContext<never>,
): Breach | undefined {
  const added = container.securityContext.addedCapabilities;
  const { baseline, escape } = capabilityNames(tables.capabilities);
  if (added.every(name => baseline.has(name))) return undefined;
  const dangerous = added.filter(name => !baseline.has(name));
  return {
    at: 'securityContext.capabilities.add',
    message: `container "${container.name}" adds ${dangerous.join(', ')}`,
    actual: added,
    expected: added.filter(name => baseline.has(name)),
    ...(dangerous.some(name =>
      leadsOut(plainCapability(name), escape, workload),
    )
      ? { severity: 'critical' }
      : {}),
  };
}

function leadsOut(
  name: string,
  escape: ReadonlySet<string>,
  workload: Workload,
): boolean {
  return (
    escape.has(name) ||
    (name === 'NET_ADMIN' &&
      unlessMalformed(() => workload.hostNetwork) === true)
  );
}

/** What the finding says may stay, or null for nothing. */
function kept(expected: EvidenceValue | undefined) {
  return Array.isArray(expected) && expected.length ? expected : null;
}
