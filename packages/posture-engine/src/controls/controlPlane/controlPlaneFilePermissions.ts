import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import {
  defineClusterControl,
  fail,
  notApplicable,
  notEvaluated,
  pass,
  unlessMissing,
} from '../../kit';
import { MANAGED_CLUSTER } from '../../kit/flags/flagExamples';
import {
  CONTROL_PLANE_NEEDS,
  ControlPlaneNeed,
  controlPlaneOf,
} from '../../relate/controlPlane/controlPlaneOf';
import { FILE_CHECKS } from '../../data/controlPlaneFiles';
import {
  FileEvidence,
  FileNeed,
  fileVerdicts,
} from '../../relate/controlPlane/fileVerdicts';
import { IMPORT_NEEDS } from '../../relate/imports/importedVerdicts';

const MOST_VIOLATIONS = 20;

const NODE = `apiVersion: v1
kind: Node
metadata:
  name: cp-1
  labels: { node-role.kubernetes.io/control-plane: "" }`;

const kubeBench = (failing?: string, left?: string) => ({
  given: NODE,
  surroundings: {
    fromCluster: true,
    evidence: {
      imports: [
        {
          kind: 'kube-bench' as const,
          receivedAt: Date.UTC(2026, 10, 2),
          node: 'cp-1',
          document: {
            Controls: [
              {
                version: 'cis-1.12',
                tests: [
                  {
                    results: FILE_CHECKS.filter(({ cis }) => cis !== left).map(
                      ({ cis }) => ({
                        test_number: cis,
                        status: cis === failing ? 'FAIL' : 'PASS',
                      }),
                    ),
                  },
                ],
              },
            ],
          },
        },
      ],
    },
  },
});

export const controlPlaneFilePermissions = defineClusterControl({
  id: 'control-plane-file-permissions',
  title: 'Files of the control plane belong to root alone',
  failureTitle: 'Files of the control plane are open to others',
  why: 'Whoever reads the keys on a node of the control plane, or writes its manifests, is administrator of the cluster.',
  fix: 'On every node of the control plane:\n\n```sh\nchown -R root:root /etc/kubernetes\nchmod 600 /etc/kubernetes/manifests/*.yaml /etc/kubernetes/*.conf\nchmod 600 /etc/kubernetes/pki/*.key /etc/kubernetes/pki/etcd/*.key\nchmod 700 /var/lib/etcd\n```\n\nThen run the report again.',
  severity: 'medium',
  category: 'controlPlane',
  scope: 'controlPlane',
  frameworks: {
    nsa: ['N4'],
    cis: { '1.12': FILE_CHECKS.map(({ cis }) => cis) },
    'nist-800-190': ['4.5.5'],
    'owasp-k8s': ['K06'],
  },
  references: ['https://kubernetes.io/docs/setup/best-practices/certificates/'],
  needs: [
    ...CONTROL_PLANE_NEEDS,
    ...IMPORT_NEEDS,
    'kubescapeControlPlaneInfos',
    'kubescapeCniInfos',
  ],
  reads:
    'Reports of other tools on the 21 checks of section 1.1 of the CIS benchmark, as no API shows files of a node: kube-bench, the operator of Trivy, and the ControlPlaneInfo and CNIInfo of Kubescape. It passes only where each check has evidence from every node of the control plane.',
  notes:
    'Kubescape alone never answers the whole: it does not look at scheduler.conf, controller-manager.conf and the data of etcd. The benchmark asks that this data belongs to the user `etcd`, whom kubeadm does not make: that check fails on its clusters, although only root reads the files.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [kubeBench()],
    fail: [kubeBench('1.1.12')],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [NODE, kubeBench(undefined, '1.1.9')],
  },
  evaluate(_, context: ControlContext<ControlPlaneNeed | FileNeed>) {
    const controlPlane = unlessMissing(() => controlPlaneOf(context));
    return controlPlane?.is === 'providerManaged'
      ? notApplicable(
          'providerManaged',
          `${controlPlane.provider.name} runs the control plane`,
        )
      : judgementOf(fileVerdicts(context));
  },
});

function judgementOf(evidence: FileEvidence): Judgement {
  const { failing, missing, sources, reason } = evidence;
  const note = `from ${sources.join(' and ')}`;
  if (failing.length > 0)
    return fail(
      failing
        .slice(0, MOST_VIOLATIONS)
        .map(({ place, check: { cis, what }, source }) => ({
          path: place,
          field: `${place} ${cis}`,
          message: `${what}: not as CIS ${cis} asks, by ${source}`,
        })),
      { note },
    );
  if (missing.length === 0) return pass(note);
  return sources.length === 0
    ? notEvaluated(reason)
    : notEvaluated('partial', `${note}; no evidence for ${missing.join(', ')}`);
}
