import {
  Breach,
  Breaches,
  defineControl,
  patchSecurityContexts,
  podAndContainers,
  unconfiningProfile,
  withAnnotationNote,
} from '../../kit';
import { Container } from '../../model/container';
import { ControlContext } from '../../model/control';
import { Workload } from '../../model/workload';

const PRIVILEGED = 'securityContext.privileged';

const judge = podAndContainers({
  pod: ({ securityContext }) =>
    unconfiningProfile(
      'seccompProfile',
      securityContext.seccompProfile,
      'the pod',
    ),
  container: unfiltered,
});

export const seccompUnconfined = defineControl({
  id: 'seccomp-unconfined',
  title: 'Seccomp is not switched off',
  failureTitle: 'Seccomp is switched off for a container',
  why: 'Without the filter a container may make every system call of the kernel, and most ways out of a container begin with a rare one.',
  fix: 'Set `securityContext.seccompProfile.type: RuntimeDefault`, or `Localhost` with a profile of your own.',
  severity: 'high',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['P4', 'L4'],
    'pss-baseline': ['seccompProfile_baseline'],
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
    '`securityContext.seccompProfile.type` of the pod and of every container, init container, sidecar and ephemeral container. Set, it must be `RuntimeDefault` or `Localhost`; settings without a type fail. A bad type on the pod fails even where every container overrides it. Unset passes here: `seccomp-profile` asks about that. A privileged container runs without the filter whatever is set.',
  notes:
    'That a privileged container has no filter is a consequence of `privileged-container`, and no part of the verdict of Pod Security Admission. Annotations for seccomp have no effect since Kubernetes 1.27: they are noted, and never a pass.',
  examples: {
    pass: [
      `securityContext:
  seccompProfile:
    type: RuntimeDefault
containers:
  - name: web`,
      `containers:
  - name: web`,
    ],
    fail: [
      `containers:
  - name: web
    securityContext:
      seccompProfile:
        type: Unconfined`,
      `securityContext:
  seccompProfile: {}
containers:
  - name: web
    securityContext:
      seccompProfile:
        type: RuntimeDefault`,
      `containers:
  - name: agent
    securityContext:
      privileged: true`,
    ],
  },
  evaluate: (workload, context) =>
    withAnnotationNote(judge(workload, context), workload, context),
  patch: violations =>
    patchSecurityContexts(violations, ({ field }) =>
      field === PRIVILEGED
        ? { privileged: false }
        : { seccompProfile: { type: 'RuntimeDefault' } },
    ),
});

function unfiltered(
  container: Container,
  _workload: Workload,
  { podSecurityLevel }: ControlContext<never>,
): Breaches {
  const who = `container "${container.name}"`;
  const context = container.securityContext;
  const breach = unconfiningProfile(
    'seccompProfile',
    context.seccompProfile,
    who,
  );
  if (podSecurityLevel || !context.privileged) return breach;
  const privileged: Breach = {
    at: PRIVILEGED,
    message: `${who} is privileged, so no filter of system calls holds for it`,
    actual: true,
    expected: false,
    consequenceOf: 'privileged-container',
  };
  return breach ? [breach, privileged] : privileged;
}
