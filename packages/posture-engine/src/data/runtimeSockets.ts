/**
 * Sockets on which container runtimes take orders, as normalised node paths with /run for /var/run.
 * Source: the default endpoints in the documentation of Docker, containerd, CRI-O, cri-dockerd, Podman, K3s, k0s and MicroK8s.
 */
export const RUNTIME_SOCKETS: readonly string[] = [
  '/run/docker.sock',
  '/run/containerd/containerd.sock',
  '/run/crio/crio.sock',
  '/run/k3s/containerd/containerd.sock',
  '/run/podman/podman.sock',
  '/run/cri-dockerd.sock',
  '/run/k0s/containerd.sock',
  '/var/snap/microk8s/common/run/containerd.sock',
  '/run/dockershim.sock',
];

/** File names that only a runtime's socket has, wherever it lies. */
export const RUNTIME_SOCKET_NAMES: readonly string[] = [
  'docker.sock',
  'containerd.sock',
  'crio.sock',
  'cri-dockerd.sock',
  'podman.sock',
  'dockershim.sock',
];

/** Named pipes of runtimes on Windows, as normalised paths in lower case. */
export const RUNTIME_PIPES: readonly string[] = [
  '/pipe/docker_engine',
  '/pipe/containerd-containerd',
];
