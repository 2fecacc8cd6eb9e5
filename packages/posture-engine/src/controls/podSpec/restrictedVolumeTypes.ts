import { defineControl, keyedPlace, onPod } from '../../kit';
import type { Breach } from '../../kit';
import { Volume } from '../../model/volume';

const ALLOWED: readonly string[] = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

export const restrictedVolumeTypes = defineControl({
  id: 'restricted-volume-types',
  title: 'Pods use only the volume types that Kubernetes itself controls',
  failureTitle: 'The pod has a volume of a type outside the core ones',
  why: 'A volume that names a file server, a disk or a repository by itself goes past storage classes, quotas and the people who approve storage, with code of the node that is old and rarely patched.',
  fix: 'Claim the storage with a PersistentVolumeClaim, or use a CSI driver for it. Clone a Git repository with an init container into an `emptyDir`.',
  severity: 'low',
  category: 'podSpec',
  scope: 'pod',
  frameworks: {
    nsa: ['P4'],
    'pss-restricted': ['restrictedVolumes'],
    cis: { '1.12': ['5.6.3'] },
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://kubernetes.io/docs/concepts/storage/volumes/',
  ],
  needs: [],
  reads:
    '`volumes[]` of the pod spec. Allowed are configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected and secret. A volume without a type is an emptyDir, as the API server makes it.',
  notes:
    'A `hostPath` fails here as a consequence of `host-path-volume`. A `gitRepo` volume is raised to high: CVE-2025-1767 lets it run commands on the node and has no fix; from Kubernetes 1.33 the driver is off unless the feature gate `GitRepoVolumeDriver` turns it on. There is no patch: what the volume holds has to move.',
  examples: {
    pass: [
      `containers: [{ name: web }]
volumes:
  - { name: config, configMap: { name: web } }
  - { name: data, persistentVolumeClaim: { claimName: web } }`,
      `containers: [{ name: web }]
volumes: [{ name: scratch }]`,
    ],
    fail: [
      `containers: [{ name: web }]
volumes: [{ name: share, nfs: { server: files.example.com, path: /share } }]`,
      `containers: [{ name: web }]
volumes: [{ name: code, gitRepo: { repository: "https://git.example.com/web" } }]`,
    ],
  },
  evaluate: onPod(workload =>
    workload.volumes.flatMap(volume =>
      volume.source === undefined || ALLOWED.includes(volume.source)
        ? []
        : breachOf(volume, volume.source),
    ),
  ),
});

function breachOf(volume: Volume, source: string): Breach {
  return {
    at: keyedPlace('volumes', volume.name, source),
    path: `${volume.path}.${source}`,
    message: `volume "${volume.name ?? ''}" is of type ${source}`,
    actual: source,
    expected: ALLOWED,
    ...(source === 'gitRepo' ? { severity: 'high' } : {}),
    ...(source === 'hostPath' ? { consequenceOf: 'host-path-volume' } : {}),
  };
}
