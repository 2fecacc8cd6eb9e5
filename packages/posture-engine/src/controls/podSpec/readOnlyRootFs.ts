import {
  defineControl,
  eachContainer,
  patchContainers,
  unlessMalformed,
} from '../../kit';
import { Container } from '../../model/container';
import { PodSpecPatch } from '../../model/control';
import { Violation } from '../../model/finding';
import { Workload } from '../../model/workload';

/** What the violation expects where the patch may give the container a writable /tmp. */
const WITH_TMP = 'true, with an emptyDir at /tmp';

/** Kubernetes' longest name of a volume. */
const LONGEST_NAME = 63;

export const readOnlyRootFs = defineControl({
  id: 'read-only-root-fs',
  title: 'Containers cannot write to their own root file system',
  failureTitle: 'A container can write to its root file system',
  why: 'An attacker who gets into this container can store tools and change the program, and nobody sees it in the image.',
  fix: 'Set `securityContext.readOnlyRootFilesystem: true`, and mount an `emptyDir` wherever the program writes, such as `/tmp`.',
  severity: 'low',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['P2', 'P4'],
    cis: { '1.12': ['5.6.3'] },
    'nist-800-190': ['4.4.3', '4.4.4'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    'https://kubernetes.io/docs/concepts/security/application-security-checklist/',
  ],
  needs: [],
  reads:
    '`securityContext.readOnlyRootFilesystem` of every container, init container, sidecar and ephemeral container. Unset counts as false. There is no such field on the pod, and none on Windows.',
  notes:
    'How grave this is is disputed; it stays low, for programs that write to their image need work first. The patch gives each container an empty `/tmp` of its own; what it writes elsewhere needs a mount that only its owner knows. An ephemeral container is listed and never scored, because no template can fix it.',
  examples: {
    pass: [
      `containers:
  - name: web
    securityContext:
      readOnlyRootFilesystem: true
    volumeMounts:
      - name: tmp
        mountPath: /tmp
volumes:
  - name: tmp
    emptyDir: {}`,
    ],
    fail: [
      `containers:
  - name: web`,
      `initContainers:
  - name: setup
    securityContext:
      readOnlyRootFilesystem: false
containers:
  - name: web
    securityContext:
      readOnlyRootFilesystem: true`,
      `containers:
  - name: web
    volumeMounts:
      - name: scratch
        mountPath: /tmp
volumes:
  - name: scratch
    emptyDir: {}`,
    ],
    notApplicable: [
      `os: { name: windows }
containers:
  - name: web`,
    ],
  },
  evaluate: eachContainer(
    (container, workload) => {
      const readOnly = container.securityContext.readOnlyRootFilesystem;
      if (readOnly) return undefined;
      return {
        at: 'securityContext.readOnlyRootFilesystem',
        message: `container "${container.name}" can write to its root file system`,
        ...(readOnly === undefined ? {} : { actual: readOnly }),
        expected: unlessMalformed(() => hasRoomForTmp(container, workload))
          ? WITH_TMP
          : true,
      };
    },
    { notOnWindows: {} },
  ),
  patch: readOnlyWithTmp,
});

/** A mount at /tmp stays what it is, and so does a volume that has our name and is no emptyDir. */
function hasRoomForTmp(container: Container, workload: Workload): boolean {
  const name = tmpVolumeOf(container.name);
  return (
    !container.volumeMounts.some(
      mount => mount.mountPath?.replace(/\/+$/, '') === '/tmp',
    ) &&
    !workload.volumeClaimTemplates.includes(name) &&
    !workload.volumes.some(
      volume =>
        volume.name === name && (volume.source ?? 'emptyDir') !== 'emptyDir',
    )
  );
}

function tmpVolumeOf(container: string | undefined): string {
  return `tmp-${container}`.slice(0, LONGEST_NAME).replace(/-+$/, '');
}

function readOnlyWithTmp(
  violations: readonly Violation[],
): PodSpecPatch | undefined {
  const volumes: Record<string, unknown>[] = [];
  const containers = patchContainers(violations, ([violation]) => {
    const securityContext = { readOnlyRootFilesystem: true };
    if (violation.expected !== WITH_TMP) return { securityContext };
    const name = tmpVolumeOf(violation.container);
    volumes.push({ name, emptyDir: {} });
    return { securityContext, volumeMounts: [{ name, mountPath: '/tmp' }] };
  });
  return containers && volumes.length ? { ...containers, volumes } : containers;
}
