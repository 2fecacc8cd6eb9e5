import { testControl } from '../../testing';
import { workloadDefaultNamespace } from './workloadDefaultNamespace';

const cronJob = (metadata: string) => `apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly${metadata} }
spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: job }] } } } } }`;

testControl(workloadDefaultNamespace, [
  {
    name: 'default by name',
    given: cronJob(', namespace: default'),
    outcome: 'fail',
    severity: 'low',
    at: ['metadata.namespace'],
    message: 'the workload runs in the namespace default',
  },
  {
    name: 'a manifest without namespace',
    given: cronJob(''),
    outcome: 'fail',
    message: 'the manifest names no namespace',
  },
  {
    name: 'null and empty are no namespace',
    given: cronJob(', namespace: ""'),
    outcome: 'fail',
    message: 'the manifest names no namespace',
  },
  {
    name: 'a namespace that only begins so',
    given: cronJob(', namespace: default-shop'),
    outcome: 'pass',
  },
  {
    name: 'the Service kubernetes is no workload',
    given: `${cronJob(', namespace: shop')}
---
apiVersion: v1
kind: Service
metadata: { name: kubernetes, namespace: default }
spec: { ports: [{ port: 443 }] }`,
    outcome: 'pass',
  },
]);
