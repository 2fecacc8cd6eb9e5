import { apiServerPod } from '../../kit/flags/flagExamples';
import { judgeCase, testControl } from '../../testing';
import { namespacePsaEnforced } from './namespacePsaEnforced';

const LABEL = 'pod-security.kubernetes.io/enforce';

const namespace = (labels = '{}', name = 'shop') => `apiVersion: v1
kind: Namespace
metadata: { name: ${name}, labels: ${labels} }`;

const workload = (podSpec: string, name = 'web', space = 'shop') => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${space} }
spec: { template: { spec: ${podSpec} } }`;

const PRIVILEGED =
  '{ containers: [{ name: web, securityContext: { privileged: true } }] }';

const kyverno = (rules: string) => `---
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: pods }
spec: { rules: [{ name: pods, match: { any: [{ resources: { kinds: [Pod] } }] }, ${rules} }] }`;
const ENFORCED =
  'validate: { failureAction: Enforce, podSecurity: { level: baseline } }';
const AUDITED =
  'validate: { failureAction: Audit, podSecurity: { level: baseline } }';
const PERHAPS = `preconditions: { all: [{ key: "{{ request.userInfo.username }}", operator: NotEquals, value: ci }] }, ${ENFORCED}`;

const certManager = `---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: cert-manager-webhook }
webhooks:
  - name: webhook.cert-manager.io
    clientConfig: { service: { name: cert-manager-webhook, namespace: cert-manager } }
    rules: [{ apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["*/*"] }]`;

const counted = (level: string, value = 12, mode = 'enforce') => ({
  apiServerMetrics: [
    {
      name: 'pod_security_evaluations_total',
      labels: { mode, policy_level: level, decision: 'allow' },
      value,
    },
  ],
});

testControl(namespacePsaEnforced, [
  {
    name: 'the label baseline',
    given: namespace(`{ ${LABEL}: baseline }`),
    outcome: 'pass',
  },
  {
    name: 'the label restricted',
    given: namespace(`{ ${LABEL}: restricted }`),
    outcome: 'pass',
  },
  {
    name: 'a value that is no level, which is enforced as the strictest',
    given: namespace(`{ ${LABEL}: Baseline }`),
    outcome: 'pass',
    note: /^warning: .*restricted:latest$/,
  },
  {
    name: 'a version that is none does not matter',
    given: namespace(`{ ${LABEL}: baseline, ${LABEL}-version: newest }`),
    outcome: 'pass',
  },
  {
    name: 'the label privileged, which refuses nothing',
    given: namespace(`{ ${LABEL}: privileged }`),
    outcome: 'fail',
    severity: 'high',
    at: ['metadata.labels'],
    message:
      'the namespace enforces privileged, which refuses nothing, and no policy does',
  },
  {
    name: 'no label',
    given: namespace(),
    outcome: 'fail',
    message:
      'no label makes the namespace enforce a level, and no policy refuses such pods',
    note: /default in the configuration/,
  },
  {
    name: 'labels that only audit and warn, or fix a version',
    given: namespace(
      `{ pod-security.kubernetes.io/audit: restricted, pod-security.kubernetes.io/warn: restricted, ${LABEL}-version: v1.30 }`,
    ),
    outcome: 'fail',
  },
  {
    name: 'no labels at all',
    given: namespace('null'),
    outcome: 'fail',
  },
  {
    name: 'labels that count for nothing below Kubernetes 1.23',
    given: namespace(`{ ${LABEL}: restricted }`),
    kubernetesVersion: '1.22',
    outcome: 'fail',
    message:
      'Pod Security Admission is not on in this cluster, and no policy refuses such pods',
  },
  {
    name: 'labels that count from Kubernetes 1.23 on',
    given: namespace(`{ ${LABEL}: restricted }`),
    kubernetesVersion: '1.23',
    outcome: 'pass',
  },
  {
    name: 'a label that counts for nothing as the plug-in is off',
    given: `${namespace(`{ ${LABEL}: restricted }`)}\n---\n${apiServerPod(
      '--disable-admission-plugins=EventRateLimit,PodSecurity',
    )}`,
    fromCluster: true,
    outcome: 'fail',
    message:
      'Pod Security Admission is not on in this cluster, and no policy refuses such pods',
  },
  {
    name: 'a label where other plug-ins are off',
    given: `${namespace(`{ ${LABEL}: restricted }`)}\n---\n${apiServerPod(
      '--disable-admission-plugins=EventRateLimit',
    )}`,
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'an engine instead of a label',
    given: `${namespace()}${'\n'}${kyverno(ENFORCED)}`,
    outcome: 'pass',
    note: 'enforced by ClusterPolicy pods',
  },
  {
    name: 'an engine that makes good for the label privileged',
    given: `${namespace(`{ ${LABEL}: privileged }`)}\n${kyverno(ENFORCED)}`,
    outcome: 'pass',
  },
  {
    name: 'an engine that only audits',
    given: `${namespace()}\n${kyverno(AUDITED)}`,
    outcome: 'fail',
  },
  {
    name: 'an engine of which more has to be known',
    given: `${namespace()}\n${kyverno(PERHAPS)}`,
    outcome: 'notEvaluated',
    reason: 'partial',
    note: /ClusterPolicy pods/,
  },
  {
    name: 'a policy that makes some of the checks only',
    given: `${namespace()}
---
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sPSPPrivilegedContainer
metadata: { name: privileged }
spec: {}`,
    outcome: 'fail',
    at: ['metadata.labels', ''],
  },
  {
    name: 'policies that make all of the checks together',
    given: `${namespace()}
---
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sPSPPrivilegedContainer
metadata: { name: privileged }
---
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sPSPHostNamespace
metadata: { name: host-namespaces }
---
apiVersion: constraints.gatekeeper.sh/v1beta1
kind: K8sPSPHostNetworkingPorts
metadata: { name: host-network }`,
    outcome: 'pass',
    note: /K8sPSPPrivilegedContainer privileged/,
  },
  {
    name: 'a webhook of something else, which refuses no pods',
    given: `${namespace()}\n${certManager}`,
    outcome: 'fail',
  },
  {
    name: 'policies that may not be read, where nothing else answers',
    given: namespace(),
    unread: { gatekeeperConstraints: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'policies that may not be read, where a label answers',
    given: namespace(`{ ${LABEL}: baseline }`),
    unread: { gatekeeperConstraints: 'forbidden' },
    outcome: 'pass',
  },
  {
    name: 'policies that may not be read, where another engine answers',
    given: `${namespace()}\n${kyverno(ENFORCED)}`,
    unread: { gatekeeperConstraints: 'forbidden' },
    outcome: 'pass',
  },
  {
    name: 'pods counted at a level that no label explains',
    given: namespace(),
    fromCluster: true,
    evidence: counted('restricted'),
    outcome: 'notEvaluated',
    reason: 'partial',
    note: /at restricted, which no label asks for/,
  },
  {
    name: 'pods counted at a level that a label of another namespace explains',
    given: `${namespace()}\n---\n${namespace(
      `{ ${LABEL}: restricted }`,
      'other',
    )}`,
    fromCluster: true,
    evidence: counted('restricted'),
    outcome: 'fail',
  },
  {
    name: 'pods counted at the level privileged, the built-in default',
    given: namespace(),
    fromCluster: true,
    evidence: counted('privileged'),
    outcome: 'fail',
  },
  {
    name: 'pods that were only audited',
    given: namespace(),
    fromCluster: true,
    evidence: counted('restricted', 12, 'audit'),
    outcome: 'fail',
  },
  {
    name: 'a hidden default does not excuse the label privileged',
    given: namespace(`{ ${LABEL}: privileged }`),
    fromCluster: true,
    evidence: counted('restricted'),
    outcome: 'fail',
  },
  {
    name: 'a namespace that workloads only name',
    given: workload(PRIVILEGED),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'a namespace that workloads only name and an engine covers',
    given: `${workload(PRIVILEGED)}\n${kyverno(ENFORCED)}`,
    outcome: 'pass',
  },
  {
    name: 'pods that baseline would refuse are named',
    given: [
      namespace(),
      workload(PRIVILEGED),
      workload('{ containers: [{ name: api }] }', 'api'),
      workload('{ hostPID: true, containers: [{ name: agent }] }', 'agent'),
    ].join('\n'),
    outcome: 'fail',
    at: ['metadata.labels', ''],
  },
]);

describe('the dry run of namespace-psa-enforced', () => {
  const dryRun = (given: string) =>
    judgeCase(namespacePsaEnforced, {
      name: 'dry',
      given,
      outcome: 'fail',
    }).violations.find(({ field }) => field === 'pods');

  it('names the workloads whose pods baseline would refuse', () => {
    expect(
      dryRun(
        [
          namespace(),
          workload(PRIVILEGED),
          workload('{ containers: [{ name: api }] }', 'api'),
        ].join('\n'),
      ),
    ).toEqual({
      path: '',
      field: 'pods',
      message: 'the pods of 1 workload would be refused at baseline',
      actual: ['Deployment web'],
      expected: 'pods that meet baseline',
    });
  });

  it('names twenty of many', () => {
    const many = Array.from({ length: 23 }, (_, index) =>
      workload(PRIVILEGED, `web-${index}`),
    );
    const violation = dryRun([namespace(), ...many].join('\n'));
    expect(violation?.actual).toHaveLength(21);
    expect((violation?.actual as string[]).at(-1)).toBe('and 3 more');
  });

  it('says nothing where all pods meet it', () => {
    expect(
      dryRun(`${namespace()}\n${workload('{ containers: [{ name: web }] }')}`),
    ).toBeUndefined();
  });
});
