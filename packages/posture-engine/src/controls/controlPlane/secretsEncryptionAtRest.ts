import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { notEvaluated, pass } from '../../kit';
import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
} from '../../kit/flags/flagExamples';
import { FlagNeed } from '../../kit/flags/judgeFlags';
import { controlPlaneOf } from '../../relate/controlPlane/controlPlaneOf';
import { storedSecrets } from '../../relate/controlPlane/storedSecrets';
import { eksEncryptsAll } from '../../relate/controlPlane/eksEncryptsAll';

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata: { name: kube-system }`;

export const secretsEncryptionAtRest = defineFlagControl({
  id: 'secrets-encryption-at-rest',
  title: 'Secrets are encrypted where they are stored',
  failureTitle: 'Secrets are stored in plain text',
  why: 'Whoever gets a disk, a snapshot or a backup of etcd reads every password of every service, unless Secrets are encrypted before they are stored.',
  fix: `Write an EncryptionConfiguration whose first provider is \`kms\` (version 2) or \`secretbox\`, and name it to every API server by \`--encryption-provider-config\`. Then store the Secrets of before again:

\`\`\`sh
kubectl get secrets --all-namespaces -o json | kubectl replace -f -
\`\`\`

k3s has \`--secrets-encryption\` for it, managed services a setting of the cluster.`,
  severity: 'high',
  frameworks: {
    nsa: ['N7'],
    cis: { '1.12': ['1.2.27'] },
    'nist-800-190': ['4.1.4'],
    'owasp-k8s': ['K03'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/',
  ],
  needs: ['apiServerMetrics'],
  reads:
    'The flag `--encryption-provider-config` of every API server, or the metric `apiserver_storage_transformation_operations_total`: Secrets that are written with a prefix `k8s:enc:`. EKS from Kubernetes 1.28 on encrypts all data of the API by itself.',
  notes:
    'Reading encrypted Secrets proves only that encryption was on once, so only writing counts. Where Secrets without a prefix are still read, older ones lie in plain text, and the note says so. GKE and AKS encrypt disks always and Secrets on request: whether they do is for a person to attest. How strong the encryption is, `encryption-provider-strength` judges. In the compliance report k8s-nsa of Trivy the number 5.1 (etcd traffic) is wired to the check of this control, and 6.1 to the one for the CA of etcd; neither is gone by.',
  examples: {
    pass: [
      apiServerPod(
        '--encryption-provider-config=/etc/kubernetes/enc/config.yaml',
      ),
      {
        given: NAMESPACE,
        surroundings: {
          fromCluster: true,
          evidence: {
            apiServerMetrics: [
              {
                name: 'apiserver_storage_transformation_operations_total',
                labels: {
                  resource: 'secrets',
                  transformation_type: 'to_storage',
                  transformer_prefix: 'k8s:enc:kms:v2:vault:',
                },
                value: 12,
              },
            ],
          },
        },
      },
      {
        given: NAMESPACE,
        surroundings: {
          fromCluster: true,
          serverVersion: 'v1.35.2-eks-1a2b3c4',
        },
      },
    ],
    fail: [apiServerPod('--authorization-mode=Node,RBAC')],
    notEvaluated: [
      HIDDEN_CONTROL_PLANE,
      {
        given: NAMESPACE,
        surroundings: {
          fromCluster: true,
          serverVersion: 'v1.35.3-gke.1389000',
        },
      },
    ],
  },
  judge(byFlags, context) {
    const stored = storedSecrets(context);
    const plain = stored.readsPlain
      ? '; Secrets in plain text are still read: store them again'
      : '';
    if (byFlags.outcome === 'pass') return pass(`${byFlags.note}${plain}`);
    if (stored.writtenWith.length > 0)
      return pass(`from /metrics: Secrets are written encrypted${plain}`);
    return byFlags.outcome === 'notApplicable'
      ? judgeByProvider(context)
      : byFlags;
  },
});

function judgeByProvider(context: ControlContext<FlagNeed>): Judgement {
  if (eksEncryptsAll(context))
    return pass('EKS encrypts all data of the API from Kubernetes 1.28 on');
  const controlPlane = controlPlaneOf(context);
  const name =
    controlPlane.is === 'providerManaged' ? controlPlane.provider.name : '';
  return notEvaluated(
    'manual',
    `whether ${name} encrypts Secrets is a setting there`,
  );
}
