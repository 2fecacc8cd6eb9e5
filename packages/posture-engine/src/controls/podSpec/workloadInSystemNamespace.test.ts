import { testControl } from '../../testing';
import { workloadInSystemNamespace } from './workloadInSystemNamespace';

const inNamespace = (namespace: string) => `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: ${namespace} }
spec: { containers: [{ name: web }] }`;
const entity = (...tags: string[]) => ({
  ref: 'component:default/web',
  tags,
});

testControl(workloadInSystemNamespace, [
  ...['kube-system', 'kube-public', 'kube-node-lease'].map(namespace => ({
    name: `a service in ${namespace}`,
    given: inNamespace(namespace),
    entity: entity('java'),
    outcome: 'fail' as const,
    severity: 'medium' as const,
    at: ['metadata.namespace'],
    message: `the workload of a service runs in ${namespace}`,
  })),
  {
    name: 'a service elsewhere',
    given: inNamespace('shop'),
    entity: entity(),
    outcome: 'pass',
  },
  {
    name: 'a part of the cluster by its tag',
    given: inNamespace('kube-system'),
    entity: entity('go', 'infrastructure'),
    outcome: 'pass',
    note: 'the entity is tagged infrastructure',
  },
  {
    name: 'a tag that only begins so',
    given: inNamespace('kube-system'),
    entity: entity('system-of-record'),
    outcome: 'fail',
  },
  {
    name: 'an add-on that no entity owns',
    given: inNamespace('kube-system'),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'nothing is judged without a catalog',
    given: inNamespace('shop'),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
]);
