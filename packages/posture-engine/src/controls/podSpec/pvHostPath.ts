import { defineControl, fail, keyedPlace, pass } from '../../kit';
import { Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { objectAt, objectOrEmpty, stringAt } from '../../read/typedReads';
import { boundVolume } from '../../relate/boundVolume';
import { claimsOfWorkload, UsedClaim } from '../../relate/claimsOfWorkload';

const ALLOWED = 'PersistentVolumes on a host path are allowed by the settings';
const LOCAL =
  'a claim is bound to a local volume, which ties the pod to a node';

export const pvHostPath = defineControl({
  id: 'pv-host-path',
  title: 'PersistentVolumes lie outside the disk of a node',
  failureTitle: 'A claim of the workload is bound to a directory of a node',
  why: 'A PersistentVolume with a host path is the disk of the node under another name: no quota bounds it, and Pod Security Admission does not see it.',
  fix: 'Move the data to a StorageClass with a CSI driver, and claim it from there.',
  severity: 'medium',
  category: 'podSpec',
  scope: 'workload',
  optional: true,
  frameworks: {
    nsa: ['P4'],
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/',
    'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
  ],
  needs: ['persistentVolumeClaims', 'persistentVolumes', 'livePods'],
  reads:
    'The PersistentVolumeClaims that the workload uses (named by its volumes, made from `volumeClaimTemplates`, or for its ephemeral volumes), and `hostPath` and `local` of the PersistentVolumes to which they are bound. A claim that is bound to none passes.',
  notes:
    'Development clusters make such volumes for every claim: the setting `allowHostPathVolumes` lets them pass, with a note. So does a `local` volume, which an administrator gave a disk of its own.',
  examples: {
    pass: [
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec:
      containers: [{ name: web }]
      volumes: [{ name: data, persistentVolumeClaim: { claimName: web } }]
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: web, namespace: shop }
spec: { volumeName: disk }
---
apiVersion: v1
kind: PersistentVolume
metadata: { name: disk }
spec: { csi: { driver: disk.csi.example.com, volumeHandle: disk } }`,
    ],
    fail: [
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec:
      containers: [{ name: web }]
      volumes: [{ name: data, persistentVolumeClaim: { claimName: web } }]
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: web, namespace: shop }
spec: { volumeName: disk }
---
apiVersion: v1
kind: PersistentVolume
metadata: { name: disk }
spec: { hostPath: { path: /srv/disk } }`,
    ],
    notEvaluated: [
      {
        given: `containers: [{ name: web }]
volumes: [{ name: data, persistentVolumeClaim: { claimName: web } }]`,
        surroundings: { unread: { persistentVolumeClaims: 'forbidden' } },
      },
    ],
  },
  evaluate: (workload, { inventory, settings }) => {
    const bound = claimsOfWorkload(workload, inventory).flatMap(used => {
      const volume = boundVolume(workload.namespace, used.claim, inventory);
      return volume ? [{ used, volume }] : [];
    });
    const violations = bound.flatMap(
      ({ used, volume }) => violationOf(used, volume) ?? [],
    );
    if (violations.length)
      return settings.allowHostPathVolumes ? pass(ALLOWED) : fail(violations);
    return bound.some(({ volume }) => sourceOf(volume, 'local'))
      ? pass(LOCAL)
      : pass();
  },
});

function violationOf(
  { claim, path, list, key }: UsedClaim,
  volume: KubernetesObject,
): Violation | undefined {
  const hostPath = sourceOf(volume, 'hostPath');
  if (!hostPath) return undefined;
  const { name } = volume.metadata;
  const actual = stringAt(hostPath, 'path', 'spec.hostPath');
  return {
    path,
    field: keyedPlace(list, key),
    message: `claim "${claim}" is bound to PersistentVolume "${name}", a directory of its node`,
    ...(actual === undefined ? {} : { actual }),
    expected: 'a PersistentVolume without hostPath',
  };
}

function sourceOf(volume: KubernetesObject, source: 'hostPath' | 'local') {
  return objectAt(objectOrEmpty(volume, 'spec', ''), source, 'spec');
}
