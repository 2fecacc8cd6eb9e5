import { apiServerPod } from '../../kit/flags/flagExamples';
import { testControl } from '../../testing';
import { namespacePsaLevel } from './namespacePsaLevel';

const namespace = (level?: string, name = 'shop') => `apiVersion: v1
kind: Namespace
metadata: { name: ${name}${
  level ? `, labels: { pod-security.kubernetes.io/enforce: ${level} }` : ''
} }`;
const workload = (podSpec: string, name = 'web', space = 'shop') => `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${space} }
spec: { template: { spec: ${podSpec} } }`;

const PLAIN = '{ containers: [{ name: web }] }';
const HARDENED =
  '{ securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }, containers: [{ name: web, securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } } }] }';
const PRIVILEGED =
  '{ containers: [{ name: web, securityContext: { privileged: true } }] }';
const UNREADABLE =
  '{ containers: [{ name: web, securityContext: { privileged: "no" } }] }';

testControl(namespacePsaLevel, [
  {
    name: 'restricted, of which there is no stricter one',
    given: namespace('restricted') + workload(HARDENED),
    outcome: 'pass',
  },
  {
    name: 'baseline, where a pod does not meet restricted',
    given:
      namespace('baseline') + workload(HARDENED) + workload(PLAIN, 'plain'),
    outcome: 'pass',
  },
  {
    name: 'baseline, where all pods meet restricted',
    given: namespace('baseline') + workload(HARDENED),
    outcome: 'fail',
    severity: 'low',
    at: ['metadata.labels'],
    message: 'all pods meet restricted, but the namespace enforces baseline',
  },
  {
    name: 'no label, where all pods meet baseline',
    given: namespace() + workload(PLAIN) + workload(HARDENED, 'hardened'),
    outcome: 'fail',
    message: 'all pods meet baseline, but the namespace enforces nothing',
  },
  {
    name: 'no label, where all pods meet restricted',
    given: namespace() + workload(HARDENED),
    outcome: 'fail',
    message: 'all pods meet restricted, but the namespace enforces nothing',
  },
  {
    name: 'the label privileged, where all pods meet baseline',
    given: namespace('privileged') + workload(PLAIN),
    outcome: 'fail',
    message: 'all pods meet baseline, but the namespace enforces privileged',
  },
  {
    name: 'the label privileged, where a pod needs it',
    given: namespace('privileged') + workload(PRIVILEGED),
    outcome: 'pass',
  },
  {
    name: 'a value that is no level, which is enforced as restricted',
    given: namespace('strict') + workload(HARDENED),
    outcome: 'pass',
  },
  {
    name: 'pods that meet restricted only since Kubernetes 1.25',
    given:
      namespace('baseline') +
      workload(
        '{ os: { name: windows }, securityContext: { runAsNonRoot: true }, containers: [{ name: web }] }',
      ),
    kubernetesVersion: '1.25',
    outcome: 'fail',
  },
  {
    name: 'the same pods below',
    given:
      namespace('baseline') +
      workload(
        '{ os: { name: windows }, securityContext: { runAsNonRoot: true }, containers: [{ name: web }] }',
      ),
    kubernetesVersion: '1.24',
    outcome: 'pass',
  },
  {
    name: 'a pod that cannot be judged',
    given: namespace('privileged') + workload(UNREADABLE),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'a pod that cannot be judged beside one that is refused',
    given:
      namespace('privileged') +
      workload(UNREADABLE) +
      workload(PRIVILEGED, 'tuner'),
    outcome: 'pass',
  },
  {
    name: 'a namespace without workloads',
    given: namespace() + workload(PLAIN, 'web', 'other'),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'a namespace of the cluster',
    given:
      namespace(undefined, 'kube-system') +
      workload(PLAIN, 'dns', 'kube-system'),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'a namespace with a provisioner of volumes, whose pods need the node',
    given:
      namespace(undefined, 'local-path-storage') +
      workload(
        '{ containers: [{ name: provisioner, image: "docker.io/kindest/local-path-provisioner:v1" }] }',
        'provisioner',
        'local-path-storage',
      ),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'Kubernetes below 1.23',
    given: namespace('baseline') + workload(HARDENED),
    kubernetesVersion: '1.22',
    outcome: 'notApplicable',
    reason: 'belowVersion',
  },
  {
    name: 'a cluster where the plug-in is off',
    given: `${namespace('baseline')}${workload(HARDENED)}\n---\n${apiServerPod(
      '--disable-admission-plugins=PodSecurity',
    )}`,
    fromCluster: true,
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'no label where the cluster has a default that is not visible',
    given: namespace() + workload(PLAIN),
    fromCluster: true,
    evidence: {
      apiServerMetrics: [
        {
          name: 'pod_security_evaluations_total',
          labels: { mode: 'enforce', policy_level: 'baseline' },
          value: 1,
        },
      ],
    },
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'a namespace that workloads only name',
    given: workload(PLAIN).replace('\n---\n', ''),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
]);
