import { ControlPlaneComponent } from './flagRule';

/** The programs that run inside the process of k3s with flags of their own. */
export type K3sComponent = Exclude<ControlPlaneComponent, 'etcd'>;

/** Stands for the path of a file that k3s makes itself. */
const OWN_FILE = 'a file of k3s';

/**
 * Flags that k3s gives its programs by itself, unless its own arguments say otherwise.
 * Source: k3s-io/k3s, pkg/daemons/control/server.go (functions apiServer, controllerManager, scheduler), alike from 1.20 on.
 */
export const K3S_DEFAULTS: Readonly<
  Record<K3sComponent, Readonly<Record<string, string>>>
> = {
  'kube-apiserver': {
    'anonymous-auth': 'false',
    'authorization-mode': 'Node,RBAC',
    'client-ca-file': OWN_FILE,
    'enable-admission-plugins': 'NodeRestriction',
    'insecure-port': '0',
    'kubelet-certificate-authority': OWN_FILE,
    'kubelet-client-certificate': OWN_FILE,
    'kubelet-client-key': OWN_FILE,
    profiling: 'false',
    'service-account-key-file': OWN_FILE,
    'service-account-signing-key-file': OWN_FILE,
    'tls-cert-file': OWN_FILE,
    'tls-private-key-file': OWN_FILE,
  },
  'kube-controller-manager': {
    'bind-address': '127.0.0.1',
    profiling: 'false',
    'root-ca-file': OWN_FILE,
    'service-account-private-key-file': OWN_FILE,
    'use-service-account-credentials': 'true',
  },
  'kube-scheduler': {
    'bind-address': '127.0.0.1',
    profiling: 'false',
  },
};

/** Flags whose value k3s derives from where it stores its data, so that its arguments do not show them. */
export const K3S_DERIVED_FLAGS: readonly string[] = [
  'etcd-cafile',
  'etcd-certfile',
  'etcd-keyfile',
  'etcd-servers',
];

/** The arguments of k3s that hand flags to a program: `--kube-apiserver-arg=profiling=true`. */
export const K3S_ARGUMENTS: Readonly<Record<K3sComponent, readonly string[]>> =
  {
    'kube-apiserver': ['kube-apiserver-arg'],
    'kube-controller-manager': [
      'kube-controller-manager-arg',
      'kube-controller-arg',
    ],
    'kube-scheduler': ['kube-scheduler-arg'],
  };
