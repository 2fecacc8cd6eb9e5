import { defineControl, onPod, pass, unlessMissing } from '../../kit';
import { ControlContext } from '../../model/control';
import { kubeletVersions } from '../../relate/kubeletVersions';

/** The minor of 1.x from which user namespaces are on unless an administrator turns them off. */
const ON_SINCE = 33;
const NEEDS_GATE =
  'on nodes below Kubernetes 1.33 this takes effect only with the feature gate UserNamespacesSupport';

const judge = onPod<'nodes'>(workload =>
  workload.hostUsers === false
    ? undefined
    : {
        at: 'hostUsers',
        message: 'users of the pod are users of its node',
        ...(workload.hostUsers === undefined
          ? {}
          : { actual: workload.hostUsers }),
        expected: false,
      },
);

export const userNamespace = defineControl({
  id: 'user-namespace',
  title: 'Pods have users of their own',
  failureTitle: 'The users of the pod are those of its node',
  why: 'In a user namespace root of the pod is nobody on the node, so that a container that breaks out can do little there.',
  fix: 'Set `hostUsers: false`, where the nodes run Linux 6.3 or newer and a runtime that supports it.',
  severity: 'info',
  category: 'podSpec',
  scope: 'pod',
  frameworks: {
    nsa: ['P1', 'P6'],
    'nist-800-190': ['4.4.3', '4.5.2'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/',
  ],
  needs: ['nodes'],
  reads:
    '`hostUsers` of the pod spec. Unset counts as true. User namespaces are on by default since Kubernetes 1.33 and stable since 1.36: a pass says so where a node is older. Where nodes cannot be read, the version of the cluster stands for theirs.',
  notes:
    'Advice, never more than info. Not possible together with `hostNetwork`, `hostPID`, `hostIPC`, raw block volumes or Windows: no patch is offered there. From Kubernetes 1.35 `hostUsers: false` also relaxes what Pod Security Admission asks of users and, at baseline, of `procMount`.',
  examples: {
    pass: [
      `hostUsers: false
containers: [{ name: web }]`,
    ],
    fail: [
      'containers: [{ name: web }]',
      `hostUsers: true
containers: [{ name: web }]`,
    ],
  },
  evaluate: (workload, context) => {
    const judgement = judge(workload, context);
    return judgement.outcome === 'pass' && oldestMinor(context) < ON_SINCE
      ? pass(NEEDS_GATE)
      : judgement;
  },
  patch: () => ({ hostUsers: false }),
});

function oldestMinor({
  inventory,
  kubernetesVersion,
}: ControlContext<'nodes'>): number {
  const nodes = unlessMissing(() => inventory.nodes) ?? [];
  let oldest = kubernetesVersion.minor;
  for (const version of kubeletVersions(nodes).values()) {
    if (version) oldest = Math.min(oldest, version.minor);
  }
  return oldest;
}
