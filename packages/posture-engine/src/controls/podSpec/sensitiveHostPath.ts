import {
  defineControl,
  eachHostPath,
  holdsNodePath,
  hostPathBreach,
  hostPathMountBreach,
  hostPathMounts,
  keyedPlace,
  normalizeNodePath,
  notApplicable,
  pass,
  patchVolumes,
} from '../../kit';
import type { Breach, HostPathMount, HostPathVolume } from '../../kit';
import {
  KERNEL_NODE_PATHS,
  SENSITIVE_NODE_PATHS,
} from '../../data/sensitiveNodePaths';
import { Workload } from '../../model/workload';

const SHALLOW =
  'read-only mounts are not recursive: what the node mounts further down stays writable';

const judge = eachHostPath({ volume: volumeBreach, mount: mountBreach }, () =>
  notApplicable('nothingToJudge'),
);

export const sensitiveHostPath = defineControl({
  id: 'sensitive-host-path',
  title: 'Pods see no sensitive place of their node, and write to none',
  failureTitle:
    'The pod sees a sensitive place of its node, or can write to it',
  why: 'Keys, programs and the state of Kubernetes lie in a few directories of every node, and whoever can write to the disk of a node can make it run what they like.',
  fix: 'Set `readOnly: true` on the mount, and narrow the path of the volume to the one directory that the program needs, outside the system directories.',
  severity: 'high',
  category: 'podSpec',
  scope: 'pod',
  frameworks: {
    nsa: ['P4'],
    cis: { '1.12': ['5.2.11'] },
    'nist-800-190': ['4.4.3', '4.5.5'],
    'owasp-k8s': ['K01'],
  },
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#hostpath'],
  needs: [],
  reads:
    '`volumes[].hostPath.path` and `volumeMounts[].readOnly` of all containers. A path fails where it is, holds or lies in one of the system directories (/etc, /root, /boot, /dev, /proc, /sys, /lib, /usr, /bin, /sbin, and the state of kubelet, etcd and the container runtimes), by whole names: /etcetera is another place. Any other path fails where a mount of it is writable; unset counts as writable.',
  notes:
    'Node exporters read /proc and /sys by their very purpose: where all mounts of those are read-only, the finding is only medium. `readOnly` does not reach what the node has mounted below the path, unless `recursiveReadOnly` is `Enabled`: a pass says so. For a sensitive path the patch takes out the volume and its mounts, since no one but you can name a narrower one.',
  examples: {
    pass: [
      `containers: [{ name: web, volumeMounts: [{ name: logs, mountPath: /logs, readOnly: true }] }]
volumes: [{ name: logs, hostPath: { path: /var/log/pods } }]`,
    ],
    fail: [
      `containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data }] }]
volumes: [{ name: data, hostPath: { path: /srv/data } }]`,
      `containers: [{ name: web, volumeMounts: [{ name: config, mountPath: /host, readOnly: true }] }]
volumes: [{ name: config, hostPath: { path: /etc/kubernetes } }]`,
    ],
    notApplicable: [
      `containers: [{ name: web, volumeMounts: [{ name: scratch, mountPath: /scratch }] }]
volumes: [{ name: scratch, emptyDir: {} }]`,
    ],
  },
  evaluate: (workload, context) => {
    const judgement = judge(workload, context);
    return judgement.outcome === 'pass' && hasShallowMount(workload)
      ? pass(SHALLOW)
      : judgement;
  },
  patch: patchVolumes,
});

function volumeBreach(volume: HostPathVolume): Breach | undefined {
  if (!isPlace(volume, isSensitive)) return undefined;
  const breach = hostPathBreach(volume, 'which is a sensitive place');
  return isPlace(volume, isOfKernel)
    ? { ...breach, severity: 'medium' }
    : breach;
}

function mountBreach(mounted: HostPathMount): Breach | undefined {
  const { mount, volume, container } = mounted;
  if (isPlace(volume, isSensitive)) {
    const breach = hostPathMountBreach(mounted);
    return mount.readOnly && isPlace(volume, isOfKernel)
      ? { ...breach, severity: 'medium' }
      : breach;
  }
  if (mount.readOnly) return undefined;
  return {
    at: keyedPlace('volumeMounts', mount.mountPath, 'readOnly'),
    path: `${mount.path}.readOnly`,
    message: `container "${container.name}" can write to ${volume.hostPath} of the node`,
    actual: 'writable',
    expected: true,
  };
}

function hasShallowMount(workload: Workload): boolean {
  return workload.containers.some(container =>
    hostPathMounts(container, workload).some(
      ({ mount }) => !mount.recursiveReadOnly,
    ),
  );
}

function isPlace(
  { hostPath }: HostPathVolume,
  test: (path: string) => boolean,
): boolean {
  return hostPath !== '' && test(normalizeNodePath(hostPath));
}

function isSensitive(path: string): boolean {
  return SENSITIVE_NODE_PATHS.some(
    place => holdsNodePath(place, path) || holdsNodePath(path, place),
  );
}

function isOfKernel(path: string): boolean {
  return KERNEL_NODE_PATHS.some(place => holdsNodePath(place, path));
}
