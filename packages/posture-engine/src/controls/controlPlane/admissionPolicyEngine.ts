import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import {
  defineClusterControl,
  fail,
  notEvaluated,
  pass,
  PRIVILEGE_NEEDS,
} from '../../kit';
import {
  hiddenDefaultLevel,
  POD_SECURITY_NEEDS,
  podSecurityIs,
} from '../../relate/admission/podSecurityAdmission';
import { labelledLevel } from '../../relate/admission/podSecurityLabels';
import {
  EngineState,
  policyEngines,
} from '../../relate/admission/policyEngines';
import {
  ADMISSION_NEEDS,
  policiesOver,
} from '../../relate/admission/policySources';
import {
  placesToAsk,
  UserNamespace,
  userNamespaces,
} from '../../relate/admission/userNamespaces';

const NEEDS = [
  ...ADMISSION_NEEDS,
  ...POD_SECURITY_NEEDS,
  ...PRIVILEGE_NEEDS,
] as const;

type Context = ControlContext<(typeof NEEDS)[number]>;

/** Namespaces that a violation names. */
const LISTED = 20;

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata: { name: shop }`;

const policy = (action: string) => `${NAMESPACE}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: no-privileged-pods }
spec:
  matchConstraints:
    resourceRules:
      - { apiGroups: [""], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [pods] }
  validations:
    - expression: >-
        (object.spec.containers + object.spec.?initContainers.orValue([]))
          .all(c, !c.?securityContext.privileged.orValue(false))
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: { name: no-privileged-pods }
spec: { policyName: no-privileged-pods, validationActions: [${action}] }`;

export const admissionPolicyEngine = defineClusterControl({
  id: 'admission-policy-engine',
  title: 'Policies are enforced when pods are admitted',
  failureTitle: 'No policy is enforced when pods are admitted',
  why: 'What nobody refuses at the door is found by a scan at best, when it already runs.',
  fix: 'Label every namespace with `pod-security.kubernetes.io/enforce=baseline`, or bind a ValidatingAdmissionPolicy with `validationActions: [Deny]`, or set the policies of the engine that you have to enforce, with `failurePolicy: Fail` on its webhook or more than one replica.',
  severity: 'high',
  category: 'controlPlane',
  scope: 'cluster',
  frameworks: {
    nsa: ['P4', 'P3'],
    cis: { '1.12': ['5.2.1', '5.5.1'] },
    'nist-800-190': ['4.3.1'],
    'owasp-k8s': ['K04'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
    'https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/',
  ],
  needs: NEEDS,
  reads:
    'The label `pod-security.kubernetes.io/enforce` of all namespaces, but those of the cluster itself (setting `systemNamespaces`), those that a provider looks after, and those of network and volume plug-ins: `baseline` or `restricted` on each of them passes. Or else ValidatingAdmissionPolicies with a binding that denies, policies of Kyverno, Gatekeeper and Kubewarden in their enforcing modes, and the SecurityContextConstraints of OpenShift: one that refuses pods in one such namespace passes, where its webhook fails closed (`failurePolicy: Fail`, the default) or its engine runs more than one replica. What the API server decides by itself needs no webhook.',
  notes:
    'An engine whose policies only audit or warn fails. Whether the policies refuse enough in each namespace is the question of `namespace-psa-enforced`; here any policy over pods counts, one about labels included. A default level in the configuration of the API server is not visible: where its metrics show that there is one, the verdict is left open.',
  examples: {
    pass: [
      `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: { pod-security.kubernetes.io/enforce: restricted }`,
      policy('Deny'),
    ],
    fail: [NAMESPACE, policy('Audit')],
    notEvaluated: [
      {
        given: NAMESPACE,
        surroundings: { unread: { kyvernoClusterPolicies: 'forbidden' } },
      },
    ],
  },
  evaluate(_, context: Context): Judgement {
    const namespaces = userNamespaces(context);
    const isOn = podSecurityIs(context) === 'on';
    const unlabelled = namespaces.filter(
      ({ object }) => object && !(isOn && isEnforcing(object)),
    );
    const isUnknown = namespaces.some(({ object }) => !object);
    return namespaces.length > 0 && unlabelled.length === 0 && !isUnknown
      ? pass(
          `all ${namespaces.length} namespaces enforce a Pod Security Standard`,
        )
      : judgeEngines({ namespaces, unlabelled, isOn }, context);
  },
});

interface Labelling {
  readonly namespaces: readonly UserNamespace[];
  readonly unlabelled: readonly UserNamespace[];
  readonly isOn: boolean;
}

function judgeEngines(
  { namespaces, unlabelled, isOn }: Labelling,
  context: Context,
): Judgement {
  const { policies, demandAll } = policiesOver(context);
  const engines = policyEngines(policies, placesToAsk(namespaces), context);
  const enforcing = engines.find(
    one => one.enforces === 'covers' && one.isReliable === 'covers',
  );
  if (enforcing) return pass(`${enforcing.engine} refuses pods`);
  demandAll();
  const isOpen = unlabelled.length === 0 && namespaces.length > 0;
  const open =
    perhaps(engines) ??
    (isOpen
      ? 'the labels of namespaces that are not in the input are not known'
      : isOn && unexplained(context));
  return open
    ? notEvaluated('partial', open)
    : fail(violationsOf(unlabelled, engines));
}

function isEnforcing(object: NonNullable<UserNamespace['object']>): boolean {
  return labelledLevel(object).level !== 'privileged';
}

function perhaps(engines: readonly EngineState[]): string | undefined {
  const open = engines.filter(
    one => one.enforces !== 'no' && one.isReliable !== 'no',
  );
  return open.length
    ? `it depends on more than can be read whether ${open
        .map(({ engine }) => engine)
        .join(', ')} refuses pods`
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
  unlabelled: readonly UserNamespace[],
  engines: readonly EngineState[],
): readonly Violation[] {
  const names = unlabelled.map(({ facts }) => facts.name);
  const more = names.length - LISTED;
  return [
    ...engines.map(weakness),
    {
      path: '',
      field: 'namespaces',
      message: unlabelledInWords(names.length),
      ...(names.length
        ? {
            actual:
              more > 0
                ? [...names.slice(0, LISTED), `and ${more} more`]
                : names,
          }
        : {}),
      expected: 'a label that enforces baseline, or an enforcing policy',
    },
  ];
}

function unlabelledInWords(count: number): string {
  if (count === 0) return 'no policy refuses pods';
  return count === 1
    ? '1 namespace enforces no Pod Security Standard'
    : `${count} namespaces enforce no Pod Security Standard`;
}

function weakness({
  engine,
  policies,
  enforces,
  isMissing,
}: EngineState): Violation {
  if (enforces === 'no')
    return {
      path: '',
      field: engine,
      message: `${engine} has policies, but none of them refuses pods`,
      actual: policies.length,
      expected: 'a policy that enforces',
    };
  return isMissing
    ? {
        path: '',
        field: engine,
        message: `${engine} has policies, but neither its webhook nor its pods are in the cluster`,
        actual: policies.length,
        expected: 'an engine that runs',
      }
    : {
        path: '',
        field: engine,
        message: `the webhook of ${engine} lets pods in when it does not answer, and only one replica answers`,
        expected: 'failurePolicy Fail, or more than one replica',
      };
}
