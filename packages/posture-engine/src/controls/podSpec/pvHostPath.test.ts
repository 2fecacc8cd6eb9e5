import { testControl } from '../../testing';
import { pvHostPath } from './pvHostPath';

const WEB = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec:
      containers: [{ name: web }]
      volumes: [{ name: tmp, emptyDir: {} }, { name: data, persistentVolumeClaim: { claimName: web } }]`;

const SCRATCH = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { containers: [{ name: web }], volumes: [{ name: scratch, ephemeral: {} }] } } }`;

const claim = (name: string, rest = 'spec: { volumeName: disk }') => `
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: ${name}, namespace: shop }
${rest}`;

const scratchClaim = (pod: string) => `
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: ${pod}-scratch, namespace: shop, ownerReferences: [{ apiVersion: v1, kind: Pod, name: ${pod} }] }
spec: { volumeName: disk }`;

const volume = (spec: string) => `
---
apiVersion: v1
kind: PersistentVolume
metadata: { name: disk }
spec: { ${spec} }`;

const ON_NODE = volume('hostPath: { path: /srv/disk }');

const podOf = (owner: string, name: string) => ({
  namespace: 'shop',
  name,
  owner: { kind: 'Deployment', name: owner },
  injected: [],
  imageDigests: {},
});

const database = (template: string) => `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  template: { spec: { containers: [{ name: db }] } }
  volumeClaimTemplates: [{ metadata: { name: ${template} } }]`;

testControl(pvHostPath, [
  {
    name: 'names the volume of the pod, the claim and the PersistentVolume',
    given: WEB + claim('web') + ON_NODE,
    outcome: 'fail',
    severity: 'medium',
    at: ['spec.template.spec.volumes[1].persistentVolumeClaim.claimName'],
    message:
      'claim "web" is bound to PersistentVolume "disk", a directory of its node',
  },
  {
    name: 'a volume that names the claim is bound to it',
    given: `${WEB}${claim('web', 'spec: {}')}${volume(
      'claimRef: { namespace: shop, name: web }, hostPath: { path: /srv }',
    )}`,
    outcome: 'fail',
  },
  {
    name: 'a volume of a claim of the same name elsewhere is not',
    given: `${WEB}${claim('web', 'spec: {}')}${volume(
      'claimRef: { namespace: other, name: web }, hostPath: { path: /srv }',
    )}`,
    outcome: 'pass',
  },
  {
    name: 'a claim that is bound to none',
    given: WEB + claim('web', 'spec: {}') + ON_NODE,
    outcome: 'pass',
  },
  {
    name: 'a CSI volume',
    given: WEB + claim('web') + volume('csi: { driver: d, volumeHandle: h }'),
    outcome: 'pass',
  },
  {
    name: 'a local volume passes with a word',
    given: WEB + claim('web') + volume('local: { path: /mnt/disk }'),
    outcome: 'pass',
    note: 'a claim is bound to a local volume, which ties the pod to a node',
  },
  {
    name: 'the setting lets it pass with a word',
    given: WEB + claim('web') + ON_NODE,
    settings: { allowHostPathVolumes: true },
    outcome: 'pass',
    note: 'PersistentVolumes on a host path are allowed by the settings',
  },
  {
    name: 'claims of a template of a StatefulSet',
    given:
      database('data') +
      claim('data-db-0') +
      claim('data-db-11') +
      claim('data-db-old') +
      ON_NODE,
    outcome: 'fail',
    at: ['spec.volumeClaimTemplates[0]', 'spec.volumeClaimTemplates[0]'],
  },
  {
    name: 'claims of another template',
    given: database('data') + claim('logs-db-0') + ON_NODE,
    outcome: 'pass',
  },
  {
    name: 'the claim of an ephemeral volume of its pod',
    given: SCRATCH + scratchClaim('web-5d-x') + ON_NODE,
    livePods: [podOf('web', 'web-5d-x')],
    outcome: 'fail',
    at: ['spec.template.spec.volumes[0].ephemeral'],
  },
  {
    name: 'the claim of an ephemeral volume of another workload’s pod',
    given: SCRATCH + scratchClaim('web-api-x') + ON_NODE,
    livePods: [podOf('web', 'web-5d-x'), podOf('web-api', 'web-api-x')],
    outcome: 'pass',
  },
  {
    name: 'a claim that could be its pod’s, where pods cannot be read',
    given: SCRATCH + scratchClaim('web-5d-x') + ON_NODE,
    unread: { livePods: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'pods are not read where no claim could be theirs',
    given: SCRATCH,
    unread: { livePods: 'forbidden' },
    outcome: 'pass',
  },
  {
    name: 'a bare pod with an ephemeral volume is its own owner',
    given: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web }], volumes: [{ name: scratch, ephemeral: {} }] }${scratchClaim(
      'web',
    )}${ON_NODE}`,
    outcome: 'fail',
    at: ['spec.volumes[0].ephemeral'],
  },
  {
    name: 'PersistentVolumes that cannot be read',
    given: WEB + claim('web'),
    unread: { persistentVolumes: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'nothing is read for a workload without claims',
    given: 'containers: [{ name: web }]',
    unread: {
      persistentVolumes: 'forbidden',
      persistentVolumeClaims: 'forbidden',
    },
    outcome: 'pass',
  },
  {
    name: 'a hostPath of the volume itself is another control',
    given: `
containers: [{ name: web }]
volumes: [{ name: data, hostPath: { path: /srv } }]`,
    outcome: 'pass',
  },
  {
    name: 'a claim name of the wrong type is no pass',
    given: `
containers: [{ name: web }]
volumes: [{ name: data, persistentVolumeClaim: { claimName: 1 } }]`,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.volumes[0].persistentVolumeClaim.claimName'],
  },
  {
    name: 'a PersistentVolume of the wrong type is no pass',
    given: WEB + claim('web') + volume('hostPath: /srv'),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.hostPath'],
  },
]);
