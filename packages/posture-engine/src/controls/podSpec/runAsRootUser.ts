import {
  askedSince,
  Breach,
  defineControl,
  hasOwnUsers,
  pass,
  patchSecurityContexts,
  podAndContainers,
} from '../../kit';
import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { SharedSecurityContext } from '../../model/securityContext';
import { Workload } from '../../model/workload';

const ADMINISTRATOR = 'containeradministrator';
const WINDOWS_NOTE =
  'a Windows container runs as ContainerAdministrator, the root of its container';

const judgeUsers = podAndContainers({
  pod: workload => rootUser(workload.securityContext, 'the pod'),
  container: container =>
    rootUser(container.securityContext, `container "${container.name}"`),
});

export const runAsRootUser = defineControl({
  id: 'run-as-root-user',
  title: 'No container is told to run as user 0',
  failureTitle: 'A container is told to run as root',
  why: 'Whatever user the image has, the manifest makes this container root, and root in a container that escapes is root on the node.',
  fix: 'Set `securityContext.runAsUser` to the number of the user that the image is made for, 1000 or above, or remove it.',
  severity: 'high',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['P1', 'P4'],
    'pss-restricted': ['runAsUser'],
    cis: { '1.12': ['5.2.7'] },
    'nist-800-190': ['4.1.2'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  ],
  needs: [],
  reads:
    '`securityContext.runAsUser` of the pod and of every container, init container, sidecar and ephemeral container. 0 on the pod fails even where every container overrides it. Unset passes here: `run-as-non-root` asks about that. From Kubernetes 1.35 on a pod with `hostUsers: false` passes.',
  notes:
    'A Windows container whose `windowsOptions.runAsUserName` is `ContainerAdministrator` passes with a note. Pod Security Admission itself asks for this from Kubernetes 1.23 on.',
  examples: {
    pass: [
      `containers:
  - name: web
    securityContext:
      runAsUser: 10001`,
      `containers:
  - name: web`,
    ],
    fail: [
      `containers:
  - name: web
    securityContext:
      runAsUser: 0`,
      `securityContext:
  runAsUser: 0
containers:
  - name: web
    securityContext:
      runAsUser: 10001`,
    ],
  },
  evaluate: askedSince(23, judge),
  patch: violations =>
    patchSecurityContexts(violations, () => ({ runAsUser: null })),
});

function judge(workload: Workload, context: ControlContext<never>): Judgement {
  if (hasOwnUsers(workload, context))
    return pass('the pod has its own user namespace');
  const judgement = judgeUsers(workload, context);
  return judgement.outcome === 'pass' && isAdministrator(workload)
    ? pass(WINDOWS_NOTE)
    : judgement;
}

function rootUser(
  context: SharedSecurityContext,
  who: string,
): Breach | undefined {
  if (context.runAsUser !== 0) return undefined;
  return {
    at: 'securityContext.runAsUser',
    message: `${who} is told to run as user 0`,
    actual: 0,
    expected: 'a number above 0, or unset',
  };
}

function isAdministrator(workload: Workload): boolean {
  return [workload, ...workload.containers].some(
    ({ securityContext }) =>
      securityContext.runAsUserName?.toLowerCase() === ADMINISTRATOR,
  );
}
