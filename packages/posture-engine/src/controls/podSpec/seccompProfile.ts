import {
  Breaches,
  defineControl,
  liesInEphemeral,
  patchSecurityContexts,
  podAndContainers,
  unconfiningProfile,
  withAnnotationNote,
} from '../../kit';
import { Container } from '../../model/container';
import { Violation } from '../../model/finding';
import { Workload } from '../../model/workload';

const UNSET = 'securityContext.seccompProfile';
const RUNTIME_DEFAULT = { seccompProfile: { type: 'RuntimeDefault' } };

const judge = podAndContainers(
  {
    pod: ({ securityContext }) =>
      unconfiningProfile(
        'seccompProfile',
        securityContext.seccompProfile,
        'the pod',
      ),
    container: withoutProfile,
  },
  { notOnWindows: { sinceMinor: 25 } },
);

export const seccompProfile = defineControl({
  id: 'seccomp-profile',
  title: 'A seccomp profile is set for every container',
  failureTitle: 'No seccomp profile is set for a container',
  why: 'Kubernetes sets no filter by itself, so this container may make system calls that no program of its kind needs and that attacks do.',
  fix: 'Set `securityContext.seccompProfile.type: RuntimeDefault` on the pod.',
  severity: 'medium',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['P4', 'L4'],
    'pss-restricted': ['seccompProfile_restricted'],
    cis: { '1.12': ['5.6.2'] },
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/tutorials/security/seccomp/',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  ],
  needs: [],
  reads:
    '`securityContext.seccompProfile.type` of every container, init container, sidecar and ephemeral container, else of the pod: `RuntimeDefault` or `Localhost`. Unset counts as unconfined. A bad type on the pod fails even where every container overrides it. Pods for Windows (`spec.os.name`) are exempt from Kubernetes 1.25 on.',
  notes:
    'Each container is judged by itself: a profile on one says nothing of its neighbour. Annotations for seccomp have no effect since Kubernetes 1.27: they are noted, and never a pass.',
  examples: {
    pass: [
      `securityContext:
  seccompProfile:
    type: RuntimeDefault
containers:
  - name: web`,
      `containers:
  - name: web
    securityContext:
      seccompProfile:
        type: Localhost
        localhostProfile: profiles/web.json`,
    ],
    fail: [
      `containers:
  - name: web`,
      `containers:
  - name: web
    securityContext:
      seccompProfile:
        type: RuntimeDefault
  - name: helper`,
      `securityContext:
  seccompProfile:
    type: RuntimeDefault
containers:
  - name: web
    securityContext:
      seccompProfile:
        type: Unconfined`,
    ],
    notApplicable: [
      `os: { name: windows }
containers:
  - name: web`,
    ],
  },
  evaluate: (workload, context) =>
    withAnnotationNote(judge(workload, context), workload, context),
  patch: violations =>
    violations.every(liesInEphemeral)
      ? undefined
      : patchSecurityContexts(
          violations,
          ({ field }) => (field === UNSET ? {} : RUNTIME_DEFAULT),
          violations.some(isUnset) ? RUNTIME_DEFAULT : {},
        ),
});

/** A bad profile of the pod is a breach of the pod, not of those that inherit it. */
function withoutProfile(container: Container, workload: Workload): Breaches {
  const who = `container "${container.name}"`;
  const own = container.securityContext.seccompProfile;
  if (own) return unconfiningProfile('seccompProfile', own, who);
  if (workload.securityContext.seccompProfile) return undefined;
  return {
    at: UNSET,
    message: `${who} has no seccomp profile, and neither has its pod`,
    expected: ['RuntimeDefault', 'Localhost'],
  };
}

function isUnset(violation: Violation): boolean {
  return violation.field === UNSET && !liesInEphemeral(violation);
}
