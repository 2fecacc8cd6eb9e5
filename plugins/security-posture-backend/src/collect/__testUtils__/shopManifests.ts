/** Deployment `web` with two pods, CronJob `report` with a Job, a bare Pod, a mirror pod, and 11 objects in all. */
export const OBJECTS = `
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: LimitRange
metadata: { name: limits, namespace: shop }
---
apiVersion: v1
kind: Node
metadata: { name: node-1 }
status:
  nodeInfo: { kubeletVersion: v1.35.8 }
  images: [{ names: [a-long-list] }]
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  managedFields: [{ manager: kubectl }]
  annotations: { kubectl.kubernetes.io/last-applied-configuration: '{}' }
spec: { template: { spec: { containers: [{ name: web, image: 'web:1' }] } } }
status: { replicas: 2 }
---
apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: web-7d9f
  namespace: shop
  ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web, controller: true }]
spec: { template: { spec: { containers: [{ name: web, image: 'web:1' }] } } }
---
apiVersion: v1
kind: Pod
metadata:
  name: web-7d9f-a
  namespace: shop
  labels: { pod-template-hash: 7d9f }
  ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: web-7d9f, controller: true }]
spec:
  nodeName: node-1
  containers: [{ name: web, image: 'web:1' }, { name: mesh, image: 'mesh:1' }]
  ephemeralContainers: [{ name: debugger, image: 'shell:1' }]
status:
  phase: Running
  containerStatuses: [{ name: web, imageID: 'docker.io/library/web@sha256:${'a'.repeat(
    64,
  )}' }]
---
apiVersion: v1
kind: Pod
metadata:
  name: web-7d9f-b
  namespace: shop
  labels: { pod-template-hash: 7d9f }
  ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: web-7d9f, controller: true }]
spec:
  nodeName: node-1
  containers: [{ name: web, image: 'web:1' }]
  ephemeralContainers: [{ name: debugger, image: 'shell:1' }]
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: report, namespace: shop }
spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: report }] } } } } }
---
apiVersion: batch/v1
kind: Job
metadata:
  name: report-29384756
  namespace: shop
  ownerReferences: [{ apiVersion: batch/v1, kind: CronJob, name: report, controller: true }]
spec: { template: { spec: { containers: [{ name: report }] } } }
---
apiVersion: v1
kind: Pod
metadata: { name: bare, namespace: shop }
spec: { containers: [{ name: bare }] }
---
apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver-node-1
  namespace: kube-system
  annotations: { kubernetes.io/config.mirror: f00 }
  ownerReferences: [{ apiVersion: v1, kind: Node, name: node-1, controller: true }]
spec: { nodeName: node-1, containers: [{ name: kube-apiserver }] }
`;

/** Job `migrate`, which nothing owns. */
export const BARE_JOB = `
apiVersion: batch/v1
kind: Job
metadata: { name: migrate, namespace: shop }
spec: { template: { spec: { containers: [{ name: migrate }] } } }
`;

/** Two ReplicaSets of an Argo Rollout, `cart-2` the newer. */
export const ROLLOUT = [1, 2]
  .map(
    revision => `
apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: cart-${revision}
  namespace: shop
  creationTimestamp: 2026-0${revision}-01T00:00:00Z
  ownerReferences: [{ apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: cart, controller: true }]
spec: { template: { spec: { containers: [{ name: cart, image: 'cart:${revision}' }] } } }
`,
  )
  .join('---');
