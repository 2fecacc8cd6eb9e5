import {
  askedSince,
  Breach,
  defineControl,
  eachContainer,
  patchContainers,
} from '../../kit';
import {
  plainCapability,
  RESTRICTED_CAPABILITY,
} from '../../data/capabilities';
import { Container } from '../../model/container';
import { Violation } from '../../model/finding';

const DROP = 'securityContext.capabilities.drop';
const ADD = 'securityContext.capabilities.add';
const ALL = 'ALL';

export const dropAllCapabilities = defineControl({
  id: 'drop-all-capabilities',
  title: 'Containers give up all capabilities of root',
  failureTitle: 'A container keeps capabilities of root',
  why: 'A runtime gives every container over a dozen of the powers of root, and hardly any program needs one of them.',
  fix: 'Set `securityContext.capabilities.drop: [ALL]`, spelled so, and add back nothing but `NET_BIND_SERVICE`, for a program that listens below port 1024.',
  severity: 'medium',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['P4'],
    'pss-restricted': ['capabilities_restricted'],
    cis: { '1.12': ['5.2.8', '5.2.9'] },
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  ],
  needs: [],
  reads:
    '`securityContext.capabilities.drop` and `add` of every container, init container, sidecar and ephemeral container. Unset drops nothing. There is no such field on the pod. Names are compared exactly: `all` or `CAP_ALL` is not `ALL`. Pods for Windows (`spec.os.name`) are exempt from Kubernetes 1.25 on.',
  notes:
    'Where only the spelling of `ALL` is wrong, the violation says so; some runtimes accept it, Pod Security Admission does not. For CIS 5.2.8 alone it is enough to drop `NET_RAW`. Pod Security Admission itself asks for this from Kubernetes 1.22 on.',
  examples: {
    pass: [
      `containers:
  - name: web
    securityContext:
      capabilities:
        drop: [ALL]`,
      `containers:
  - name: ingress
    securityContext:
      capabilities:
        drop: [ALL]
        add: [NET_BIND_SERVICE]`,
    ],
    fail: [
      `containers:
  - name: web`,
      `containers:
  - name: web
    securityContext:
      capabilities:
        drop: [ALL]
        add: [CHOWN, NET_BIND_SERVICE]`,
      `containers:
  - name: web
    securityContext:
      capabilities:
        drop: [NET_RAW]`,
    ],
    notApplicable: [
      `os: { name: windows }
containers:
  - name: web`,
    ],
  },
  evaluate: askedSince(
    22,
    eachContainer(
      container => {
        const kept = keepsCapabilities(container);
        const added = addsCapabilities(container);
        return kept && added ? [kept, added] : kept ?? added;
      },
      { notOnWindows: { sinceMinor: 25 } },
    ),
  ),
  patch: violations => patchContainers(violations, patchOfContainer),
});

function keepsCapabilities(container: Container): Breach | undefined {
  const dropped = container.securityContext.droppedCapabilities;
  if (dropped.includes(ALL)) return undefined;
  const who = `container "${container.name}"`;
  return {
    at: DROP,
    message: dropped.some(name => plainCapability(name) === ALL)
      ? `${who} drops all capabilities in another spelling than ALL`
      : `${who} does not drop all capabilities`,
    ...(dropped.length ? { actual: dropped } : {}),
    expected: [ALL],
  };
}

function addsCapabilities(container: Container): Breach | undefined {
  const added = container.securityContext.addedCapabilities;
  if (added.every(name => name === RESTRICTED_CAPABILITY)) return undefined;
  return {
    at: ADD,
    message: `container "${container.name}" adds capabilities other than ${RESTRICTED_CAPABILITY}`,
    actual: added,
    expected: [RESTRICTED_CAPABILITY],
  };
}

function patchOfContainer(violations: readonly Violation[]) {
  const added = violations.find(({ field }) => field === ADD)?.actual;
  const keepsBind =
    Array.isArray(added) && added.includes(RESTRICTED_CAPABILITY);
  return {
    securityContext: {
      capabilities: {
        ...(violations.some(({ field }) => field === DROP)
          ? { drop: [ALL] }
          : {}),
        ...(added ? { add: keepsBind ? [RESTRICTED_CAPABILITY] : null } : {}),
      },
    },
  };
}
