import {
  defineControl,
  eachHostPath,
  hostPathBreach,
  hostPathMountBreach,
  pass,
  patchVolumes,
} from '../../kit';

export const hostPathVolume = defineControl({
  id: 'host-path-volume',
  title: 'Pods mount nothing of the disk of their node',
  failureTitle: 'The pod has a volume that is a place on its node',
  why: 'Files of the node belong to the node and to every pod on it: whoever takes the pod reads them, and with a writable mount changes them.',
  fix: 'Use an `emptyDir` for scratch data, a ConfigMap or a Secret for configuration, a PersistentVolumeClaim or a CSI volume for data that stays, and remove the `hostPath` volume with its mounts.',
  severity: 'high',
  category: 'podSpec',
  scope: 'pod',
  frameworks: {
    nsa: ['P4'],
    'pss-baseline': ['hostPathVolumes'],
    cis: { '1.12': ['5.2.11'] },
    'nist-800-190': ['4.4.3', '4.5.5'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  ],
  needs: [],
  reads:
    '`volumes[].hostPath` of the pod spec, mounted or not, and the `volumeMounts` of all containers that show which of them see it, and whether they may write.',
  notes:
    'Log shippers and agents of a node often need a read-only mount: for them the finding stays open, on that path alone. A PersistentVolume on the disk of a node is no concern of this control: see `pv-host-path`.',
  examples: {
    pass: [
      `containers: [{ name: web, volumeMounts: [{ name: scratch, mountPath: /scratch }] }]
volumes: [{ name: scratch, emptyDir: {} }]`,
      'containers: [{ name: web }]',
    ],
    fail: [
      `containers: [{ name: web, volumeMounts: [{ name: logs, mountPath: /logs, readOnly: true }] }]
volumes: [{ name: logs, hostPath: { path: /var/log } }]`,
      `containers: [{ name: web }]
volumes: [{ name: unused, hostPath: { path: /srv/data, type: Directory } }]`,
    ],
  },
  evaluate: eachHostPath(
    {
      volume: volume => hostPathBreach(volume, 'which its other pods share'),
      mount: hostPathMountBreach,
    },
    pass,
  ),
  patch: patchVolumes,
});
