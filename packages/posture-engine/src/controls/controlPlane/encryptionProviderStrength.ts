import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { defineClusterControl, fail, notEvaluated, pass } from '../../kit';
import { flagRulesOf } from '../../data/controlPlaneFlags';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
} from '../../kit/flags/flagExamples';
import { FLAG_NEEDS, FlagNeed, judgeFlags } from '../../kit/flags/judgeFlags';
import { eksEncryptsAll } from '../../relate/controlPlane/eksEncryptsAll';
import {
  StoredSecrets,
  storedSecrets,
} from '../../relate/controlPlane/storedSecrets';
import { importedVerdicts } from '../../relate/imports/importedVerdicts';

const STRONG = /^k8s:enc:(kms:v[12]|secretbox|aescbc|aesgcm):/;

/** What to know of a provider that passes. */
const NOTES: Readonly<Record<string, string>> = {
  'kms:v1': 'KMS version 1 is deprecated since Kubernetes 1.28',
  aescbc:
    'aescbc is open to padding oracles: prefer secretbox or KMS version 2',
  aesgcm: 'aesgcm needs a new key every 200,000 writes',
};

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata: { name: kube-system }`;

const secretsWrittenWith = (transformer_prefix: string) => ({
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
            transformer_prefix,
          },
          value: 12,
        },
      ],
    },
  },
});

export const encryptionProviderStrength = defineClusterControl({
  id: 'encryption-provider-strength',
  title: 'Secrets are encrypted by a strong provider',
  failureTitle: 'Secrets are not written by a strong encryption provider',
  why: 'An encryption configuration whose first provider is `identity` looks like protection and stores every Secret in plain text.',
  fix: `Put a strong provider first, best of all a key management service, and \`identity\` last:

\`\`\`yaml
apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources: [secrets]
    providers:
      - kms: { apiVersion: v2, name: vault, endpoint: "unix:///var/run/kms.sock" }
      - identity: {}
\`\`\`

Then store all Secrets again: \`kubectl get secrets --all-namespaces -o json | kubectl replace -f -\`.`,
  severity: 'medium',
  category: 'controlPlane',
  scope: 'controlPlane',
  frameworks: {
    nsa: ['N7'],
    cis: { '1.12': ['1.2.28'] },
    'nist-800-190': ['4.1.4'],
    'owasp-k8s': ['K03'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/#providers',
  ],
  needs: [...FLAG_NEEDS, 'apiServerMetrics'],
  reads:
    'The metric `apiserver_storage_transformation_operations_total` of the API server: the prefix with which Secrets are written names the first provider. `kms`, `secretbox`, `aescbc` and `aesgcm` pass, Secrets in plain text fail. Then check 1.2.28 of an imported report of kube-bench. Without either a person has to attest it.',
  notes:
    'The configuration itself holds keys, and is never read. The metric counts since the API server started, and only what was written: a cluster where no Secret was written yet shows nothing. Where `--encryption-provider-config` is known not to be set, this is a consequence of `secrets-encryption-at-rest`.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [secretsWrittenWith('k8s:enc:kms:v2:vault:')],
    fail: [
      secretsWrittenWith('identity'),
      apiServerPod('--authorization-mode=Node,RBAC'),
    ],
    notEvaluated: [
      HIDDEN_CONTROL_PLANE,
      apiServerPod(
        '--encryption-provider-config=/etc/kubernetes/enc/config.yaml',
      ),
    ],
  },
  evaluate: (_, context) =>
    judgeByMetric(storedSecrets(context)) ??
    judgeByReport(context) ??
    judgeWithout(context),
});

function judgeByMetric({
  writtenWith,
  writesPlain,
}: StoredSecrets): Judgement | undefined {
  if (writtenWith.length === 0)
    return writesPlain
      ? failure('Secrets are written in plain text', 'from /metrics')
      : undefined;
  if (writesPlain)
    return notEvaluated(
      'partial',
      'from /metrics: Secrets were written encrypted and in plain text since the API server started',
    );
  const providers = writtenWith.map(prefix => STRONG.exec(prefix)?.[1]);
  if (providers.includes(undefined))
    return failure(
      'Secrets are written by an unknown provider',
      'from /metrics',
    );
  const notes = providers.flatMap(provider => NOTES[provider ?? ''] ?? []);
  return pass(
    [`from /metrics: ${providers.join(' and ')}`, ...notes].join('; '),
  );
}

function judgeByReport(
  context: ControlContext<FlagNeed>,
): Judgement | undefined {
  const verdicts = importedVerdicts(context, { cis: '1.2.28' }).filter(
    ({ isStale }) => !isStale,
  );
  const failing = verdicts.find(({ passed }) => !passed);
  if (failing)
    return failure(
      'the first encryption provider is not a strong one',
      `from ${failing.source}`,
    );
  return verdicts.length > 0 ? pass(`from ${verdicts[0].source}`) : undefined;
}

/** Neither metric nor report: flags may show that nothing encrypts, EKS does by itself, and else a person has to say. */
function judgeWithout(context: ControlContext<FlagNeed>): Judgement {
  const byFlags = judgeFlags(
    flagRulesOf('secrets-encryption-at-rest'),
    context,
  );
  if (byFlags.outcome === 'fail')
    return failure(
      'no provider encrypts Secrets',
      byFlags.note ?? '',
      'secrets-encryption-at-rest',
    );
  if (byFlags.outcome === 'notApplicable' && eksEncryptsAll(context))
    return pass('EKS encrypts all data of the API with KMS version 2');
  return notEvaluated('manual');
}

function failure(
  message: string,
  note: string,
  consequenceOf?: string,
): Judgement {
  return fail(
    [
      {
        path: 'API server',
        field: 'API server encryption provider',
        message,
        expected: 'kms, secretbox, aescbc or aesgcm',
        ...(consequenceOf ? { consequenceOf } : {}),
      },
    ],
    { note },
  );
}
