import { testControl } from '../../testing';
import { privilegedContainer } from './privilegedContainer';

testControl(privilegedContainer, [
  {
    name: 'names the container and its path',
    given:
      'containers: [{ name: web }, { name: agent, securityContext: { privileged: true } }]',
    outcome: 'fail',
    severity: 'critical',
    at: ['spec.template.spec.containers[1].securityContext.privileged'],
    message: 'container "agent" is privileged',
  },
  {
    name: 'null equals absent',
    given: 'containers: [{ name: web, securityContext: { privileged: null } }]',
    outcome: 'pass',
  },
  {
    name: 'a null security context equals an absent one',
    given: 'containers: [{ name: web, securityContext: null }]',
    outcome: 'pass',
  },
  {
    name: 'a sidecar counts, by its place in the list of init containers',
    given: `initContainers: [{ name: mesh, restartPolicy: Always, securityContext: { privileged: true } }]
containers: [{ name: web }]`,
    outcome: 'fail',
    at: ['spec.template.spec.initContainers[0].securityContext.privileged'],
  },
  {
    name: 'an ephemeral container is reported and never scored',
    given: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web }]
  ephemeralContainers: [{ name: debug, securityContext: { privileged: true } }]`,
    outcome: 'fail',
    severity: 'info',
    at: ['spec.ephemeralContainers[0].securityContext.privileged'],
  },
  {
    name: 'an ephemeral container counts for Pod Security Admission',
    given: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web }]
  ephemeralContainers: [{ name: debug, securityContext: { privileged: true } }]`,
    podSecurityLevel: 'baseline',
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'a CronJob is judged by the pod of its job',
    given: `
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly, namespace: shop }
spec:
  jobTemplate: { spec: { template: { spec: { containers: [{ name: job, securityContext: { privileged: true } }] } } } }`,
    outcome: 'fail',
    at: [
      'spec.jobTemplate.spec.template.spec.containers[0].securityContext.privileged',
    ],
  },
  {
    name: 'a string instead of a boolean is no pass',
    given:
      'containers: [{ name: web, securityContext: { privileged: "true" } }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.containers[0].securityContext.privileged'],
  },
  {
    name: 'a value of the wrong type hides no breach of another container',
    given:
      'containers: [{ name: a, securityContext: { privileged: "true" } }, { name: b, securityContext: { privileged: true } }]',
    outcome: 'fail',
    at: ['spec.template.spec.containers[1].securityContext.privileged'],
  },
  {
    name: 'a Deployment without a pod template cannot be judged',
    given: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: {}`,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template'],
  },
  {
    name: 'a container without a name is named by its place',
    given: 'containers: [{ securityContext: { privileged: true } }]',
    outcome: 'fail',
    message: 'container "#1 (no name)" is privileged',
  },
]);
