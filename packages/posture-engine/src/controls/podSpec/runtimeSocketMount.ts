import {
  defineControl,
  eachHostPath,
  holdsNodePath,
  hostPathBreach,
  hostPathMountBreach,
  HostPathVolume,
  normalizeNodePath,
  pass,
  patchVolumes,
} from '../../kit';
import { runtimePlaces } from '../../data/runtimeSockets';
import { DataTables } from '../../model/dataTables';

export const runtimeSocketMount = defineControl({
  id: 'runtime-socket-mount',
  title: 'Pods cannot reach the container runtime of their node',
  failureTitle: 'The pod can reach the socket of the container runtime',
  why: 'Whoever can talk to the container runtime starts any container with any right on the node, which is the same as owning the node.',
  fix: 'Remove the volume. Build images with a builder that needs no runtime of the node, such as rootless BuildKit, and read about containers from the Kubernetes API.',
  severity: 'critical',
  category: 'podSpec',
  scope: 'pod',
  frameworks: {
    nsa: ['P4', 'P6'],
    cis: { '1.12': ['5.2.11'] },
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
    'https://kubernetes.io/docs/setup/production-environment/container-runtimes/',
  ],
  needs: [],
  reads:
    '`volumes[].hostPath.path`: the known sockets and pipes of Docker, containerd, CRI-O, cri-dockerd, Podman, K3s, k0s and MicroK8s, every directory above them, and any path that ends with the name of such a socket. `.`, `..` and repeated slashes are resolved, and /var/run is /run.',
  notes:
    'Where the container mounts the volume does not matter, nor does `readOnly`: to connect to a socket is no write. A volume of a whole directory counts, for instance /run or /, because the socket lies in it.',
  examples: {
    pass: [
      `containers: [{ name: web }]
volumes: [{ name: logs, hostPath: { path: /var/log } }]`,
      'containers: [{ name: web }]',
    ],
    fail: [
      `containers: [{ name: builder, volumeMounts: [{ name: docker, mountPath: /var/run/docker.sock }] }]
volumes: [{ name: docker, hostPath: { path: /var/run/docker.sock, type: Socket } }]`,
      `containers: [{ name: agent, volumeMounts: [{ name: run, mountPath: /host/run, readOnly: true }] }]
volumes: [{ name: run, hostPath: { path: /run } }]`,
    ],
  },
  evaluate: eachHostPath(
    {
      volume: (volume, { tables }) =>
        reachesRuntime(volume, tables)
          ? hostPathBreach(volume, 'where the container runtime takes orders')
          : undefined,
      mount: (mounted, { tables }) =>
        reachesRuntime(mounted.volume, tables)
          ? hostPathMountBreach(mounted)
          : undefined,
    },
    pass,
  ),
  patch: patchVolumes,
});

function reachesRuntime(
  { hostPath }: HostPathVolume,
  tables: DataTables,
): boolean {
  if (!hostPath) return false;
  const path = normalizeNodePath(hostPath);
  const place = holdsNodePath('/var/run', path)
    ? path.slice('/var'.length)
    : path;
  const { sockets, names, pipes } = runtimePlaces(tables.runtimeSockets);
  return (
    sockets.some(socket => holdsNodePath(place, socket)) ||
    names.has(place.slice(place.lastIndexOf('/') + 1)) ||
    pipes.has(place.toLowerCase())
  );
}
