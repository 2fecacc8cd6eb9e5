import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import {
  acceptedPrivileges,
  defineNamespaceControl,
  fail,
  notEvaluated,
  pass,
  podsRefusedAt,
  PRIVILEGE_NEEDS,
} from '../../kit';
import { NODE_CHECKS, PodCheck } from '../../relate/admission/admissionPolicy';
import { Enforcement, enforcementIn } from '../../relate/admission/enforcement';
import {
  ENFORCE_LABEL,
  LabelledLevel,
  labelledLevel,
} from '../../relate/admission/podSecurityLabels';
import {
  hiddenDefaultLevel,
  POD_SECURITY_NEEDS,
  podSecurityIs,
} from '../../relate/admission/podSecurityAdmission';
import {
  ADMISSION_NEEDS,
  policiesOver,
} from '../../relate/admission/policySources';
import { policiesInWords } from '../../relate/admission/policyWords';
import { namespaceFacts } from '../../relate/namespaceFacts';

const NEEDS = [
  ...ADMISSION_NEEDS,
  ...POD_SECURITY_NEEDS,
  ...PRIVILEGE_NEEDS,
] as const;

type Context = ControlContext<(typeof NEEDS)[number]>;

const HIDDEN_DEFAULT =
  'a default in the configuration of the API server would not be visible';

export const namespacePsaEnforced = defineNamespaceControl({
  id: 'namespace-psa-enforced',
  title: 'The namespace refuses pods that could take over their node',
  failureTitle: 'Nothing refuses privileged pods in the namespace',
  why: 'Whoever may create a pod here, an attacker with a stolen token included, may create one that owns its node.',
  fix: `First see to the pods that the finding names: they would not start again. Then, with the namespace and the minor version of your cluster:

\`\`\`sh
kubectl label namespace NAMESPACE \\
  pod-security.kubernetes.io/enforce=baseline \\
  pod-security.kubernetes.io/enforce-version=v1.36 \\
  pod-security.kubernetes.io/warn=restricted
\`\`\`

\`kubectl label --dry-run=server --overwrite namespace NAMESPACE pod-security.kubernetes.io/enforce=baseline\` says what runs now and would be refused.`,
  severity: 'high',
  category: 'network',
  scope: 'namespace',
  frameworks: {
    nsa: ['P4'],
    cis: { '1.12': ['5.2.1'] },
    'nist-800-190': ['4.3.2', '4.4.3'],
    'owasp-k8s': ['K04'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
    'https://kubernetes.io/docs/tasks/configure-pod-container/enforce-standards-namespace-labels/',
  ],
  needs: NEEDS,
  reads:
    'The label `pod-security.kubernetes.io/enforce` of the namespace: `baseline` and `restricted` pass, `privileged` refuses nothing. It counts from Kubernetes 1.23 on, and not where the flags of the API server turn the plug-in PodSecurity off. Without it, policies that refuse privileged containers and the three namespaces of the node (process, IPC, network) in this namespace pass together: ValidatingAdmissionPolicies whose binding denies, Kyverno, Gatekeeper and Kubewarden in their enforcing modes, and the SecurityContextConstraints of OpenShift. A policy that only warns or reports does not count; one whose parameters, conditions or exceptions decide leaves the verdict open. Namespaces of the cluster itself (setting `systemNamespaces`), those that a provider looks after, and those where network or volume plug-ins run, are not asked.',
  notes:
    'A default for all namespaces stands in a file of the API server (AdmissionConfiguration) that no API shows. Where its metrics count pods that were judged at a level that no label asks for, there is such a default, and the verdict is left open, as it may exempt this namespace. A value of the label that is no level is enforced as `restricted`. Labels that only audit or warn refuse nothing. PodSecurityPolicies, below Kubernetes 1.25, are never more than a maybe: who may use them is not resolved.',
  examples: {
    pass: [
      `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: { pod-security.kubernetes.io/enforce: baseline }`,
      `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: podsecurity-baseline }
spec:
  rules:
    - name: baseline
      match: { any: [{ resources: { kinds: [Pod] } }] }
      validate:
        failureAction: Enforce
        podSecurity: { level: baseline, version: latest }`,
    ],
    fail: [
      `apiVersion: v1
kind: Namespace
metadata: { name: shop }`,
      `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: { pod-security.kubernetes.io/enforce: privileged }
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: tuner, namespace: shop }
spec:
  template:
    spec:
      hostPID: true
      containers: [{ name: tuner, image: registry.example.com/tuner:1.4 }]`,
    ],
    notApplicable: [
      `apiVersion: v1
kind: Namespace
metadata: { name: kube-system }`,
      `apiVersion: v1
kind: Namespace
metadata: { name: calico-system }
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: calico-node, namespace: calico-system }
spec:
  template:
    spec: { containers: [{ name: calico-node, image: "quay.io/calico/node:v3.31.0" }] }`,
    ],
    notEvaluated: [
      {
        given: `apiVersion: v1
kind: Namespace
metadata: { name: shop }`,
        surroundings: {
          fromCluster: true,
          evidence: {
            apiServerMetrics: [
              {
                name: 'pod_security_evaluations_total',
                labels: { mode: 'enforce', policy_level: 'baseline' },
                value: 312,
              },
            ],
          },
        },
      },
    ],
  },
  evaluate({ subject, object, implied }, context: Context): Judgement {
    const label = labelledLevel(object);
    const isOn = podSecurityIs(context) === 'on';
    if (isOn && label.level !== 'privileged') return pass(noteOf(label));
    const unlabelled = { name: subject.name, label, isOn, implied };
    return acceptedPrivileges(object, context) ?? judge(unlabelled, context);
  },
});

/** A namespace whose label refuses nothing. */
interface Unlabelled {
  readonly name: string;
  readonly label: LabelledLevel;
  readonly isOn: boolean;
  readonly implied?: boolean;
}

function judge(namespace: Unlabelled, context: Context): Judgement {
  const enforcement = enforcementIn(
    namespaceFacts(namespace.name, context.inventory.namespaces),
    NODE_CHECKS,
    policiesOver(context),
    context,
  );
  if (enforcement.state === 'covers')
    return pass(`enforced by ${policiesInWords(enforcement.by)}`);
  const mayDefault = namespace.isOn && !namespace.label.isSet;
  const open =
    (namespace.implied &&
      'the namespace is not in the input, nor are its labels') ||
    perhapsEnforced(enforcement) ||
    (mayDefault && unexplained(context));
  if (open) return notEvaluated('partial', open);
  return fail(
    violationsOf(namespace, enforcement, context),
    mayDefault ? { note: HIDDEN_DEFAULT } : {},
  );
}

function noteOf({ isUnparsable }: LabelledLevel): string | undefined {
  return isUnparsable
    ? 'warning: the value of the label is no level, which is enforced as restricted:latest'
    : undefined;
}

function perhapsEnforced({ state, by }: Enforcement): string | undefined {
  return state === 'unsure'
    ? `it depends on more than can be read whether ${policiesInWords(
        by,
      )} refuses such pods here`
    : undefined;
}

function unexplained(context: Context): string | undefined {
  const level = hiddenDefaultLevel(context);
  return (
    level &&
    `the API server judges pods at ${level}, which no label asks for: it has a default that does not show where it holds`
  );
}

function violationsOf(
  { name, label, isOn }: Unlabelled,
  { missing }: Enforcement,
  context: Context,
): readonly Violation[] {
  const refused = podsRefusedAt('baseline', name, context);
  return [
    {
      path: 'metadata.labels',
      field: `metadata.labels[${ENFORCE_LABEL}]`,
      message: messageOf(label, isOn),
      ...(label.isSet ? { actual: label.level } : {}),
      expected: isOn
        ? ['baseline', 'restricted']
        : 'a policy engine that refuses such pods',
    },
    ...(missing.length < NODE_CHECKS.length ? [someRefused(missing)] : []),
    ...(refused ? [refused] : []),
  ];
}

function someRefused(missing: readonly PodCheck[]): Violation {
  return {
    path: '',
    field: 'policies',
    message: `policies refuse some such pods, but none refuses ${missing.join(
      ', ',
    )}`,
    actual: NODE_CHECKS.filter(check => !missing.includes(check)),
    expected: NODE_CHECKS,
  };
}

function messageOf({ isSet, level }: LabelledLevel, isOn: boolean): string {
  if (!isOn)
    return 'Pod Security Admission is not on in this cluster, and no policy refuses such pods';
  return isSet
    ? `the namespace enforces ${level}, which refuses nothing, and no policy does`
    : 'no label makes the namespace enforce a level, and no policy refuses such pods';
}
