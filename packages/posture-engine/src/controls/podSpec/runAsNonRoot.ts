import {
  Breach,
  Breaches,
  defineControl,
  eachContainer,
  effective,
  hasOwnUsers,
  liesInEphemeral,
  liesInPodContext,
  pass,
  patchSecurityContexts,
  placeOf,
  podAndContainers,
} from '../../kit';
import { Container } from '../../model/container';
import { Violation } from '../../model/finding';
import { Workload } from '../../model/workload';

const USER = 'securityContext.runAsUser';

const judgeAsGuide = eachContainer(mayRunAsRoot);
const judgeAsAdmission = podAndContainers({
  pod: ({ securityContext }) =>
    securityContext.runAsNonRoot === false
      ? notRequired('the pod', false)
      : undefined,
  container: notRequiredOf,
});

export const runAsNonRoot = defineControl({
  id: 'run-as-non-root',
  title: 'Containers are made to run as a user other than root',
  failureTitle: 'A container may run as root',
  why: 'A process that is root in its container is one flaw of the kernel or the runtime away from being root on the node.',
  fix: 'Set `securityContext.runAsNonRoot: true` on the pod. If the image names its user by word and not by number, set a numeric `runAsUser` as well, or the kubelet refuses to start the container.',
  severity: 'medium',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['P1', 'P4'],
    'pss-restricted': ['runAsNonRoot'],
    cis: { '1.12': ['5.2.7'] },
    'nist-800-190': ['4.1.2', '4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  ],
  needs: [],
  reads:
    '`securityContext.runAsNonRoot` and `runAsUser` of every container, init container, sidecar and ephemeral container, else of the pod. A container passes where the one is true, or the other a number above 0. Unset counts as root, for the image may run as root. Where the verdict of Pod Security Admission is asked for, `runAsUser` does not count, a `runAsNonRoot: false` on the pod fails even where every container overrides it, and from Kubernetes 1.35 on `hostUsers: false` passes.',
  notes:
    'The NSA guide accepts a `runAsUser` other than 0, the Pod Security Standards do not: this control follows the guide, and the standards where their verdict is asked for. Windows is not exempt: the API honours the field there. A root group is the concern of `run-as-root-group`.',
  examples: {
    pass: [
      `securityContext:
  runAsNonRoot: true
containers:
  - name: web`,
      `containers:
  - name: web
    securityContext:
      runAsUser: 10001`,
    ],
    fail: [
      `containers:
  - name: web`,
      `securityContext:
  runAsNonRoot: true
containers:
  - name: web
    securityContext:
      runAsNonRoot: false`,
      `securityContext:
  runAsUser: 0
containers:
  - name: web`,
    ],
  },
  evaluate: (workload, context) => {
    if (!context.podSecurityLevel) return judgeAsGuide(workload, context);
    return hasOwnUsers(workload, context)
      ? pass('the pod has its own user namespace')
      : judgeAsAdmission(workload, context);
  },
  patch: violations =>
    violations.every(liesInEphemeral)
      ? undefined
      : patchSecurityContexts(violations, fieldsFor, { runAsNonRoot: true }),
});

function mayRunAsRoot(container: Container, workload: Workload): Breaches {
  const required = effective('runAsNonRoot', container, workload);
  if (required.value) return undefined;
  const user = effective('runAsUser', container, workload);
  if (user.value !== undefined && user.value > 0) return undefined;
  const who = `container "${container.name}"`;
  const breach: Breach = {
    ...notRequired(who, required.value),
    ...placeOf('runAsNonRoot', required, workload),
  };
  if (user.value === undefined) return breach;
  return [
    breach,
    {
      ...placeOf('runAsUser', user, workload),
      message: `${who} runs as user ${user.value}`,
      actual: user.value,
      expected: 'a number above 0',
    },
  ];
}

/** A bad value of the pod is a breach of the pod, not of those that inherit it. */
function notRequiredOf(container: Container, workload: Workload): Breaches {
  const required = effective('runAsNonRoot', container, workload);
  return required.value || required.from === 'pod'
    ? undefined
    : notRequired(`container "${container.name}"`, required.value);
}

function notRequired(who: string, actual: boolean | undefined): Breach {
  return {
    at: 'securityContext.runAsNonRoot',
    message: `${who} may run as root`,
    ...(actual === undefined ? {} : { actual }),
    expected: true,
  };
}

function fieldsFor(violation: Violation) {
  if (violation.field === USER) return { runAsUser: null };
  return violation.actual === false && !liesInPodContext(violation)
    ? { runAsNonRoot: true }
    : {};
}
