import { ControlContext, PodSecurityLevel } from '../../model/control';
import { Judgement } from '../../model/finding';
import { Workload } from '../../model/workload';
import {
  acceptedPrivileges,
  defineNamespaceControl,
  fail,
  notApplicable,
  notEvaluated,
  pass,
  PRIVILEGE_NEEDS,
} from '../../kit';
import {
  ENFORCE_LABEL,
  EnforceableLevel,
  LabelledLevel,
  labelledLevel,
} from '../../relate/admission/podSecurityLabels';
import {
  hiddenDefaultLevel,
  POD_SECURITY_NEEDS,
  podSecurityIs,
} from '../../relate/admission/podSecurityAdmission';
import { workloadsIn } from '../../relate/workloadsIn';

const NEEDS = [...POD_SECURITY_NEEDS, ...PRIVILEGE_NEEDS] as const;

type Context = ControlContext<(typeof NEEDS)[number]>;

/** The levels that are stricter than each, the strictest first. */
const STRICTER: Readonly<
  Record<EnforceableLevel, readonly PodSecurityLevel[]>
> = {
  privileged: ['restricted', 'baseline'],
  baseline: ['restricted'],
  restricted: [],
};

const namespace = (level?: string) => `apiVersion: v1
kind: Namespace
metadata:
  name: shop${
    level
      ? `
  labels: { pod-security.kubernetes.io/enforce: ${level} }`
      : ''
  }`;

const deployment = (podSpec: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec:
      ${podSpec}`;

const HARDENED = `securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: web
          image: registry.example.com/web:2.1
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }`;

const PLAIN =
  'containers: [{ name: web, image: "registry.example.com/web:2.1" }]';

export const namespacePsaLevel = defineNamespaceControl({
  id: 'namespace-psa-level',
  title: 'The namespace enforces the strictest level that its pods meet',
  failureTitle: 'The namespace could enforce a stricter level at no cost',
  why: 'What runs here needs none of the rights that the level leaves open, so an attacker is the only one who would use them.',
  fix: `Enforce the level that the finding names, with the namespace of the finding:

\`\`\`sh
kubectl label --overwrite namespace NAMESPACE \\
  pod-security.kubernetes.io/enforce=restricted
\`\`\`

Nothing that runs there has to change.`,
  severity: 'low',
  category: 'network',
  scope: 'namespace',
  frameworks: {
    nsa: ['P4'],
    cis: { '1.12': ['5.2.1', '5.2.2', '5.2.6', '5.2.7'] },
    'nist-800-190': ['4.3.2'],
    'owasp-k8s': ['K04'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://kubernetes.io/docs/tasks/configure-pod-container/enforce-standards-namespace-labels/',
  ],
  needs: NEEDS,
  reads:
    'The label `pod-security.kubernetes.io/enforce` of the namespace, no label being `privileged`, and the pod templates of all its workloads, judged by our own controls as Pod Security Admission of the Kubernetes version would. Namespaces without workloads, those of the cluster itself (setting `systemNamespaces`), those that a provider looks after, and those where network or volume plug-ins run, are not asked; nor is a cluster where Pod Security Admission is not on.',
  notes:
    'A workload that runs now and then, and that was not there when the cluster was read, is not seen. Pods that another program makes (operators, CI runners) are seen while they run. Where one pod cannot be judged and all others meet a level, the verdict is left open.',
  examples: {
    pass: [
      `${namespace('restricted')}\n${deployment(HARDENED)}`,
      `${namespace('baseline')}\n${deployment(PLAIN)}`,
    ],
    fail: [
      `${namespace('baseline')}\n${deployment(HARDENED)}`,
      `${namespace()}\n${deployment(PLAIN)}`,
    ],
    notApplicable: [namespace()],
    notEvaluated: [
      `${namespace('baseline')}\n${deployment(
        `${HARDENED.replace('[ALL]', 'ALL')}`,
      )}`,
    ],
  },
  evaluate(
    { subject: { name }, object, implied },
    context: Context,
  ): Judgement {
    const workloads = workloadsIn(name, context.inventory.workloads);
    if (workloads.length === 0) return notApplicable('nothingToJudge');
    const admission = podSecurityIs(context);
    if (admission === 'notYetThere') return notApplicable('belowVersion');
    if (admission === 'off')
      return notApplicable(
        'nothingToJudge',
        'Pod Security Admission is not on in this cluster',
      );
    const accepted = acceptedPrivileges(object, context);
    if (accepted) return accepted;
    const label = labelledLevel(object);
    if (implied || (!label.isSet && hiddenDefaultLevel(context)))
      return notEvaluated('partial', 'the level that is enforced is not known');
    return judge(label, workloads, context);
  },
});

function judge(
  label: LabelledLevel,
  workloads: readonly Workload[],
  context: Context,
): Judgement {
  const stricter = STRICTER[label.level].map(level => ({
    level,
    isMet: allMeet(level, workloads, context),
  }));
  const free = stricter.find(({ isMet }) => isMet === true);
  if (free) return failure(label, free.level);
  return stricter.some(({ isMet }) => isMet === undefined)
    ? notEvaluated('partial', 'some pods could not be judged')
    : pass();
}

/** Whether all pods meet a level; undefined where none is refused, but some could not be judged. */
function allMeet(
  level: PodSecurityLevel,
  workloads: readonly Workload[],
  { podSecurity }: Context,
): boolean | undefined {
  let isCertain = true;
  for (const workload of workloads) {
    const meets = podSecurity.meets(workload, level);
    if (meets === false) return false;
    if (meets === undefined) isCertain = false;
  }
  return isCertain ? true : undefined;
}

function failure(label: LabelledLevel, level: PodSecurityLevel): Judgement {
  return fail([
    {
      path: 'metadata.labels',
      field: `metadata.labels[${ENFORCE_LABEL}]`,
      message: `all pods meet ${level}, but the namespace enforces ${
        label.isSet ? label.level : 'nothing'
      }`,
      ...(label.isSet ? { actual: label.level } : {}),
      expected: level,
    },
  ]);
}
