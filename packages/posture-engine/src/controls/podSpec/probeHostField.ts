import {
  defineControl,
  eachContainer,
  notApplicable,
  patchContainers,
} from '../../kit';
import { Violation } from '../../model/finding';

/** The minor of 1.x from which Pod Security Admission judges the hosts of probes. */
const JUDGED_SINCE = 34;

const judge = eachContainer(container =>
  container.probeHosts.map(({ path, host }) => ({
    at: path.slice(container.path.length + 1),
    message: `container "${container.name}" has the kubelet call another host than the pod`,
    actual: host,
    expected: 'no host',
  })),
);

export const probeHostField = defineControl({
  id: 'probe-host-field',
  title: 'Probes and lifecycle hooks call the pod itself',
  failureTitle: 'A probe or a lifecycle hook names a host',
  why: 'The kubelet makes these calls from the node, so a host in them turns the kubelet into a messenger to addresses that the pod itself may not reach.',
  fix: 'Remove `host` from `httpGet` and `tcpSocket`: without it the kubelet calls the pod. A virtual host goes into the `Host` header of `httpHeaders`.',
  severity: 'medium',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['P4'],
    'pss-baseline': ['hostProbesAndHostLifecycle'],
    'nist-800-190': ['4.3.3'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
  ],
  needs: [],
  reads:
    '`host` of `httpGet` and `tcpSocket` in `livenessProbe`, `readinessProbe`, `startupProbe`, `lifecycle.postStart` and `lifecycle.preStop` of every container. Unset and empty count as the pod itself. Judged from Kubernetes 1.34, as Pod Security Admission does.',
  notes:
    'Even `127.0.0.1` fails: for the kubelet that is the node, not the pod.',
  examples: {
    pass: [
      `containers:
  - name: web
    livenessProbe: { httpGet: { path: /healthz, port: 8080 } }`,
    ],
    fail: [
      `containers:
  - name: web
    livenessProbe: { httpGet: { path: /healthz, port: 8080, host: 127.0.0.1 } }`,
      `containers:
  - name: web
    lifecycle: { preStop: { httpGet: { path: /stop, port: 8080, host: admin.example.com } } }`,
    ],
    notApplicable: [
      {
        given: `containers:
  - name: web
    livenessProbe: { httpGet: { path: /healthz, port: 8080, host: 127.0.0.1 } }`,
        surroundings: { kubernetesVersion: '1.33' },
      },
    ],
  },
  evaluate: (workload, context) =>
    context.kubernetesVersion.minor < JUDGED_SINCE
      ? notApplicable('belowVersion')
      : judge(workload, context),
  patch: violations => patchContainers(violations, withoutHosts),
});

/** `{ livenessProbe: { httpGet: { host: null } } }` for every field that the violations name. */
function withoutHosts(violations: readonly Violation[]) {
  const fragment: Fragment = {};
  for (const { field } of violations) {
    const steps = (field ?? '').split('.');
    const owner = steps
      .slice(0, -1)
      .reduce<Fragment>(
        (here, step) => (here[step] ??= {}) as Fragment,
        fragment,
      );
    owner[steps[steps.length - 1]] = null;
  }
  return fragment;
}

interface Fragment {
  [step: string]: Fragment | null;
}
