import {
  defineControl,
  eachContainer,
  keyedPlace,
  notApplicable,
  notEvaluated,
  unlessMissing,
} from '../../kit';
import { ControlContext } from '../../model/control';
import { KubeletVersion, kubeletVersions } from '../../relate/kubeletVersions';
import { podsOfWorkload } from '../../relate/podsOfWorkload';
import { Workload } from '../../model/workload';

type Needs = 'nodes' | 'livePods';

/** The first patch of each minor of 1.x that has the fix; older minors have none, newer ones all have it. Source: CVE-2021-25741. */
const FIXED_IN: Readonly<Record<number, number>> = {
  19: 15,
  20: 11,
  21: 5,
  22: 2,
};
const OLDEST_FIXED = 19;

/** From this minor of the API server on, every kubelet that it supports has the fix. */
const ALL_FIXED_SINCE = 25;

const judgeMounts = eachContainer<Needs>(container =>
  container.volumeMounts
    .filter(({ subPath }) => subPath)
    .map(mount => ({
      at: keyedPlace('volumeMounts', mount.mountPath, 'subPath'),
      path: mount.path,
      message: `container "${container.name}" mounts a sub-path on a kubelet that follows its links out of the volume`,
      expected: 'a kubelet with the fix',
    })),
);

export const subpathCve202125741 = defineControl({
  id: 'subpath-cve-2021-25741',
  title: 'Sub-path mounts run on kubelets that confine them',
  failureTitle: 'A sub-path mount can reach the disk of its node',
  why: 'By CVE-2021-25741 whoever can create a pod with a sub-path mount on an old kubelet swaps a link at the right moment and reads and writes any file of the node.',
  fix: 'Upgrade the kubelets: every supported version of Kubernetes has the fix. Until then, mount whole volumes.',
  severity: 'high',
  category: 'podSpec',
  scope: 'pod',
  optional: true,
  frameworks: {
    nsa: ['U1'],
    'nist-800-190': ['4.4.1'],
    'owasp-k8s': ['K07'],
  },
  references: [
    'https://github.com/kubernetes/kubernetes/issues/104980',
    'https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath',
  ],
  needs: ['nodes', 'livePods'],
  reads:
    '`subPath` and `subPathExpr` of all volume mounts, and the version of the kubelets on whose nodes the pods run; of all nodes, where no pod runs now. Versions are compared as numbers: 1.19.15, 1.20.11, 1.21.5, 1.22.2 and everything from 1.23 have the fix.',
  notes:
    'Not applicable where the kubelets have the fix. Where nodes cannot be read, the same holds from Kubernetes 1.25: no kubelet that it supports is without the fix. A distribution that carried the fix back under an older number is reported all the same.',
  examples: {
    pass: [
      `containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data }] }]
volumes: [{ name: data, emptyDir: {} }]`,
    ],
    fail: [
      `containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data, subPath: web }] }]
volumes: [{ name: data, emptyDir: {} }]`,
    ],
    notApplicable: [
      {
        given: `containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data, subPath: web }] }]
volumes: [{ name: data, emptyDir: {} }]`,
        surroundings: {
          kubernetesVersion: '1.21',
          nodes: [
            {
              apiVersion: 'v1',
              kind: 'Node',
              metadata: { name: 'mended' },
              status: { nodeInfo: { kubeletVersion: 'v1.21.5' } },
            },
          ],
        },
      },
    ],
  },
  exampleSurroundings: {
    kubernetesVersion: '1.21',
    nodes: [
      {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: { name: 'old' },
        status: { nodeInfo: { kubeletVersion: 'v1.21.4' } },
      },
    ],
  },
  evaluate: (workload, context) => {
    const judgement = judgeMounts(workload, context);
    if (judgement.outcome !== 'fail') return judgement;
    const versions = versionsOf(workload, context);
    if (versions.some(version => version && isVulnerable(version)))
      return judgement;
    return versions.includes(undefined)
      ? notEvaluated('unsupportedVersion', 'a node tells no kubelet version')
      : notApplicable('nothingToJudge', 'the kubelets have the fix');
  },
});

function versionsOf(
  workload: Workload,
  { inventory, kubernetesVersion }: ControlContext<Needs>,
): readonly (KubeletVersion | undefined)[] {
  const nodes =
    kubernetesVersion.minor < ALL_FIXED_SINCE
      ? inventory.nodes
      : unlessMissing(() => inventory.nodes);
  if (!nodes) return [];
  const versions = kubeletVersions(nodes);
  const livePods = unlessMissing(() => inventory.livePods) ?? [];
  const running = podsOfWorkload(workload.subject, livePods).flatMap(
    ({ nodeName }) => nodeName ?? [],
  );
  return running.length
    ? running.map(name => versions.get(name))
    : [...versions.values()];
}

function isVulnerable({ minor, patch }: KubeletVersion): boolean {
  return minor < OLDEST_FIXED || patch < (FIXED_IN[minor] ?? 0);
}
