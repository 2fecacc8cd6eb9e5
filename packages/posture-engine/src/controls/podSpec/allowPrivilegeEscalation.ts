import {
  Breach,
  defineControl,
  eachContainer,
  patchContainers,
  unlessMalformed,
} from '../../kit';
import { Container } from '../../model/container';
import { EvidenceValue, Violation } from '../../model/finding';

/** The one spelling that the API server refuses beside `allowPrivilegeEscalation: false`. */
const REFUSED_CAPABILITY = 'CAP_SYS_ADMIN';

export const allowPrivilegeEscalation = defineControl({
  id: 'allow-privilege-escalation',
  title:
    'A process in a container can gain no more rights than it started with',
  failureTitle: 'A container lets its processes gain rights',
  why: 'Without this, a set-uid program in the image or a flaw in one gives an ordinary user of the container the rights of root.',
  fix: 'Set `securityContext.allowPrivilegeEscalation: false` on every container. The API server refuses it beside `privileged: true` or an added `CAP_SYS_ADMIN`, so these go first.',
  severity: 'medium',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['P4'],
    'pss-restricted': ['allowPrivilegeEscalation'],
    cis: { '1.12': ['5.2.6'] },
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://kubernetes.io/docs/concepts/security/linux-kernel-security-constraints/',
  ],
  needs: [],
  reads:
    '`securityContext.allowPrivilegeEscalation` of every container, init container, sidecar and ephemeral container. Unset counts as true. There is no such field on the pod. Pods for Windows (`spec.os.name`) are exempt from Kubernetes 1.25 on.',
  notes:
    'The automated form of CIS 5.2.6 passes an unset field; the Pod Security Standards and the NSA guide do not, and they are followed. In a privileged container, or beside an added `SYS_ADMIN`, the field has no effect whatever it says: see `privileged-container` and `dangerous-capabilities`. A user namespace of its own excuses no pod.',
  examples: {
    pass: [
      `containers:
  - name: web
    securityContext:
      allowPrivilegeEscalation: false`,
    ],
    fail: [
      `containers:
  - name: web`,
      `containers:
  - name: web
    securityContext:
      privileged: true`,
      `containers:
  - name: web
    securityContext:
      capabilities:
        add: [CAP_SYS_ADMIN, NET_BIND_SERVICE]`,
    ],
    notApplicable: [
      `os: { name: windows }
containers:
  - name: web`,
    ],
  },
  evaluate: eachContainer(escalation, { notOnWindows: { sinceMinor: 25 } }),
  patch: violations => patchContainers(violations, patchOfContainer),
});

function escalation(container: Container): readonly Breach[] | undefined {
  const context = container.securityContext;
  const allowed = context.allowPrivilegeEscalation;
  if (allowed === false) return undefined;
  const breach: Breach = {
    at: 'securityContext.allowPrivilegeEscalation',
    message: `container "${container.name}" allows privilege escalation`,
    ...(allowed === undefined ? {} : { actual: allowed }),
    expected: false,
    ...(unlessMalformed(() => context.privileged)
      ? { consequenceOf: 'privileged-container' }
      : {}),
  };
  const added = unlessMalformed(() => context.addedCapabilities);
  if (!added?.includes(REFUSED_CAPABILITY)) return [breach];
  return [
    { consequenceOf: 'dangerous-capabilities', ...breach },
    {
      at: 'securityContext.capabilities.add',
      message: `container "${container.name}" adds ${REFUSED_CAPABILITY}, which always allows privilege escalation`,
      actual: added,
      expected: added.filter(name => name !== REFUSED_CAPABILITY),
      consequenceOf: 'dangerous-capabilities',
    },
  ];
}

function patchOfContainer(violations: readonly Violation[]) {
  const refused = violations.find(
    violation => violation.field === 'securityContext.capabilities.add',
  );
  const isPrivileged = violations.some(
    violation => violation.consequenceOf === 'privileged-container',
  );
  return {
    securityContext: {
      allowPrivilegeEscalation: false,
      ...(isPrivileged ? { privileged: false } : {}),
      ...(refused
        ? { capabilities: { add: orNothing(refused.expected) } }
        : {}),
    },
  };
}

function orNothing(names: EvidenceValue | undefined) {
  return Array.isArray(names) && names.length ? names : null;
}
