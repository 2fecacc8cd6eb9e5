/**
 * Places of a node that hold its configuration, its programs, its devices, its kernel's interfaces,
 * or the state of Kubernetes and of the container runtime.
 * Source: Filesystem Hierarchy Standard 3.0, and the default state directories of kubelet, etcd, Docker, containerd and CRI-O.
 */
export const SENSITIVE_NODE_PATHS: readonly string[] = [
  '/etc',
  '/root',
  '/boot',
  '/dev',
  '/proc',
  '/sys',
  '/lib',
  '/usr',
  '/bin',
  '/sbin',
  '/var/lib/kubelet',
  '/var/lib/etcd',
  '/var/lib/docker',
  '/var/lib/containerd',
  '/var/lib/containers',
];

/** Those of them that monitoring agents read by their very purpose. */
export const KERNEL_NODE_PATHS: readonly string[] = ['/proc', '/sys'];
