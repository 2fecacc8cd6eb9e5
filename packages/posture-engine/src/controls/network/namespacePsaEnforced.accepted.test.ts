import { testControl } from '../../testing';
import { namespacePsaEnforced } from './namespacePsaEnforced';

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

/** Namespaces whose pods may use their node, and those that only look alike. */
testControl(namespacePsaEnforced, [
  {
    name: 'a namespace of the cluster',
    given: namespace('{}', 'kube-system'),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
    note: /of the cluster/,
  },
  {
    name: 'a namespace with the name of a network plug-in and other pods',
    given: `${namespace('{}', 'calico-system')}\n${workload(
      PRIVILEGED,
      'web',
      'calico-system',
    )}`,
    outcome: 'fail',
  },
  {
    name: 'a namespace where a network plug-in runs, whatever its name',
    given: `${namespace('{}', 'networking')}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: cilium, namespace: networking }
spec: { template: { spec: { hostNetwork: true, containers: [{ name: agent, image: "quay.io/cilium/cilium:v1.18.2" }] } } }`,
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
    note: 'Cilium runs here and cannot work without the node',
  },
  {
    name: 'a namespace where a driver of volumes runs',
    given: `${namespace('{}', 'storage')}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: driver, namespace: storage }
spec: { template: { spec: { containers: [{ name: driver, image: "example.com/driver:1" }, { name: registrar, image: "registry.k8s.io/sig-storage/csi-node-driver-registrar:v2.15.0" }] } } }`,
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
    note: /^CSI driver/,
  },
  {
    name: 'a namespace that the addon manager of a provider looks after',
    given: namespace('{ addonmanager.kubernetes.io/mode: Reconcile }'),
    fromCluster: true,
    serverVersion: 'v1.34.4-gke.1047000',
    outcome: 'notApplicable',
    reason: 'providerManaged',
  },
  {
    name: 'the same label where no provider is',
    given: namespace('{ addonmanager.kubernetes.io/mode: Reconcile }'),
    fromCluster: true,
    serverVersion: 'v1.34.4',
    outcome: 'fail',
  },
]);
